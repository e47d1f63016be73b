/* One case on its way through the steps: what applies, what is done, where it leads. Touches no page. */
(() => {
  "use strict";

  const { END, FACTS, at, iso } = window.amends;
  const TICKED = /\/(actions|records|outcomes)\//;

  class Case {
    constructor(data, store, name) {
      Object.assign(this, { data, store, name, entries: store.entries(name) });
      const paths = Object.keys(this.entries).filter((path) => path.startsWith("path/"));
      this.moves = paths.map((path) => ({ path, time: this.entries[path].time, ...this.entries[path].state }));
      this.#read();
    }

    /** What is known of the case becomes its own. */
    #read() {
      const { severity = "", kind = "", channel = "", closed, reason } = this.state("case") ?? {};
      Object.assign(this, { severity, kind, channel, closed, reason });
    }

    state(path) { return this.entries[path]?.state; }
    time(path) { return this.entries[path]?.time; }

    put(path, state, step, time) {
      this.store.put(this.name, path, state, step?.fingerprint, time);
      this.entries = this.store.entries(this.name);
      this.#read();
    }

    /** The name of the severity, the kind or the channel; nothing if it is not known, or not to this handbook. */
    called(fact) {
      return this[fact] === "-" ? this.data.words["no-kind"] : this.data[FACTS[fact]][this[fact]];
    }

    /** Keeps what is known of the case, with some of it changed. */
    know(changes, step) {
      const { severity, kind, channel, closed, reason } = { ...this, ...changes };
      this.put("case", { severity, kind: kind || undefined, channel: channel || undefined, closed, reason: reason || undefined }, step);
    }

    /** The reason why a tick, an answer or a limit does not apply, as [word, values]; nothing if it applies. */
    off({ when = {} }) {
      for (const [fact, names] of Object.entries(FACTS)) {
        const name = this.called(fact);
        if (name && when[names] && !when[names].includes(this[fact])) return [`off-${fact}`, { [fact]: name }];
      }
      const answers = when.outcomes ?? [];
      const answer = answers.map((path) => this.data.answers[path]).join(" / ");
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

    /** How long a limit gives this case, as far as that is known. */
    allowance({ within }) {
      return within[this.severity] ?? within["*"];
    }

    /** Whether a limit is one for this case; while the severity is not known, any severity may be. */
    isFor(limit) {
      return !this.off(limit) && Boolean(this.allowance(limit) || !this.severity);
    }

    begin(step) {
      this.put(`begun/${step.id}`, this.moves.length, step);
    }

    /** The moves of the case since it began a step. */
    movesSince(step) {
      return this.moves.slice(this.state(`begun/${step.id}`));
    }

    /** Whether the case has come to a step again since the step was begun. */
    isBack(step) {
      const isNew = this.movesSince(step).some((move) => move.to === step.id);
      return isNew && this.ticked(step).length > 0;
    }

    /** Where an answer leads now; a way that may not be taken again leads to its `then`. */
    way(answer, step) {
      const taken = this.moves.filter((move) => move.answer === answer.path && move.to === answer.way).length;
      const isSpent = answer.times !== undefined && taken >= answer.times;
      const to = isSpent ? answer.then : answer.way;
      return { answer, isSpent, stays: !isSpent && to === step.id, to: to === step.id ? undefined : to };
    }

    /** The ways out of a step as it is ticked now: those of the answers, else the ordinary one. */
    ways(step) {
      const chosen = step.decisions.map((decision) => this.chosen(decision)).filter((answer) => answer?.way);
      const led = chosen.map((answer) => this.way(answer, step));
      const ways = led.filter((way) => way.to);
      if (ways.length === 0 && led.some((way) => way.stays)) return [];
      const all = ways.length > 0 || !step.onward ? ways : [{ to: step.onward }];
      const [open] = this.#openBeside(step);
      return all.map((way) => (open && !(way.answer && way.to.startsWith(END)) ? { ...way, to: open } : way));
    }

    /** The steps beside this one that are not done since all of them began: the case goes to each before it leaves them. */
    #openBeside({ id, beside = [] }) {
      const began = this.moves.map(({ step, to }) => beside.includes(to) && !beside.includes(step)).lastIndexOf(true);
      const left = this.moves.slice(began + 1).filter(({ to }) => to).map(({ step }) => step);
      return beside.filter((other) => other !== id && !left.includes(other));
    }

    /** Go on: keep the way that was taken, and bring about the event of the step. */
    go(step, way, reason) {
      const { done, total } = this.progress(step);
      const last = this.moves.at(-1);
      // A reader who comes back and takes another way, with no tick made in between, has changed their mind.
      const isAgain = last?.step === step.id && !last.earlier && !this.#isTouched(last);
      const path = isAgain ? last.path : this.nextPath();
      this.put(path, { step: step.id, answer: way.answer?.path, to: way.to, open: total - done }, step);
      this.happen(step);
      if (way.to.startsWith(END)) this.close(way.to, step, reason);
    }

    #isTouched(move) {
      return this.ticked({ id: move.to }).some((path) => at(this.time(path)) > at(move.time));
    }

    nextPath() {
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

    /** Whether the case has come to a step; a reader who only looks ahead begins no time limit of the whole case. */
    isReached(step) {
      const { beside = [step.id] } = step;
      return beside.includes(this.data.start) || this.ticked(step).length > 0 || this.moves.some((move) => move.step === step.id || beside.includes(move.to));
    }
  }

  Object.assign(window.amends, { Case, TICKED });
})();
