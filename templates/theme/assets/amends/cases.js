/* The page of cases: each with where it stands; continue, copy, export, delete, import. */
(() => {
  "use strict";

  const { NONE, Case, ask, button, choices, caseName, caseText, copy, data, discard, download, href, make, place, run, say, store, w, ...amends } =
    window.amends;
  const one = (selector) => document.querySelector(selector);
  const messages = one("[data-notices]");
  let clocks;

  const render = () => {
    clocks = [];
    const all = store.names().map((name) => new Case(data, store, name));
    const kept = all.filter((found) => (found.name === NONE ? found.ticked().length > 0 : found.state("case")));
    const open = kept.filter((found) => !found.closed);
    const closed = kept.filter((found) => found.closed);
    one("[data-open]").replaceChildren(...open.map(card));
    one("[data-closed] ul").replaceChildren(...closed.map(card));
    one("[data-closed] .am-count").textContent = closed.length;
    one("[data-closed]").hidden = closed.length === 0;
    one("[data-none]").hidden = open.length > 0;
    run(clocks);
  };

  const card = (found) => {
    const step = found.stands();
    const link = make("a", { className: "am-button am-button--main", href: `${href(step.id)}${hash(found)}` }, w("continue"));
    const received = found.state("events/received");
    const severity = make("span", { className: "am-chip" }, data.severities[found.severity] ?? "");
    severity.dataset.severity = Object.keys(data.severities).indexOf(found.severity) + 1;
    const lines = amends.trail(found).map((line) => make("li", {}, line));
    const steps = data.steps.filter((step) => found.ticked(step).length > 0);
    return make(
      "li",
      {},
      make("h2", {}, caseName(found.name), severity),
      make("p", {}, found.closed ? w("closed", { end: place(found.closed) }) : w("stands", { step: place(step.id) })),
      received && make("p", { className: "am-meta" }, w("received", { time: amends.fullTime(received) })),
      !found.closed && limits(found, step),
      bars(found),
      lines.length > 0 && make("details", { className: "am-trail" }, make("summary", {}, w("trail")), make("ol", {}, lines)),
      choices(
        !found.closed && link,
        button(w("copy"), () => copy(caseText(found, steps))),
        button(w("export"), () => download(found.name)),
        button(w("delete"), async () => (await discard(found.name)) && settle())
      )
    );
  };

  const hash = (found) => `#case:${encodeURIComponent(found.name)}`;

  const limits = (found, step) => {
    const shown = step.limits.filter((limit) => found.limit(limit, step)?.left !== undefined);
    const items = shown.map((limit) => {
      const element = make("span", { className: "am-clock" });
      clocks.push({ element, name: limit.title || w("limit"), find: () => found.limit(limit, step) });
      return make("li", {}, make("b", {}, limit.title || w("limit")), element);
    });
    return items.length > 0 && make("ul", { className: "am-clocks__list" }, items);
  };

  /** A bar for each step of the case, with its number; the widths are figures, never styles in the page. */
  const bars = (found) => {
    const items = data.steps.filter((step) => step.number).map((step) => {
      const { done, total } = found.progress(step);
      const name = w("bar", { step: place(step.id), count: w("count", { done, total }) });
      const link = make("a", { href: `${href(step.id)}${hash(found)}`, ariaLabel: name, title: name }, String(step.number));
      return make("li", {}, link, make("progress", { max: total || 1, value: done, ariaHidden: "true" }));
    });
    return make("ul", { className: "am-bars", ariaLabel: w("bars") }, items);
  };

  const settle = () => {
    render();
    one("h1").tabIndex = -1;
    one("h1").focus();
  };

  const tell = (...lines) => {
    const box = make("div", { className: "am-notice", tabIndex: -1 }, lines.map((line) => make("p", {}, line)));
    messages.replaceChildren(...(lines[0] ? [box] : []));
    if (lines[0]) box.focus();
  };

  const newest = (entries) => Math.max(...Object.values(entries).map(({ time }) => Date.parse(time)));

  const bring = async (file) => {
    const text = await file.text();
    const wrong = amends.mistakes(text, data.sop, data.severities);
    if (wrong.length > 0) {
      const more = wrong.length > 8 ? [w("wrong-more", { count: wrong.length - 8 })] : [];
      tell(w("wrong", { name: file.name }), ...wrong.slice(0, 8).map((mistake) => w(...mistake)), ...more);
      return;
    }
    const { case: name, entries } = JSON.parse(text);
    const here = store.entries(name);
    if (Object.keys(here).length > 0) {
      const age = Math.sign(newest(entries) - newest(here));
      const newer = w(["newer-here", "newer-same", "newer-file"][age + 1]);
      const question = w("exists", { number: caseName(name), newer });
      if ((await ask(question, [["replace", w("replace")]])) !== "replace") return;
    }
    store.replace(name, entries);
    tell(w("imported", { number: caseName(name) }));
    render();
  };

  const input = one("[data-drop] input");
  const drop = one("[data-drop]");
  input.onchange = () => {
    if (input.files[0]) bring(input.files[0]);
    input.value = "";
  };
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("drop", ({ dataTransfer }) => dataTransfer.files[0] && bring(dataTransfer.files[0]));
  window.addEventListener("storage", render);
  window.addEventListener("pageshow", ({ persisted }) => persisted && render());

  one("[data-cases]").hidden = false;
  if (amends.unkept()) tell(amends.unkept());
  render();
})();
