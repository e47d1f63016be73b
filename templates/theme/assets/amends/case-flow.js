/* One case on its way through the steps: what applies, what is done, where it leads, what is due when. Touches no page. */
(() => {
  "use strict";

  const { Calendar, iso } = window.amends;
  const calendar = new Calendar(window.amends.process?.calendar);
  const END = "end/";
  const TICKED = /\/(actions|records|outcomes)\//;
  /** What is known of a case, and where the data has the names of it. A case of no special kind has the kind "-". */
  const FACTS = { severity: "severities", kind: "kinds", channel: "channels" };
  /** The receipt is known to the minute, so nobody can judge a shorter limit by it. */
  const SHORTEST = 60_000;
  const at = (time) => Date.parse(time) || 0;
  /** Whether an event or a move out of the step shows that a limit is over; of any other only a tick tells. */
  const isShown = ({ limit }) => limit.by || !limit.title;

  class Case {
    constructor(data, store, name) {
      Object.assign(this, { data, store, name, entries: store.entries(name) });
      const paths = Object.keys(this.entries).filter((path) => path.startsWith("path/"));
      this.moves = paths.map((path) => ({ path, time: this.entries[path].time, ...this.entries[path].state }));
    }

    state(path) { return this.entries[path]?.state; }
    time(path) { return this.entries[path]?.time; }
    get severity() { return this.state("case")?.severity ?? ""; }
    get kind() { return this.state("case")?.kind ?? ""; }
    get channel() { return this.state("case")?.channel ?? ""; }
    get closed() { return this.state("case")?.closed; }
    get reason() { return this.state("case")?.reason; }

    put(path, state, step, time) {
      this.store.put(this.name, path, state, step?.fingerprint, time);
      this.entries = this.store.entries(this.name);
    }

    /** The name of the severity, the kind or the channel; nothing if it is not known, or not to this handbook. */
    called(fact) {
      return this[fact] === "-" ? this.data.words["no-kind"] : this.data[FACTS[fact]][this[fact]];
    }

    /** Keeps what is known of the case, with some of it changed. */
    know(changes, step) {
      const { severity, kind, channel, closed, reason } = { severity: this.severity, ...this.state("case"), ...changes };
      this.put("case", { severity, kind: kind || undefined, channel: channel || undefined, closed, reason: reason || undefined }, step);
    }

    /** The reason why a tick, an answer or a limit does not apply, as [word, values]; nothing if it applies. */
    off({ when = {} }) {
      for (const [fact, names] of Object.entries(FACTS)) {
        const name = this.called(fact);
        if (name && when[names] && !when[names].includes(this[fact])) return [`off-${fact}`, { [fact]: name }];
      }
      const answers = when.outcomes ?? [];
      const answer = answers.map((path) => this.data.texts[path]).join(" / ");
      return answer && !answers.some((path) => this.state(path)) && ["off-outcome", { answer }];
    }

    chosen(decision) {
      return decision.answers.find((answer) => this.state(answer.path));
    }

    /** How much of a step is done: each box that applies counts, and each decision. */
    progress(step) {
      const boxes = step.ticks.filter((tick) => this.state(tick.path) || !this.off(tick));
      const done = boxes.filter((tick) => this.state(tick.path)).length;
      const answered = step.decisions.filter((decision) => this.chosen(decision)).length;
      return { done: done + answered, total: boxes.length + step.decisions.length };
    }

    whole() {
      const sum = { done: 0, total: 0 };
      for (const step of this.data.steps.filter(({ number }) => number)) {
        const { done, total } = this.progress(step);
        sum.done += done;
        sum.total += total;
      }
      return sum;
    }

    /** The paths of all ticks, in one step or in all; also of boxes that a step no longer has. */
    ticked(step) {
      const start = step ? `steps/${step.id}/` : "steps/";
      return Object.keys(this.entries).filter((path) => path.startsWith(start) && TICKED.test(path));
    }

    /** The paths of what has been written in the forms of the case, in one record or in all. */
    written(record) {
      const start = record ? `records/${record}/` : "records/";
      return Object.keys(this.entries).filter((path) => path.startsWith(start) && this.state(path) !== "");
    }

    begin(step) {
      this.put(`begun/${step.id}`, this.moves.length, step);
    }

    #movesSince(step) {
      return this.moves.slice(this.state(`begun/${step.id}`));
    }

    /** Whether the case has come to a step again since the step was begun. */
    isBack(step) {
      const isNew = this.#movesSince(step).some((move) => move.to === step.id);
      return isNew && this.ticked(step).length > 0;
    }

    /** Where an answer leads now; a way that may not be taken again leads to its `then`. */
    way(answer, step) {
      const taken = this.moves.filter((move) => move.answer === answer.path && move.to === answer.way).length;
      const isSpent = answer.times !== undefined && taken >= answer.times;
      const to = isSpent ? answer.then : answer.way;
      return { answer, isSpent, to: to === step.id ? undefined : to };
    }

    /** The ways out of a step as it is ticked now: those of the answers, else the ordinary one. */
    ways(step) {
      const chosen = step.decisions.map((decision) => this.chosen(decision)).filter((answer) => answer?.way);
      const ways = chosen.map((answer) => this.way(answer, step)).filter((way) => way.to);
      return ways.length > 0 || !step.onward ? ways : [{ to: step.onward }];
    }

    /** Go on: keep the way that was taken, and bring about the event of the step. */
    go(step, way, reason) {
      const { done, total } = this.progress(step);
      const last = this.moves.at(-1);
      // A reader who comes back and takes another way, with no tick made in between, has changed their mind.
      const isAgain = last?.step === step.id && !last.earlier && !this.#isTouched(last);
      const path = isAgain ? last.path : this.#nextPath();
      this.put(path, { step: step.id, answer: way.answer?.path, to: way.to, open: total - done }, step);
      this.happen(step);
      if (way.to.startsWith(END)) this.close(way.to, step, reason);
    }

    #isTouched(move) {
      return this.ticked({ id: move.to }).some((path) => at(this.time(path)) > at(move.time));
    }

    #nextPath() {
      return `path/${String(this.moves.length + 1).padStart(4, "0")}`;
    }

    /** Note the event of a finished step, unless it was noted since the step began. The reader who opens a case enters its receipt. */
    happen(step) {
      const path = `events/${step.sets}`;
      const isKnown = this.state(path) && at(this.time(path)) >= at(this.time(`begun/${step.id}`));
      if (step.sets && step.sets !== "received" && !isKnown) this.put(path, iso(), step);
    }

    close(end, step, reason) {
      this.know({ closed: end, reason }, step);
      if (!this.state("events/closed")) this.put("events/closed", iso(), step);
    }

    /** Take all ticks of a step away; with `isKept`, the path of the case keeps them. */
    clear(step, isKept) {
      const paths = this.ticked(step);
      const earlier = Object.fromEntries(paths.map((path) => [path, this.time(path)]));
      if (isKept) this.put(this.#nextPath(), { step: step.id, earlier }, step);
      [...paths, ...step.limits.map((limit) => limit.path), `begun/${step.id}`].forEach((path) => this.store.drop(this.name, path));
    }

    /** The paths of ticks that were made in an earlier version of the step. Of those made in another language nobody knows. */
    outdated(step) {
      const language = (fingerprint) => /^[a-zA-Z-]+(?=:)/.exec(fingerprint)?.[0] ?? "";
      const here = language(step.fingerprint);
      return this.ticked(step).filter((path) => {
        const { fingerprint } = this.entries[path];
        return fingerprint !== step.fingerprint && ["", here].includes(language(fingerprint));
      });
    }

    restamp(step) {
      this.outdated(step).forEach((path) => this.put(path, true, step, this.time(path)));
    }

    /** A time limit for this case: `due` if it is counted, else `why` not; `left` is in seconds, to `done` when it has ended.
        Null if it does not apply. */
    limit(limit, step) {
      if (this.off(limit)) return null;
      const allowance = limit.within[this.severity] ?? limit.within["*"];
      if (!allowance && this.severity) return null;
      const start = limit.start ? this.state(`events/${limit.start}`) : this.time(`begun/${step.id}`);
      const done = this.#done(limit, step, start);
      const count = (counted) => (limit.kind === "every" ? calendar.next(at(start), counted, Date.now()) : calendar.after(at(start), counted));
      const { due, why, doubts = [] } = (start && allowance?.counted && count(allowance.counted)) || {};
      const left = due && (due - (done ? at(done) : Date.now())) / 1000;
      return { limit, step, allowance, start, done, due, why, doubts, left };
    }

    /** What runs in the whole case: `late`, those first that an event or a move shows, and `next`, the nearest first.
        `undated` are those of which nobody can say here when they are due. */
    running() {
      const steps = this.closed ? [] : this.data.steps.filter((step) => step.number && !this.#skipped().has(step));
      const runs = (limit, step) => this.#isCertain(limit) && (limit.start || this.isReached(step));
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
      const reached = this.data.steps.filter((step) => step.number && this.isReached(step) && !this.#skipped().has(step));
      const boxes = new Map(reached.flatMap((step) => [...step.ticks, ...step.decisions].map((box) => [box.path, box])));
      const isDone = (box) => (box.answers ? this.chosen(box) : this.state(box.path));
      const isOpen = ({ path, covers }) => {
        const about = covers.map((name) => boxes.get(name)).filter((box) => box && (isDone(box) || !this.off(box)));
        return !this.state(path) && about.length > 0 && !about.some(isDone);
      };
      const left = (step) => ({ step, count: this.progress(step).total - this.progress(step).done });
      return {
        checks: this.data.checks.filter(isOpen),
        late: this.running().late,
        boxes: reached.map(left).filter(({ count }) => count > 0),
      };
    }

    /** Whether a limit is for this case for certain: what it asks for is known. */
    #isCertain({ when = {} }) {
      return Object.entries(FACTS).every(([fact, names]) => !when[names] || this[fact]);
    }

    /** Whether the case has come to a step; a reader who only looks ahead begins no time limit of the whole case. */
    isReached(step) {
      return step.id === this.data.start || this.ticked(step).length > 0 || this.moves.some((move) => [move.step, move.to].includes(step.id));
    }

    /** The steps over which an answer has led; a way back to before them, or a tick, brings them back. */
    #skipped() {
      const skipped = new Set();
      const number = (id) => this.data.steps.find((step) => step.id === id)?.number;
      for (const { step: from, to } of this.moves) {
        for (const step of this.data.steps) {
          if (step.number > number(from) && step.number < number(to)) skipped.add(step);
          if (step.number >= number(to)) skipped.delete(step);
        }
      }
      return new Set([...skipped].filter((step) => this.ticked(step).length === 0));
    }

    /** When a limit ended: at its tick, at its event or, for the step's own limit, at the move out of the step. */
    #done(limit, step, start) {
      const event = [limit.by, limit.ends_with].map((name) => name && this.state(`events/${name}`)).find(Boolean);
      const left = limit.title ? null : this.#movesSince(step).find((move) => move.step === step.id && move.to);
      return this.time(limit.path) ?? (event && at(event) >= at(start) ? event : left?.time);
    }
  }

  Object.assign(window.amends, { Case, END, FACTS, TICKED, at, calendar });
})();
