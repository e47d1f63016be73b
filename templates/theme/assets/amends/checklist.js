/* A checklist on the screen: ticks, answers and time limits of the case at hand, and the ways on. */
(() => {
  "use strict";

  const { NONE, END, Case, button, choices, caseName, data, fill, make, one, place, say, store, w, when, ...amends } = window.amends;
  const bar = one("[data-case]");
  const dialog = one("[data-details]");
  const form = one("form", dialog);
  const step = data.steps.find(({ id }) => `steps/${id}` === one("[data-sheet]").dataset.sheet);
  const inputs = [...document.querySelectorAll("[data-tick]")];
  const checks = [...document.querySelectorAll("[data-pause]")];
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
    for (const chip of document.querySelectorAll("[data-step-limit] [data-for]"))
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
      label.classList.toggle("am-off", Boolean(off));
      one(".am-time", label).textContent = when(time);
      one(".am-why", label).textContent = off ? w(...off) : "";
    }
    for (const count of document.querySelectorAll("[data-written]")) {
      const written = found.written(count.dataset.written).length;
      count.textContent = written ? w("form-count", { count: written }) : "";
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
    if (!way.to) return [make("p", {}, w("spent", way.answer))];
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
    const closed = way.to.startsWith(END) && (await closing([way.to]));
    if (way.to.startsWith(END) && !closed) return;
    found.go(step, way, closed?.reason);
    if (closed) render();
  };

  /** Show what is open, the gravest first, and ask how the case ends, and why with this open; null if it stays open. */
  const closing = (ends) =>
    new Promise((answer) => {
      const { checks, late, boxes } = found.gaps();
      const lines = [
        ...checks.map(({ path }) => make("li", { className: "am-gap--grave" }, data.texts[path])),
        ...late.map((limit) => make("li", { className: "am-gap--late" }, amends.limitName(limit), make("small", {}, w("late", { time: amends.span(limit.left) })))),
        ...boxes.map(({ step: { id }, count }) => make("li", {}, place(id), make("small", {}, w("open", { count })))),
      ];
      const last = data.steps.filter(({ number }) => number).at(-1);
      const choose = ends.length > 1 && make("option", { value: "" }, "–");
      const end = make("select", {}, choose, ends.map((to) => make("option", { value: to }, place(to))));
      const reason = make("textarea", { maxLength: 500, rows: 2 });
      const error = make("p", { className: "am-dialog__error", role: "alert" });
      const onsubmit = (event) => {
        const wanted = !end.value ? [end, "close-ask"] : lines.length > 0 && !reason.value.trim() && [reason, "close-reason-wanted"];
        if (event.submitter.value || !wanted) return;
        event.preventDefault();
        error.textContent = w(wanted[1]);
        wanted[0].focus();
      };
      const dialog = make(
        "dialog",
        { className: "md-typeset am-dialog", ariaLabel: w("close") },
        make(
          "form",
          { method: "dialog", onsubmit },
          make("p", { className: "am-dialog__title" }, w("close-ask")),
          lines.length > 0 && [make("p", { className: "am-label" }, w("close-open")), make("ul", { className: "am-gaps" }, lines)],
          found.name !== NONE && !found.isReached(last) && make("p", {}, w("close-last"), make("a", { href: amends.href(last.id) }, place(last.id))),
          make("label", {}, make("span", {}, w("close-end")), end),
          lines.length > 0 && make("label", {}, make("span", {}, w("close-reason")), reason),
          error,
          choices(
            make("button", { type: "submit", className: "am-button am-button--main" }, w("close")),
            make("button", { type: "submit", className: "am-button", value: "cancel" }, w("cancel"))
          )
        )
      );
      dialog.onclose = () => {
        dialog.remove();
        answer(dialog.returnValue === "" && { end: end.value, reason: reason.value.trim() });
      };
      // Who presses Escape has not closed the case.
      dialog.oncancel = () => (dialog.returnValue = "cancel");
      document.body.append(dialog);
      dialog.showModal();
    });

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
    const anew = [w("anew"), () => found.clear(step, true)];
    const outdated = found.outdated(step);
    if (kept) list.push([kept, [w("export"), () => amends.download(found.name)]]);
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

  const showClocks = () => {
    const shown = step.limits.filter((limit) => found.limit(limit, step));
    const rows = [];
    const items = shown.map((limit) => {
      const element = make("span", { className: "am-clock" });
      rows.push({ element, find: () => found.limit(limit, step) });
      const onchange = ({ target }) => keep(limit.path, target.checked);
      const tick = limit.title && make("input", { type: "checkbox", checked: found.time(limit.path), onchange });
      return make("li", {}, make("b", {}, limit.title || w("limit")), element, tick && make("label", {}, tick, w("limit-done")));
    });
    const box = one("[data-clocks]");
    fill(one("ul", box), items);
    fill(one("[data-notes]", box), amends.notes(shown.map((limit) => found.limit(limit, step))).join(" "));
    box.hidden = items.length === 0;
    amends.run([...rows, ...nearest()]);
  };

  /** What is late and what is due next in the whole case, each with the step to which it belongs. */
  const nearest = () => {
    const texts = {
      late: ({ due, left }) => w("case-late", { time: amends.dueTime(due), late: amends.span(left) }),
      next: (limit) => w("case-next", { time: amends.dueTime(limit.due), away: amends.away(limit) }),
    };
    return Object.entries(texts).map(([name, text]) => {
      const box = one(`[data-case-${name}]`, bar);
      const shows = (limit) => {
        box.hidden = !limit;
        if (limit) box.href = amends.href(limit.step.id);
        box.lastChild.textContent = limit ? amends.limitName(limit) : "";
        one("[data-case-more]").textContent = more();
      };
      return { element: one(".am-clock", box), find: () => found.running()[name][0], text, shows };
    });
  };

  const more = () => {
    const { late, undated } = found.running();
    const counts = { "more-late": late.length - 1, undated: undated.length };
    return Object.entries(counts).map(([name, count]) => count > 0 && w(name, { count })).filter(Boolean).join(" · ");
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
    say(decision ? w("answered", { answer: data.texts[path] }) : w(target.checked ? "ticked" : "unticked", progress));
  };

  /** What the dialog asks for: an SOP may have no kinds or channels. */
  const facts = Object.keys(amends.FACTS).filter((fact) => form.elements[fact]);
  const openDetails = (isNew) => {
    const known = new Case(data, store, isNew ? NONE : found.name);
    const count = isNew ? known.ticked().length + known.written().length : 0;
    const fields = form.elements;
    const take = one("[data-take]", form);
    form.reset();
    one(".am-dialog__title", form).textContent = isNew ? w("new-title") : w("details-title", { number: caseName(found.name) });
    one("[data-number]", form).hidden = !isNew;
    if (!isNew) facts.forEach((fact) => (fields[fact].value = known[fact]));
    for (const label of form.querySelectorAll("[data-event]")) {
      const { event } = label.dataset;
      label.hidden = isNew && event !== "received";
      if (!isNew) one("input", label).value = known.state(`events/${event}`)?.slice(0, 16) ?? "";
    }
    if (isNew) one("[data-event=received] input", form).value = amends.iso().slice(0, 16);
    take.hidden = count === 0;
    one("span", take).textContent = w("take", { count });
    one(".am-dialog__error", form).textContent = "";
    form.onsubmit = (event) => save(event, isNew);
    // The button that opened the dialog may be gone: into the menu, or to make room for the case.
    const opener = document.activeElement;
    dialog.onclose = () => opener.checkVisibility?.() || one("select", bar).focus();
    dialog.showModal();
  };

  const save = (event, isNew) => {
    if (event.submitter.value) return;
    const fields = form.elements;
    const name = isNew ? fields.number.value.trim() : found.name;
    const isTaken = isNew && store.names().includes(name);
    const refuse = (field, ...why) => {
      event.preventDefault();
      one(".am-dialog__error", form).textContent = w(...why);
      field.focus();
    };
    if (isNew && (isTaken || !amends.isNumber(name))) {
      refuse(fields.number, isTaken ? "number-taken" : "number-wrong", { number: name });
      return;
    }
    // In spring the clocks skip an hour: a time in it would silently become another one.
    const times = [...form.querySelectorAll("[data-event] input")];
    const skipped = times.find(({ value }) => value && amends.iso(new Date(value)).slice(0, 16) !== value.slice(0, 16));
    if (skipped) {
      refuse(skipped, "no-such-time", { time: skipped.value.replace("T", " ") });
      return;
    }
    if (isNew && !one("[data-take]", form).hidden && fields.take.checked) {
      store.replace(name, store.entries(NONE));
      store.remove(NONE);
    }
    const saved = new Case(data, store, name);
    saved.know(Object.fromEntries(facts.map((fact) => [fact, fields[fact].value])), step);
    for (const label of form.querySelectorAll("[data-event]")) {
      const { value } = one("input", label);
      const path = `events/${label.dataset.event}`;
      if (!value) store.drop(name, path);
      else if (value !== saved.state(path)?.slice(0, 16)) saved.put(path, amends.iso(new Date(value)), step);
    }
    store.current = name;
    render();
    if (isNew) navigator.storage?.persist?.().catch(() => {});
    if (isNew) say(w("opened", { number: name }));
  };

  const acts = {
    new: () => openDetails(true),
    details: () => openDetails(),
    copy: () => amends.copy(amends.caseText(found, [step])),
    print: () => window.print(),
    blank: () => {
      document.body.classList.add("am-blank");
      window.print();
    },
    export: () => amends.download(found.name),
    reset: async () => {
      if (!(await amends.ask(w("reset-ask"), [["reset", w("reset")]]))) return;
      found.clear(step, false);
      render();
      say(w("reset-done"));
    },
    close: async () => {
      const ends = Object.keys(data.places).filter((to) => to.startsWith(END));
      const closed = await closing(ends);
      if (!closed) return;
      // A case without a number could not be found again.
      if (found.name === NONE) store.remove(NONE);
      else found.go(step, { to: closed.end }, closed.reason);
      render();
    },
  };

  bar.addEventListener("click", ({ target }) => acts[target.closest("[data-do]")?.dataset.do]?.());
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
  const [, linked] = location.hash.split("#case:");
  if (linked) {
    store.current = amends.attempt(() => decodeURIComponent(linked)) ?? NONE;
    history.replaceState(null, "", location.pathname);
  }
  bar.hidden = false;
  render();
  if (location.hash === "#new") {
    history.replaceState(null, "", location.pathname);
    openDetails(true);
  }
})();
