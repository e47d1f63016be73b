/* The cases on their page, each a card: where it stands, what is late or due, how far it is, and what can be done with it. */
(() => {
  "use strict";

  const { ask, button, caseName, caseText, choices, copy, data, download, href, make, one, place, run, say, store, w, ...amends } = window.amends;
  let clocks;

  const showCards = (open, closed, render) => {
    clocks = [];
    amends.fill(one("[data-open]"), open.map((found) => card(found, render)));
    amends.fill(one("[data-closed] ul"), closed.map((found) => card(found, render)));
    run(clocks);
  };

  const card = (found, render) => {
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
      forms(found),
      lines.length > 0 && make("details", { className: "am-trail" }, make("summary", {}, w("trail")), make("ol", {}, lines)),
      choices(
        !found.closed && link,
        button(w("copy"), () => copy(caseText(found, steps))),
        button(w("export"), () => download(found.name)),
        button(w("delete"), () => discard(found.name, render), "am-button--quiet")
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
    const { late, next, undated } = new amends.Limits(found).running();
    const shown = [...late.slice(0, MOST_LATE), ...next.slice(0, MOST_NEXT)];
    const items = shown.map(({ limit, step }) => {
      const element = make("span", { className: "am-clock" });
      clocks.push({ element, find: () => new amends.Limits(found).limit(limit, step) });
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

  /** The forms in which something is written for the case. */
  const forms = (found) => {
    const items = amends.written(found).map(({ id, title, paths }) => {
      const link = make("a", { href: `${amends.page(`records/${id}`)}${hash(found)}` }, title);
      return make("li", {}, link, make("small", {}, w("form-count", { count: paths.length })));
    });
    return items.length > 0 && make("ul", { className: "am-written", ariaLabel: w("forms") }, items);
  };

  /** Delete a case after asking. */
  const discard = async (name, render) => {
    const number = caseName(name);
    const wish = await ask(w("delete-ask", { number }), [["export", w("export")], ["delete", w("delete")]]);
    if (!wish) return;
    if (wish === "export") {
      download(name);
      discard(name, render);
      return;
    }
    store.remove(name);
    say(w("deleted", { number }));
    render();
    one("h1").tabIndex = -1;
    one("h1").focus();
  };

  Object.assign(window.amends, { showCards });
})();
