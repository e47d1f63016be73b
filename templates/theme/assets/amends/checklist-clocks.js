/* Beside a checklist: the limits of the step as they run, and what is late and due next in the whole case. */
(() => {
  "use strict";

  const { Limits, one, run, w, ...amends } = window.amends;

  /** Let the rows of a step, each {limit, element}, and the bar show how the limits of `found()` stand. */
  const runLimits = (rows, step, found) => {
    const counted = rows.map(({ limit, element }) => ({ element, find: () => new Limits(found()).limit(limit, step) }));
    one("[data-notes]").textContent = amends.notes(counted.map(({ find }) => find()).filter(Boolean)).join(" ");
    run([...counted, ...nearest(one("[data-case]"), found)]);
  };

  /** What is late and what is due next in the whole case, each with the step to which it belongs. */
  const nearest = (bar, found) => {
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
        one("[data-case-more]").textContent = more(found());
      };
      return { element: one(".am-clock", box), find: () => new Limits(found()).running()[name][0], text, shows };
    });
  };

  const more = (found) => {
    const { late, undated } = new Limits(found).running();
    const counts = { "more-late": late.length - 1, undated: undated.length };
    return Object.entries(counts).map(([name, count]) => count > 0 && w(name, { count })).filter(Boolean).join(" · ");
  };

  Object.assign(window.amends, { runLimits });
})();
