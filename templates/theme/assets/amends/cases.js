/* The page of cases: how far each case is; continue, copy, export, delete, import. */
(() => {
  "use strict";

  const { NONE, Case, ask, button, choices, caseName, caseText, copy, data, download, href, make, one, place, run, say, store, w, ...amends } =
    window.amends;
  const MOST_LETTERS = 1_000_000;
  const MOST_ENTRIES = 5000;
  const messages = one("[data-notices]");
  let clocks;

  const render = () => {
    clocks = [];
    const all = store.names().map((name) => new Case(data, store, name));
    const kept = all.filter((found) => (found.name === NONE ? found.ticked().length + found.written().length > 0 : found.state("case")));
    const open = kept.filter((found) => !found.closed);
    const closed = kept.filter((found) => found.closed);
    amends.fill(one("[data-open]"), open.map(card));
    amends.fill(one("[data-closed] ul"), closed.map(card));
    one("[data-closed] .am-count").textContent = closed.length;
    one("[data-closed]").hidden = closed.length === 0;
    one("[data-none]").hidden = open.length > 0;
    run(clocks);
  };

  const card = (found) => {
    const step = stands(found);
    const link = make("a", { className: "am-button am-button--main", href: `${href(step.id)}${hash(found)}` }, w("continue"));
    const received = found.state("events/received");
    const severity = amends.chip(make("span", { className: "am-chip" }), found);
    const facts = ["kind", "channel"].map((fact) => found.called(fact) && make("span", { className: "am-chip" }, found.called(fact)));
    const lines = amends.trail(found).map((line) => make("li", {}, line));
    const steps = data.steps.filter((step) => found.ticked(step).length > 0);
    return make(
      "li",
      {},
      make("h2", {}, caseName(found.name), severity, facts),
      make("p", {}, found.closed ? amends.closedText(found) : w("stands", { step: place(step.id) })),
      received && make("p", { className: "am-meta" }, w("received", { time: amends.fullTime(received) })),
      !found.closed && limits(found),
      bars(found),
      lines.length > 0 && make("details", { className: "am-trail" }, make("summary", {}, w("trail")), make("ol", {}, lines)),
      choices(
        !found.closed && link,
        button(w("copy"), () => copy(caseText(found, steps))),
        button(w("export"), () => download(found.name)),
        button(w("delete"), () => discard(found.name), "am-button--quiet")
      )
    );
  };

  const isMove = ([path]) => path.startsWith("path/");

  /** The step of a case's newest tick or move. In the same second the move is newer, since ticks come before it. */
  const stands = (found) => {
    const newest = { id: data.start, time: "" };
    const movesLast = Object.entries(found.entries).sort((one, other) => isMove(one) - isMove(other));
    for (const [path, { state, time }] of movesLast) {
      const id = isMove([path]) ? state.to : amends.TICKED.test(path) && path.split("/")[1];
      if (id && amends.at(time) >= amends.at(newest.time)) Object.assign(newest, { id, time });
    }
    return data.steps.find(({ id }) => id === newest.id) ?? data.steps.find(({ id }) => id === data.start);
  };

  const hash = (found) => `#case:${encodeURIComponent(found.name)}`;

  const MOST_LATE = 3;
  const MOST_NEXT = 2;
  /** What is late in the whole case, then what is due next. */
  const limits = (found) => {
    const { late, next, undated } = found.running();
    const shown = [...late.slice(0, MOST_LATE), ...next.slice(0, MOST_NEXT)];
    const items = shown.map(({ limit, step }) => {
      const element = make("span", { className: "am-clock" });
      clocks.push({ element, find: () => found.limit(limit, step) });
      const link = make("a", { href: `${href(step.id)}${hash(found)}` }, amends.limitName({ limit, step }));
      return make("li", {}, make("b", {}, link, limit.title && make("small", {}, place(step.id))), element);
    });
    const counts = { "more-late": late.length - MOST_LATE, undated: undated.length };
    const more = Object.entries(counts).map(([name, count]) => count > 0 && w(name, { count }));
    return [
      items.length > 0 && make("ul", { className: "am-clocks__list" }, items),
      make("p", { className: "am-meta" }, [...more, ...amends.notes([...shown, ...undated])].filter(Boolean).join(" · ")),
    ];
  };

  /** A bar for each step of the case, with its number; its width comes from a value, since the page allows no styles. */
  const bars = (found) => {
    const items = data.steps.filter((step) => step.number).map((step) => {
      const { done, total } = found.progress(step);
      const name = w("bar", { step: place(step.id), count: w("count", { done, total }) });
      const link = make("a", { href: `${href(step.id)}${hash(found)}`, ariaLabel: name, title: name }, String(step.number));
      return make("li", {}, link, make("progress", { max: total || 1, value: done, ariaHidden: "true" }));
    });
    return make("ul", { className: "am-bars", ariaLabel: w("bars") }, items);
  };

  const tell = (...lines) => {
    const box = make("div", { className: "am-notice", tabIndex: -1 }, lines.map((line) => make("p", {}, line)));
    messages.replaceChildren(...(lines[0] ? [box] : []));
    if (lines[0]) box.focus();
  };

  /** Delete a case after asking. */
  const discard = async (name) => {
    const number = caseName(name);
    const wish = await ask(w("delete-ask", { number }), [["export", w("export")], ["delete", w("delete")]]);
    if (!wish) return;
    if (wish === "export") {
      download(name);
      discard(name);
      return;
    }
    store.remove(name);
    say(w("deleted", { number }));
    render();
    one("h1").tabIndex = -1;
    one("h1").focus();
  };

  const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? "");

  /** What is wrong with an exported file, each as [word, values]; nothing if it may be imported. */
  const mistakes = (text) => {
    if (text.length > MOST_LETTERS) return [["wrong-size"]];
    const found = amends.parsed(text);
    if (found === undefined) return [["wrong-json"]];
    if (found?.format !== amends.FORMAT || !/^{/.test(JSON.stringify(found.entries))) return [["wrong-format"]];
    if (found.format_version !== 1) return [["wrong-version", { found: shown(found.format_version) }]];
    if (found.sop !== data.sop) return [["wrong-sop", { found: shown(found.sop) }]];
    const all = Object.entries(found.entries);
    const known = amends.isEntry("case", found.entries.case) ? found.entries.case.state : {};
    const wrong = all
      .filter((entry) => !amends.isEntry(...entry))
      .map(([path]) => [amends.stateAt(path) ? "wrong-entry" : "wrong-path", { path }]);
    if (found.case !== NONE && !(typeof found.case === "string" && amends.isNumber(found.case))) wrong.unshift(["wrong-number"]);
    if (all.length === 0 || all.length > MOST_ENTRIES) wrong.push(["wrong-count"]);
    for (const [fact, names] of Object.entries(amends.FACTS))
      if (known[fact] && known[fact] !== NONE && !data[names][known[fact]]) wrong.push([`wrong-${fact}`, { found: known[fact] }]);
    return wrong;
  };

  const newest = (entries) => Math.max(...Object.values(entries).map(({ time }) => Date.parse(time)));

  const bring = async (file) => {
    const text = await file.text();
    const wrong = mistakes(text);
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
    const apart = store.confidential(name);
    store.remove(name);
    store.replace(name, { ...entries, ...apart });
    store.rename(data.moved);
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
  addEventListener("storage", render);
  addEventListener("pageshow", render);

  one("[data-cases]").hidden = false;
  one("[data-no-script]").hidden = true;
  if (amends.unkept()) tell(amends.unkept());
  render();
})();
