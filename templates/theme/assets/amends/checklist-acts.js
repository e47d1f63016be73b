/* What somebody does with a case now and then: begin it, correct it, export or copy it, reset a step, close it. */
(() => {
  "use strict";

  const { END, NONE, Case, caseName, choices, data, make, one, place, say, store, w, ...amends } = window.amends;
  const CANCEL = "cancel";
  const EXPORT = "close-export";
  const dialog = one("[data-details]");
  const form = one("form", dialog);

  /** Show what is open, the gravest first, and ask how the case ends, and why with this open; null if it stays open. */
  const closing = ({ found }, ends) =>
    new Promise((answer) => {
      const { name } = found();
      const { checks, late, boxes } = new amends.Limits(found()).gaps();
      const lines = [
        ...checks.map(({ path }) => make("li", { className: "am-gap--grave" }, amends.more.texts[path])),
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
        if (event.submitter.value === CANCEL || !wanted) return;
        event.preventDefault();
        error.textContent = w(wanted[1]);
        wanted[0].focus();
      };
      const press = (value, more = "") => make("button", { type: "submit", className: `am-button ${more}`, value }, w(value));
      const dialog = make(
        "dialog",
        { className: "md-typeset am-dialog", ariaLabel: w("close") },
        make(
          "form",
          { method: "dialog", onsubmit },
          make("p", { className: "am-dialog__title" }, w("close-ask")),
          lines.length > 0 && [make("p", { className: "am-label" }, w("close-open")), make("ul", { className: "am-gaps" }, lines)],
          name !== NONE && !found().isReached(last) && make("p", {}, w("close-last"), make("a", { href: amends.href(last.id) }, place(last.id))),
          make("label", {}, make("span", {}, w("close-end")), end),
          lines.length > 0 && make("label", {}, make("span", {}, w("close-reason")), reason),
          error,
          choices(press("close", "am-button--main"), name !== NONE && press(EXPORT), press(CANCEL))
        )
      );
      dialog.onclose = () => {
        dialog.remove();
        answer(dialog.returnValue !== CANCEL && { end: end.value, reason: reason.value.trim() });
        // The file says how the case has ended, so it waits until that is kept.
        if (dialog.returnValue === EXPORT) setTimeout(() => amends.download(name));
      };
      // Who presses Escape has not closed the case.
      dialog.oncancel = () => (dialog.returnValue = CANCEL);
      document.body.append(dialog);
      dialog.showModal();
    });

  /** What the dialog asks for: an SOP may have no kinds or channels. */
  const facts = Object.keys(amends.FACTS).filter((fact) => form.elements[fact]);
  const openDetails = (desk, isNew) => {
    const found = desk.found();
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
    form.onsubmit = (event) => save(event, desk, isNew);
    // The button that opened the dialog may be gone: into the menu, or to make room for the case.
    const opener = document.activeElement;
    dialog.onclose = () => opener.checkVisibility?.() || one("select", desk.bar).focus();
    dialog.showModal();
  };

  const save = (event, { found, render, step }, isNew) => {
    if (event.submitter.value) return;
    const fields = form.elements;
    const name = isNew ? fields.number.value.trim() : found().name;
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

  /** Take all ticks of a step away; with `isKept`, the path of the case keeps them. */
  const clear = (found, step, isKept) => {
    const paths = found.ticked(step);
    const earlier = Object.fromEntries(paths.map((path) => [path, found.time(path)]));
    if (isKept) found.put(found.nextPath(), { step: step.id, earlier }, step);
    [...paths, ...step.limits.map((limit) => limit.path), `begun/${step.id}`].forEach((path) => store.drop(found.name, path));
  };

  /** What can be done with the case of a checklist; `desk` has the `step`, the `bar`, the case that is `found` and a way to `render`. */
  const acts = (desk) => {
    const { found, render, step } = desk;
    return {
      new: () => openDetails(desk, true),
      details: () => openDetails(desk),
      closing: (ends) => closing(desk, ends),
      copy: () => amends.copy(amends.caseText(found(), [step], step.ticks.map(({ path }) => path.split("/records/")[1]))),
      export: () => amends.download(found().name),
      anew: () => {
        clear(found(), step, true);
        render();
        one("select", desk.bar).focus();
      },
      reset: async () => {
        if (!(await amends.ask(w("reset-ask"), [["reset", w("reset")]]))) return;
        clear(found(), step, false);
        render();
        say(w("reset-done"));
      },
      close: async () => {
        const closed = await closing(desk, Object.keys(data.places).filter((to) => to.startsWith(END)));
        if (!closed) return;
        // A case without a number could not be found again.
        if (found().name === NONE) store.remove(NONE);
        else found().go(step, { to: closed.end }, closed.reason);
        render();
      },
    };
  };

  Object.assign(window.amends, { acts });
})();
