/* Time limits in words, as they stand now, and elements that show them while time goes on. */
(() => {
  "use strict";

  const { at, calendar, data, place, say, short, w, when } = window.amends;

  const inZone = (options) => new Intl.DateTimeFormat(data.form, { timeZone: calendar.zone, ...options });
  const DAY = { day: "numeric", month: "short" };
  const parts = {
    weekday: inZone({ weekday: "short" }),
    day: inZone(DAY),
    time: inZone({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    zone: inZone({ timeZoneName: "short" }),
    year: inZone({ year: "numeric" }),
    dayOfYear: inZone({ ...DAY, year: "numeric" }),
  };
  /** "Fri 27 Nov, 18:00" in the zone of the organisation, which is named if the clocks of the reader show another time. */
  const dueTime = (due) => {
    const [weekday, day, time, year, dayOfYear] = ["weekday", "day", "time", "year", "dayOfYear"].map((part) => parts[part].format(due));
    const isThisYear = year === parts.year.format(Date.now());
    const text = w("due-time", { weekday, day: isThisYear ? day : dayOfYear, time });
    if (time === short.format(due)) return text;
    return `${text} ${parts.zone.formatToParts(due).find(({ type }) => type === "timeZoneName").value}`;
  };

  /** "90 s", "41 min", "1 h 5 min", "3 days". */
  const span = (seconds) => {
    const all = Math.round(Math.abs(seconds));
    if (all < 100) return w("second", { count: all });
    const minutes = Math.round(all / 60);
    if (minutes >= 2880) return w("days", { count: Math.floor(minutes / 1440) });
    const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
    const [hours, rest] = [w("hour", { count: hour }), w("minute", { count: minute })];
    return hour > 0 && minute > 0 ? w("hour-minute", { hours, minutes: rest }) : hour > 0 ? hours : rest;
  };

  const relative = new Intl.RelativeTimeFormat(data.form, { numeric: "auto" });
  /** "in 2 days", "tomorrow", "1 h 10 min left". */
  const away = ({ due, left }) => {
    const days = calendar.day(due) - calendar.day(Date.now());
    return days > 0 ? relative.format(days, "day") : w("left", { time: span(left) });
  };

  /** A limit as it stands now: words, a tone, and a phase that rises at half, at nine tenths and when it is over. */
  const reading = ({ limit, allowance, start, done, due, left }) => {
    if (!allowance) return { text: w("unknown", { values: limit.words }) };
    if (left === undefined) {
      const name = !allowance.is_open && (start ? "since" : allowance.counted && "not-begun");
      const text = name ? w(name, { limit: allowance.words, time: start && when(start) }) : allowance.words;
      return { text: done ? `${text} · ${w("done", { time: when(done) })}` : text };
    }
    const time = dueTime(due);
    if (limit.kind === "every") return { text: done ? w("done", { time: when(done) }) : w("again", { time }) };
    if (limit.kind === "wait") return { text: left > 0 ? w("wait", { time }) : w("waited") };
    if (done) return { text: w(left < 0 ? "too-late" : "in-time", { time: when(done) }), tone: left < 0 ? "late" : "done" };
    const whole = (due - at(start)) / 1000;
    const phase = [whole / 2, whole / 10, 0].filter((mark) => left < mark).length;
    const more = phase === 3 ? w("late", { time: span(left) }) : left < 86_400 && w("left", { time: span(left) });
    const text = [w(phase === 3 ? "was-due" : "due-by", { time }), more].filter(Boolean).join(" · ");
    return { text, tone: ["", "half", "soon", "late"][phase], phase };
  };

  /** What a limit is called beside those of other steps. */
  const limitName = ({ limit, step }) => limit.title || place(step.id).replace(/^./u, (first) => first.toUpperCase());

  /** Why some of these limits have no date, or one that may still shift; each reason once. */
  const notes = (all) => [...new Set(all.flatMap(({ why, doubts = [] }) => [why, ...doubts].filter(Boolean).map((note) => w(...note))))];

  let running = [];
  const show = (row, isLater) => {
    const found = row.find();
    if (row.shows) row.shows(found);
    const { text, tone = "", phase = 0 } = found ? reading(found) : { text: "" };
    row.element.textContent = found && row.text ? row.text(found) : text;
    row.element.dataset.tone = tone;
    if (found && isLater && phase > row.phase) say(`${limitName(found)}${w("colon")}${row.element.textContent}`);
    row.phase = phase;
  };
  /** Let elements show limits, each {element, find}, in words of their own if there is a `text`; only a new phase is read aloud. */
  const run = (rows) => {
    running = rows;
    rows.forEach((row) => show(row));
  };
  setInterval(() => running.forEach((row) => show(row, true)), 1000);

  Object.assign(window.amends, { away, dueTime, limitName, notes, run, span });
})();
