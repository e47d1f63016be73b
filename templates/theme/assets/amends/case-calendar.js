/* Counting time as the organisation works, by the rules of `deadlines/calendar.py`, on the days that the build has written. Touches no page. */
(() => {
  "use strict";

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const DAY = 1440 * MINUTE;
  /** In minutes. */
  const MIDNIGHT = 1440;
  /** A hundred years, in days. */
  const FARTHEST = 36_525;
  /** How many days an estimated feast may move, in either direction. */
  const LATE_MOON = 2;
  /** How often something comes again before nobody counts any more. */
  const MOST_TIMES = 1000;
  const PARTS = Object.fromEntries(["year", "month", "day", "hour", "minute", "second"].map((part) => [part, "numeric"]));

  /** Thrown where the data end: why nothing can be counted, as [word, values]. */
  class Gap {
    constructor(...why) { this.why = why; }
  }

  /** Days are numbers of days since 1970; a time "as shown" is what the clocks of the zone show, as if it were UTC. */
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const weekday = (day) => (day + 3) % 7;

  class Calendar {
    #known = new Map();
    #clock;
    #isLost = false;

    /** `plan` is the calendar of the SOP; without one, the zone is that of the reader, and working days are not known. */
    constructor(plan) {
      this.plan = plan;
      const clock = (timeZone) => new Intl.DateTimeFormat("en-US", { ...PARTS, hourCycle: "h23", timeZone });
      try {
        this.#clock = clock(plan?.zone);
        this.zone = plan?.zone;
      } catch {
        // The zone is younger than this browser, so its days are not known here.
        this.#clock = clock();
        this.#isLost = true;
      }
    }

    /** When so much time is over, counted from `start`: {due, doubts} or {why}; nothing if it has no end in a hundred years. */
    after(start, [measure, count]) {
      const key = `${start} ${measure} ${count}`;
      if (!this.#known.has(key)) this.#known.set(key, this.#told(start, measure, count));
      return this.#known.get(key);
    }

    /** The same for what is to be done again each time: the first time after `now`. */
    next(start, [measure, count], now) {
      if (count === 0) return undefined;
      const passed = measure === "seconds" ? Math.floor((now - start) / (count * SECOND)) : 0;
      for (let number = Math.max(0, passed) + 1; number <= passed + MOST_TIMES; number++) {
        const found = this.after(start, [measure, count * number]);
        if (!found?.due || found.due > now) return found;
      }
      return undefined;
    }

    /** The day of a moment in the zone of the organisation. */
    day(moment) { return Math.floor(this.#shown(moment) / DAY); }

    #told(start, measure, count) {
      try {
        const end = this.#after(start, measure, count);
        if (end === undefined || end - start > FARTHEST * DAY) return undefined;
        const due = Math.max(start, end);
        return { due, doubts: /business|working/.test(measure) ? this.#doubts(start, due) : [] };
      } catch (gap) {
        if (!(gap instanceof Gap)) throw gap;
        return { why: gap.why };
      }
    }

    #after(start, measure, count) {
      if (measure === "seconds") return start + count * SECOND;
      if (this.#isLost) throw new Gap("no-zone", { zone: this.plan.zone });
      if (measure === "working hours") return this.#afterWork(start, count * 60 * MINUTE);
      const first = this.#dayOf(start);
      if (measure === "business days") return this.#endOf(this.#businessDay(first, count));
      const last = measure === "days" ? first + count : measure === "months" ? this.#monthsLater(first, count) : undefined;
      return last - first <= FARTHEST ? this.#endOfDay(last) : undefined;
    }

    /** The day with the same number; in a month that has none such, its last day. */
    #monthsLater(day, count) {
      const [year, month, date] = iso(day).split("-").map(Number);
      const first = Date.UTC(year, month - 1 + count, 1);
      const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
      return first / DAY + Math.min(date, last) - 1;
    }

    /** The day on which `start` counts: with a cut-off time, the next working day for what comes too late. */
    #dayOf(start) {
      const day = this.day(start);
      if (this.plan?.cut_off === undefined) return day;
      const minutes = Math.floor((this.#shown(start) - day * DAY) / MINUTE);
      const latest = Math.min(this.plan.cut_off, this.#halfDayEnd(day) ?? MIDNIGHT);
      return this.#businessDay(day, minutes <= latest ? 0 : 1);
    }

    /** The `count`-th working day after `day`; for none, the first working day from `day` on. */
    #businessDay(day, count) {
      if (count === 0) return this.#isWorkingDay(day) ? day : this.#businessDay(day, 1);
      let [left, found] = [count, day];
      while (left > 0 && found <= day + FARTHEST) left -= this.#isWorkingDay(++found);
      return found;
    }

    #afterWork(start, work) {
      const today = this.day(start);
      let left = work;
      // The work of yesterday may not be over.
      for (let day = this.#year(today) && this.plan.shifts.at(-1)[1] > MIDNIGHT ? today - 1 : today; day <= today + FARTHEST; day++) {
        for (const [opening, closing] of this.#shifts(day)) {
          const begin = Math.max(start, opening);
          const free = closing - begin;
          if (free > 0 && left <= free) return begin + left;
          left -= Math.max(free, 0);
        }
      }
      return undefined;
    }

    /** From when to when people work on this day, between its breaks. */
    #shifts(day) {
      if (!this.#isWorkingDay(day)) return [];
      const end = this.#halfDayEnd(day) ?? Infinity;
      const cut = this.plan.shifts.map(([begin, close]) => [begin, Math.min(close, end)]).filter(([begin, close]) => begin < close);
      return cut.map((shift) => shift.map((minutes) => this.#moment(day * DAY + minutes * MINUTE)));
    }

    #isWorkingDay(day) {
      const { week, but = [] } = this.#year(day);
      return week.includes(weekday(day)) !== but.includes(iso(day).slice(5));
    }

    #year(day) {
      const year = iso(day).slice(0, 4);
      if (!this.plan) throw new Gap("no-calendar");
      if (!this.plan.years[year]) throw new Gap("no-year", { year });
      return this.plan.years[year];
    }

    /** What may still change of the working days between two moments. */
    #doubts(start, due) {
      const doubts = [];
      const [first, last] = [start, due].map((moment) => this.day(moment));
      for (let year = Number(iso(first).slice(0, 4)); year <= Number(iso(last).slice(0, 4)); year++) {
        const { is_unsure, estimated = [] } = this.plan.years[year] ?? {};
        const isNear = (day) => day >= iso(first - LATE_MOON) && day <= iso(last + LATE_MOON);
        if (is_unsure) doubts.push(["no-make-up-days", { year }]);
        if (estimated.some((day) => isNear(`${year}-${day}`))) doubts.push(["estimated", { year }]);
      }
      return doubts;
    }

    #endOf(day) {
      const end = this.#halfDayEnd(day) ?? this.plan.end;
      return end === MIDNIGHT ? this.#endOfDay(day) : this.#moment(day * DAY + end * MINUTE);
    }

    #endOfDay(day) { return this.#moment((day + 1) * DAY - SECOND); }
    #halfDayEnd(day) { return this.plan.half?.[iso(day)] ?? this.plan.half?.[weekday(day)]; }

    #shown(moment) {
      const parts = this.#clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]);
      const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
      return Date.UTC(year, month - 1, day, hour, minute, second);
    }

    /** When the clocks show a time: the first of two moments; a time that they skip is the one that they show instead. */
    #moment(shown) {
      const near = [shown - DAY, shown + DAY].map((moment) => shown - (this.#shown(moment) - moment));
      const found = near.filter((moment) => this.#shown(moment) === shown);
      return found.length > 0 ? Math.min(...found) : near[0];
    }
  }

  Object.assign(window.amends, { Calendar });
})();
