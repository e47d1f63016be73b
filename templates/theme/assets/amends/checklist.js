/* A checklist on the screen: ticks, answers and time limits of the case at hand, and the ways on. */
(() => {
  "use strict";

  const { CLOCKS, END, NONE, Case, button, choices, caseName, data, fill, make, one, place, say, store, w, when, withScripts, ...amends } = window.amends;
  const bar = one("[data-case]");
  const step = data.steps.find(({ id }) => `steps/${id}` === one("[data-sheet]").dataset.sheet);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const inputs = all("[data-tick]");
  const checks = all("[data-pause]");
  const answerBox = (decision) => one(`[data-decision="${decision.path}"]`);
  let found;

  const render = () => {
    found = new Case(data, store, store.current);
    // A case that another tab has deleted
    if (found.name !== NONE && !found.state("case")) found = new Case(data, store, NONE);
    if (found.name !== NONE && !found.closed && !found.time(`begun/${step.id}`)) found.begin(step);
    [showBar, showOwnLimit, showChecks, showTicks, showNotices, showWays, showClocks].forEach((show) => show());
  };

  const showBar = () => {
    const open = store.names().filter((name) => store.get(name, "case") && !store.get(name, "case").state.closed);
    const names = new Set([NONE, ...open, found.name]);
    const list = one("select", bar);
    fill(list, [...names].map((name) => make("option", { value: name }, caseName(name))));
    list.value = found.name;
    amends.chip(one("[data-severity-of]", bar), found).dataset.short = data.short_severities[found.severity] ?? "";
    bar.classList.toggle("am-case--open", found.name !== NONE);
    one(":scope > [data-do=new]", bar).classList.toggle("am-button--main", found.name === NONE);
    const { done, total } = found.progress(step);
    const number = found.name === NONE ? "" : found.name;
    Object.assign(one("progress", bar), { max: total || 1, value: done });
    one("[data-count]").textContent = w("count", { done, total });
    one("[data-whole]", bar).textContent = number && w("whole", found.whole());
    one("[data-print=case]").textContent = number;
    one("[data-print=time]").textContent = amends.fullTime(found.state("events/received") ?? found.time(`begun/${step.id}`));
  };

  /** Of the step's own limit, only what holds for the severity of the case. */
  const showOwnLimit = () => {
    for (const chip of all("[data-step-limit] [data-for]"))
      chip.hidden = Boolean(found.severity) && !chip.dataset.for.split(" ").includes(found.severity);
  };

  const showChecks = () => {
    for (const input of checks) {
      const time = found.time(input.dataset.pause);
      input.checked = time;
      input.disabled = found.closed;
      one(".am-time", input.parentNode).textContent = when(time);
    }
  };

  const boxes = [...step.ticks, ...step.decisions.flatMap(({ answers }) => answers)];
  const showTicks = () => {
    for (const input of inputs) {
      const path = input.dataset.tick;
      const off = found.off(boxes.find((box) => box.path === path) ?? {});
      const time = found.time(path);
      const label = input.parentNode;
      input.checked = time;
      input.disabled = found.closed || (off && !time);
      label.classList.toggle("am-off", !!off);
      one(".am-time", label).textContent = when(time);
      one(".am-why", label).textContent = off && !off[1].answer ? w(...off) : "";
    }
    for (const it of all("[data-written]")) {
      const count = found.written(it.dataset.written).length;
      it.textContent = count ? w("form-count", { count }) : "";
    }
    for (const decision of step.decisions) {
      const answer = found.chosen(decision);
      const way = answer?.way && found.way(answer, step);
      const takeBack = answer && !found.closed && button(w("clear"), () => clear(decision), "am-button--small");
      fill(one(".am-answer", answerBox(decision)), way && leads(way), takeBack);
    }
  };

  const clear = (decision) => {
    decision.answers.forEach(({ path }) => store.drop(found.name, path));
    render();
    one("input", answerBox(decision)).focus();
    say(w("cleared"));
  };

  /** A way out of the step, in words and as a button: a link to the next checklist, or the end. */
  const leads = (way) => {
    if (!way.to) return [make("p", {}, w(way.stays ? "stays" : "spent", way.answer))];
    const why = way.isSpent && make("p", {}, w("instead", way.answer));
    const isEnd = way.to.startsWith(END);
    const press = isEnd
      ? button(w("close"), () => leave(way), "am-button--main")
      : make("a", { className: "am-button am-button--main", href: amends.href(way.to) }, w("go", { step: place(way.to) }));
    if (!isEnd) press.onclick = press.onauxclick = (event) => event.button < 2 && leave(way);
    const mayPress = !isEnd || (found.name !== NONE && !found.closed);
    return [why, isEnd && make("p", {}, w("end", { end: place(way.to) })), mayPress && press];
  };

  const leave = async (way) => {
    const closed = way.to.startsWith(END) && (await act("closing", [way.to]));
    if (way.to.startsWith(END) && !closed) return;
    found.go(step, way, closed?.reason);
    if (closed) render();
  };

  const showWays = () => {
    const { done, total } = found.progress(step);
    const ways = found.ways(step).map(leads);
    const decide = step.number && make("p", {}, w("decide"));
    const state = done < total ? w("open", { count: total - done }) : w("ready");
    const box = one("[data-ways]");
    fill(box, make("p", { className: "am-label" }, state), ways.length > 0 ? ways : decide);
    box.hidden = Boolean(found.closed);
  };

  const showNotices = () => {
    const list = [];
    const kept = amends.unkept();
    const anew = [w("anew"), () => act("anew")];
    const outdated = found.outdated(step);
    if (kept) list.push([kept, [w("export"), () => act("export")]]);
    if (found.closed) list.push([amends.closedText(found), [w("reopen"), () => found.know({ closed: undefined, reason: undefined })]]);
    else if (outdated.length > 0) {
      const then = found.entries[outdated[0]].version;
      const lost = outdated.filter((path) => !inputs.some((input) => input.dataset.tick === path)).join(", ");
      const text = w("changed", { then, now: data.version });
      list.push([lost ? `${text} ${w("lost", { names: lost })}` : text, [w("keep"), () => found.restamp(step)], anew]);
    } else if (found.isBack(step)) {
      list.push([w("back"), [w("keep"), () => found.begin(step)], anew]);
    }
    const choose = ([label, act]) =>
      button(label, () => {
        act();
        render();
        one("select", bar).focus();
      }, "am-button--small");
    const shown = ([text, ...acts]) => make("div", { className: "am-notice" }, make("p", {}, text), choices(acts.map(choose)));
    fill(one("[data-notices]"), list.map(shown));
  };

  /** The limits of this step. Before anything is known of a case they are only words, and nothing need be counted. */
  const showClocks = () => {
    const shown = step.limits.filter((limit) => found.isFor(limit));
    const count = () => withScripts([...CLOCKS, "checklist-clocks.js"], ({ runLimits }) => runLimits(rows, step, () => found));
    const rows = shown.map((limit) => {
      const text = found.allowance(limit)?.words ?? w("unknown", { values: limit.words });
      return { limit, element: make("span", { className: "am-clock" }, text) };
    });
    const items = rows.map(({ limit, element }) => {
      const onchange = ({ target }) => {
        keep(limit.path, target.checked);
        count();
      };
      const tick = limit.title && make("input", { type: "checkbox", checked: found.time(limit.path), onchange });
      return make("li", {}, make("b", {}, limit.title || w("limit")), element, tick && make("label", {}, tick, w("limit-done")));
    });
    const box = one("[data-clocks]");
    fill(one("ul", box), items);
    box.hidden = items.length === 0;
    if (Object.keys(found.entries).length > 0 || window.amends.runLimits) count();
  };

  const keep = (path, isOn) => {
    if (!found.time(`begun/${step.id}`)) found.begin(step);
    if (isOn) found.put(path, true, step);
    else store.drop(found.name, path);
    found = new Case(data, store, found.name);
  };

  const tick = ({ target }) => {
    const path = target.dataset.tick;
    const decision = step.decisions.find(({ answers }) => answers.some((answer) => answer.path === path));
    decision?.answers.forEach((answer) => store.drop(found.name, answer.path));
    keep(path, target.checked);
    const progress = found.progress(step);
    if (progress.done === progress.total) found.happen(step);
    render();
    say(decision ? w("answered", { answer: data.answers[path] }) : w(target.checked ? "ticked" : "unticked", progress));
  };

  /** What is done with a case now and then comes with the first time that somebody does it. */
  const desk = { step, bar, render: () => render(), found: () => found };
  const act = (name, ...more) => withScripts([...CLOCKS, "case-more.js", "case-ask.js", "case-file.js", "copy.js", "checklist-acts.js"], ({ acts }) => acts(desk)[name](...more));
  const print = (isBlank) => {
    document.body.classList.toggle("am-blank", isBlank);
    window.print();
  };
  bar.addEventListener("click", ({ target }) => {
    const wish = target.closest("[data-do]")?.dataset.do;
    if (["print", "blank"].includes(wish)) print(wish === "blank");
    else if (wish) act(wish);
  });
  one("select", bar).onchange = ({ target }) => {
    store.current = target.value;
    render();
    say(w("chosen-case", { number: caseName(target.value) }));
  };
  addEventListener("afterprint", () => document.body.classList.remove("am-blank"));
  addEventListener("storage", render);
  addEventListener("pageshow", render);

  for (const input of checks) input.onchange = () => { keep(input.dataset.pause, input.checked); render(); };
  for (const input of [...checks, ...inputs]) one(".am-do", input.parentNode).after(make("span", { className: "am-time" }));
  for (const input of inputs) {
    input.onchange = tick;
    input.nextElementSibling.append(make("small", { className: "am-why" }));
  }
  for (const decision of step.decisions) answerBox(decision).append(make("div", { className: "am-answer" }));
  bar.hidden = false;
  render();
  if (location.hash === "#new") {
    history.replaceState(null, "", location.pathname);
    act("new");
  }
})();
