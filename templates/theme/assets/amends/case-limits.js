/* The time limits of one case: which run, which are late, and what the case leaves open. Touches no page. */
(() => {
  "use strict";

  const { Calendar, FACTS, at } = window.amends;
  const calendar = new Calendar(window.amends.process?.calendar);
  /** The receipt is known to the minute, so nobody can judge a shorter limit by it. */
  const SHORTEST = 60_000;
  /** Whether an event or a move out of the step shows that a limit is over; of any other only a tick tells. */
  const isShown = ({ limit }) => limit.by || !limit.title;

  class Limits {
    constructor(found) {
      this.found = found;
    }

    /** A time limit for this case: `due` if it is counted, else `why` not; `left` is in seconds, to `done` when it has ended.
        Null if it does not apply. */
    limit(limit, step) {
      const { found } = this;
      if (!found.isFor(limit)) return null;
      const allowance = found.allowance(limit);
      const start = limit.start ? found.state(`events/${limit.start}`) : found.time(`begun/${step.id}`);
      const done = this.#done(limit, step, start);
      const count = (counted) => (limit.kind === "every" ? calendar.next(at(start), counted, Date.now()) : calendar.after(at(start), counted));
      const { due, why, doubts = [] } = (start && allowance?.counted && count(allowance.counted)) || {};
      const left = due && (due - (done ? at(done) : Date.now())) / 1000;
      return { limit, step, allowance, start, done, due, why, doubts, left };
    }

    /** What runs in the whole case: `late`, those first that an event or a move shows, and `next`, the nearest first.
        `undated` are those of which nobody can say here when they are due. */
    running() {
      const steps = this.found.closed ? [] : this.found.data.steps.filter((step) => step.number && !this.#skipped().has(step));
      const runs = (limit, step) => this.#isCertain(limit) && (limit.start || this.found.isReached(step));
      const all = steps.flatMap((step) => step.limits.filter((limit) => runs(limit, step)).map((limit) => this.limit(limit, step)));
      const open = all.filter((found) => found?.limit.kind === "within" && !found.done);
      const dated = open.filter(({ due, start }) => due - at(start) > SHORTEST).sort((one, other) => one.due - other.due);
      const late = dated.filter(({ left }) => left < 0);
      return {
        late: [...late.filter(isShown), ...late.filter((found) => !isShown(found))],
        next: dated.filter(({ left }) => left >= 0),
        undated: open.filter(({ allowance, start, why }) => why || (start && !allowance)),
      };
    }

    /** What a case leaves open: `checks` of pause points, limits that are `late`, and the open `boxes` of each step that it came to. */
    gaps() {
      const reached = this.found.data.steps.filter((step) => step.number && this.found.isReached(step) && !this.#skipped().has(step));
      const boxes = new Map(reached.flatMap((step) => [...step.ticks, ...step.decisions].map((box) => [box.path, box])));
      const isDone = (box) => (box.answers ? this.found.chosen(box) : this.found.state(box.path));
      const isOpen = ({ path, covers }) => {
        const about = covers.map((name) => boxes.get(name)).filter((box) => box && (isDone(box) || !this.found.off(box)));
        return !this.found.state(path) && about.length > 0 && !about.some(isDone);
      };
      const left = (step) => ({ step, count: this.found.progress(step).total - this.found.progress(step).done });
      return {
        checks: window.amends.more.checks.filter(isOpen),
        late: this.running().late,
        boxes: reached.map(left).filter(({ count }) => count > 0),
      };
    }

    /** Whether a limit is for this case for certain: what it asks for is known. */
    #isCertain({ when = {} }) {
      return Object.entries(FACTS).every(([fact, names]) => !when[names] || this.found[fact]);
    }

    /** The steps over which an answer has led; a way back to before them, or a tick, brings them back. */
    #skipped() {
      const skipped = new Set();
      const number = (id) => this.found.data.steps.find((step) => step.id === id)?.number;
      for (const { step: from, to } of this.found.moves) {
        for (const step of this.found.data.steps) {
          const isBeside = step.beside?.includes(from);
          if (step.number > number(from) && step.number < number(to) && !isBeside) skipped.add(step);
          if (step.number >= number(to)) skipped.delete(step);
        }
      }
      return new Set([...skipped].filter((step) => this.found.ticked(step).length === 0));
    }

    /** When a limit ended: at its tick, at its event or, for the step's own limit, at the move out of the step. */
    #done(limit, step, start) {
      const event = [limit.by, limit.ends_with].map((name) => name && this.found.state(`events/${name}`)).find(Boolean);
      const left = limit.title ? null : this.found.movesSince(step).find((move) => move.step === step.id && move.to);
      return this.found.time(limit.path) ?? (event && at(event) >= at(start) ? event : left?.time);
    }
  }

  Object.assign(window.amends, { Limits, calendar });
})();
