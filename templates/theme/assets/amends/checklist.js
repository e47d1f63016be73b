/* A checklist on the screen: ticks, answers and clocks of the case at hand, and the ways on. */
(() => {
  "use strict";

  const { NONE, END, Case, button, choices, caseName, data, make, place, say, store, w, when, ...amends } = window.amends;
  const one = (selector, within = document) => within.querySelector(selector);
  const bar = one("[data-case]");
  const dialog = one("[data-details]");
  const form = one("form", dialog);
  const step = data.steps.find(({ id }) => `steps/${id}` === one("[data-sheet]").dataset.sheet);
  const inputs = [...document.querySelectorAll("[data-tick]")];
  const answerBox = (decision) => one(`[data-decision="${decision.path}"]`);
  let found;

  const render = () => {
    found = new Case(data, store, store.current);
    // A case that another tab has deleted
    if (found.name !== NONE && !found.state("case")) found = new Case(data, store, NONE);
    if (found.name !== NONE && !found.closed && !found.time(`begun/${step.id}`)) found.begin(step);
    [showBar, showTicks, showNotices, showWays, showClocks].forEach((show) => show());
  };

  const showBar = () => {
    const open = store.names().filter((name) => name !== NONE && !new Case(data, store, name).closed);
    const names = [...new Set([NONE, ...open, found.name])];
    const list = one("select", bar);
    list.replaceChildren(...names.map((name) => make("option", { value: name }, caseName(name))));
    list.value = found.name;
    const chip = one("[data-severity-of]", bar);
    chip.textContent = data.severities[found.severity] ?? "";
    chip.dataset.severity = Object.keys(data.severities).indexOf(found.severity) + 1;
    const { done, total } = found.progress(step);
    Object.assign(one("progress", bar), { max: total || 1, value: done });
    one("[data-count]", bar).textContent = w("count", { done, total });
    one("[data-whole]", bar).textContent = found.name === NONE ? "" : w("whole", found.whole());
    const begun = found.state("events/received") ?? found.time(`begun/${step.id}`);
    one("[data-print=case]").textContent = found.name === NONE ? "" : found.name;
    one("[data-print=time]").textContent = begun ? when(begun) : "";
  };

  const showTicks = () => {
    for (const input of inputs) {
      const path = input.dataset.tick;
      const off = found.off(step.ticks.find((tick) => tick.path === path) ?? {});
      const time = found.time(path);
      input.checked = Boolean(time);
      input.disabled = Boolean(found.closed || (off && !time));
      input.parentNode.classList.toggle("am-off", Boolean(off));
      one(".am-time", input.parentNode).textContent = time ? when(time) : "";
      one(".am-why", input.parentNode).textContent = off ? w(...off) : "";
    }
    for (const decision of step.decisions) {
      const answer = found.chosen(decision);
      const way = answer?.way && found.way(answer, step);
      const takeBack = answer && !found.closed && button(w("clear"), () => clear(decision), "am-button--small");
      one(".am-answer", answerBox(decision)).replaceChildren(...[way && leads(way), takeBack].flat().filter(Boolean));
    }
  };

  const clear = (decision) => {
    decision.answers.forEach(({ path }) => store.drop(found.name, path));
    render();
    one("input", answerBox(decision)).focus();
    say(w("cleared"));
  };

  /** A way out of the step, in words and to press: a link to the next checklist, or the end. */
  const leads = (way) => {
    if (!way.to) return [make("p", {}, w("spent", way.answer))];
    const why = way.isSpent && make("p", {}, w("instead", way.answer));
    const isEnd = way.to.startsWith(END);
    const press = isEnd
      ? button(w("close"), () => leave(way), "am-button--main")
      : make("a", { className: "am-button am-button--main", href: amends.href(way.to) }, w("go", { step: place(way.to) }));
    if (!isEnd) press.onclick = press.onauxclick = (event) => event.button < 2 && leave(way);
    return [why, isEnd && make("p", {}, w("end", { end: place(way.to) })), !found.closed && press];
  };

  const leave = async (way) => {
    const isEnd = way.to.startsWith(END);
    if (isEnd && found.name === NONE) await amends.discard(NONE);
    else found.go(step, way);
    if (isEnd) render();
  };

  const showWays = () => {
    const { done, total } = found.progress(step);
    const ways = found.ways(step).map(leads);
    const decide = step.number && make("p", {}, w("decide"));
    const state = done < total ? w("open", { count: total - done }) : w("ready");
    const box = one("[data-ways]");
    box.replaceChildren(make("p", { className: "am-label" }, state), ...(ways.length > 0 ? ways : [decide]).flat().filter(Boolean));
    box.hidden = Boolean(found.closed);
  };

  const showNotices = () => {
    const list = [];
    const anew = [w("anew"), () => found.clear(step, true)];
    const outdated = found.outdated(step);
    if (amends.unkept()) list.push([amends.unkept()]);
    if (found.closed) list.push([w("closed", { end: place(found.closed) }), [w("reopen"), () => found.reopen()]]);
    else if (outdated.length > 0) {
      const then = [...new Set(outdated.map((path) => found.entries[path].version))].join(", ");
      const lost = outdated.filter((path) => !inputs.some((input) => input.dataset.tick === path)).join(", ");
      const text = [w("changed", { then, now: data.version }), lost && w("lost", { names: lost })];
      list.push([text.filter(Boolean).join(" "), [w("keep"), () => found.restamp(step)], anew]);
    } else if (found.isBack(step)) {
      list.push([w("back"), [w("keep"), () => found.begin(step)], anew]);
    }
    const choose = ([label, act]) =>
      button(label, () => {
        act();
        render();
        one("select", bar).focus();
      }, "am-button--small");
    const shown = list.map(([text, ...acts]) => make("div", { className: "am-notice" }, make("p", {}, text), choices(acts.map(choose))));
    one("[data-notices]").replaceChildren(...shown);
  };

  const showClocks = () => {
    const rows = [];
    const items = step.limits.filter((limit) => found.limit(limit, step)).map((limit) => {
      const element = make("span", { className: "am-clock" });
      const row = { element, name: limit.title || w("limit"), find: () => found.limit(limit, step) };
      rows.push(row);
      if (!limit.title) rows.push({ ...row, element: one("[data-clock]", bar) });
      const tick = limit.title && make("input", { type: "checkbox", checked: Boolean(found.time(limit.path)) });
      if (tick) tick.onchange = () => set(limit.path, tick.checked);
      return make("li", {}, make("b", {}, row.name), element, tick && make("label", {}, tick, w("limit-done")));
    });
    const box = one("[data-clocks]");
    const focused = [...box.querySelectorAll("input")].indexOf(document.activeElement);
    one("[data-clock]", bar).textContent = "";
    one("ul", box).replaceChildren(...items);
    box.querySelectorAll("input")[focused]?.focus();
    box.hidden = items.length === 0;
    amends.run(rows);
  };

  const set = (path, isOn) => {
    if (!found.time(`begun/${step.id}`)) found.begin(step);
    if (isOn) found.put(path, true, step);
    else store.drop(found.name, path);
    found = new Case(data, store, found.name);
    const { done, total } = found.progress(step);
    if (isOn && done === total) found.happen(step);
    render();
    return { done, total };
  };

  const tick = ({ target }) => {
    const decision = step.decisions.find(({ answers }) => answers.some(({ path }) => path === target.dataset.tick));
    decision?.answers.forEach(({ path }) => store.drop(found.name, path));
    const values = set(target.dataset.tick, target.checked);
    const answer = data.texts[target.dataset.tick];
    say(decision ? w("answered", { answer }) : w(target.checked ? "ticked" : "unticked", values));
  };

  const openDetails = (isNew) => {
    const known = new Case(data, store, isNew ? NONE : found.name);
    const count = isNew ? known.ticked().length : 0;
    const fields = form.elements;
    form.reset();
    one(".am-dialog__title", form).textContent = isNew ? w("new-title") : w("details-title", { number: caseName(found.name) });
    one("[data-number]", form).hidden = !isNew;
    fields.severity.value = isNew ? "" : known.severity;
    for (const label of form.querySelectorAll("[data-event]")) {
      const time = known.state(`events/${label.dataset.event}`);
      label.hidden = isNew && label.dataset.event !== "received";
      fields[label.dataset.event].value = isNew ? "" : (time ?? "").slice(0, 16);
    }
    if (isNew) fields.received.value = amends.iso().slice(0, 16);
    one("[data-take]", form).hidden = count === 0;
    one("[data-take] span", form).textContent = w("take", { count });
    one(".am-dialog__error", form).textContent = "";
    form.onsubmit = (event) => save(event, isNew);
    dialog.showModal();
  };

  const save = (event, isNew) => {
    const fields = form.elements;
    const name = isNew ? fields.number.value.trim() : found.name;
    const isTaken = isNew && store.names().includes(name);
    if (isNew && (isTaken || !amends.isNumber(name))) {
      event.preventDefault();
      one(".am-dialog__error", form).textContent = w(isTaken ? "number-taken" : "number-wrong", { number: name });
      fields.number.focus();
      return;
    }
    if (isNew && !one("[data-take]", form).hidden && fields.take.checked) {
      store.replace(name, store.entries(NONE));
      store.remove(NONE);
    }
    const saved = new Case(data, store, name);
    saved.put("case", { severity: fields.severity.value, closed: saved.closed }, step);
    for (const { dataset } of form.querySelectorAll("[data-event]")) {
      const value = fields[dataset.event].value;
      const path = `events/${dataset.event}`;
      if (!value) store.drop(name, path);
      else if (value !== saved.state(path)?.slice(0, 16)) saved.put(path, amends.iso(new Date(value)), step);
    }
    store.current = name;
    render();
    if (isNew) say(w("opened", { number: name }));
  };

  const print = (isBlank) => {
    document.body.classList.toggle("am-blank", isBlank);
    window.print();
  };

  const acts = {
    new: () => openDetails(true),
    details: () => openDetails(false),
    copy: () => amends.copy(amends.caseText(found, [step])),
    print: () => print(false),
    blank: () => print(true),
    export: () => amends.download(found.name),
    reset: async () => {
      if (!(await amends.ask(w("reset-ask"), [["reset", w("reset")]]))) return;
      found.clear(step, false);
      render();
      say(w("reset-done"));
    },
    close: async () => {
      const ends = Object.entries(data.places).filter(([to]) => to.startsWith(END));
      const end = await amends.ask(w("close-ask"), ends);
      if (end) leave({ to: end });
    },
  };

  const menu = one(".am-menu", bar);
  bar.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-do]")?.dataset.do;
    if (!name) return;
    if (menu.open) one("summary", menu).focus();
    menu.open = false;
    acts[name]();
  });
  document.addEventListener("click", ({ target }) => !menu.contains(target) && (menu.open = false));
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    menu.open = false;
    one("summary", menu).focus();
  });
  one("select", bar).onchange = ({ target }) => {
    store.current = target.value;
    render();
    say(w("chosen-case", { number: caseName(target.value) }));
  };
  one("[data-cancel]", form).onclick = () => dialog.close();
  window.addEventListener("afterprint", () => document.body.classList.remove("am-blank"));
  window.addEventListener("storage", render);
  window.addEventListener("pageshow", ({ persisted }) => persisted && render());

  for (const input of inputs) {
    input.onchange = tick;
    input.nextElementSibling.append(make("span", { className: "am-time" }), make("small", { className: "am-why" }));
  }
  for (const decision of step.decisions) answerBox(decision).append(make("div", { className: "am-answer" }));
  const linked = /^#case:(.+)$/.exec(location.hash);
  if (linked) {
    store.current = decodeURIComponent(linked[1]);
    history.replaceState(null, "", location.pathname);
  }
  bar.hidden = false;
  render();
})();
