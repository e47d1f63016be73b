/* What the pages of cases share: words, times, limits, questions to the reader, and a case as text. */
(() => {
  "use strict";

  const { NONE, END, FACTS, Store, at, bare, calendar, iso } = window.amends;
  const data = bare(JSON.stringify(window.amends.process));
  const root = new URL("../..", document.currentScript.src);
  const store = new Store(data.sop, data.version, data.apart);
  store.rename(data.moved);

  const w = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
  const place = (to) => data.places[to] ?? to;
  const caseName = (name) => (name === NONE ? w("none") : name);
  const href = (id) => `${root}checklists/${id}.html`;

  const one = (selector, within = document) => within.querySelector(selector);

  /** Replace the content of an element with these; text stays text, and empty values are left out. */
  const fill = (element, ...children) => element.replaceChildren(...children.flat(9).filter(Boolean));

  /** An element with its properties and its content. */
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    fill(element, children);
    return element;
  };
  const button = (label, onclick, more = "") => make("button", { type: "button", className: `am-button ${more}`, onclick }, label);
  const choices = (...buttons) => make("p", { className: "am-buttons" }, buttons);

  const chip = (element, { severity }) => {
    element.textContent = data.severities[severity] ?? "";
    element.dataset.severity = Object.keys(data.severities).indexOf(severity) + 1;
    return element;
  };

  const spoken = make("div", { className: "am-offstage", role: "status" });
  document.body.append(spoken);
  const say = (text) => {
    // A screen reader reads the same words again only if the region was empty in between.
    spoken.textContent = "";
    setTimeout(() => (spoken.textContent = text), 50);
  };

  const short = new Intl.DateTimeFormat(data.form, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const long = new Intl.DateTimeFormat(data.form, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  const fullTime = (time) => time && long.format(new Date(time));
  const when = (time) => (time?.slice(0, 10) === iso().slice(0, 10) ? short.format(new Date(time)) : fullTime(time));

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

  /** Ask, and get the value of the button that was pressed, or "". */
  const ask = (text, answers) =>
    new Promise((answer) => {
      const buttons = [...answers, ["", w("cancel")]].map(([value, label]) => button(label, () => dialog.close(value)));
      const dialog = make("dialog", { className: "md-typeset am-dialog", ariaLabel: text }, make("p", {}, text), choices(buttons));
      dialog.onclose = () => {
        dialog.remove();
        answer(dialog.returnValue);
      };
      document.body.append(dialog);
      dialog.showModal();
    });

  const download = (name) => {
    const address = URL.createObjectURL(new Blob([store.exported(name)], { type: "application/json" }));
    make("a", { href: address, download: `case-${name.replace(/[^\p{L}\p{N}._-]+/gu, "_")}.json` }).click();
  };

  const closedText = ({ closed, reason }) => [w("closed", { end: place(closed) }), reason && w("closed-reason", { reason })].filter(Boolean).join(" ");

  const trail = (found) =>
    found.moves.map(({ time, step, answer, to, open, earlier }) => {
      const values = { time: fullTime(time), step: place(step), answer: data.texts[answer] ?? answer, to: place(to) };
      if (earlier) return w("trail-anew", { ...values, count: Object.keys(earlier).length });
      const line = w(answer ? "trail-answer" : "trail-move", values);
      return open ? `${line} ${w("trail-open", { count: open })}` : line;
    });

  const stepText = (found, step) => {
    const lines = [place(step.id).replace(/^./u, (first) => first.toUpperCase())];
    const stamps = new Set();
    const line = (word, path, values) => {
      const entry = found.entries[path];
      if (entry) stamps.add(w("text-version", { ...entry, fingerprint: entry.fingerprint.replace(/^.*:/, ""), number: data.number }));
      lines.push(w(word, { text: data.texts[path], time: entry && fullTime(entry.time), ...values }));
    };
    for (const tick of step.ticks) {
      const off = found.off(tick);
      line(found.state(tick.path) ? "text-ticked" : off ? "text-off" : "text-open", tick.path, { why: off && w(...off) });
    }
    for (const { path, answers } of step.decisions) {
      const answer = answers.find((one) => found.state(one.path));
      if (answer) line("text-answer", answer.path, { question: data.texts[path] });
    }
    return [...lines, ...stamps].join("\n");
  };

  /** A case, or some of its steps, as text for the case file. */
  const caseText = (found, steps) => {
    const received = found.state("events/received");
    const head = [
      w("text-case", { number: caseName(found.name) }),
      ...Object.keys(FACTS).map((fact) => found.called(fact) && w(`text-${fact}`, { [fact]: found.called(fact) })),
      received && w("text-received", { time: fullTime(received) }),
      found.closed && closedText(found),
    ];
    const path = found.moves.length > 0 && [w("trail"), ...trail(found)].join("\n");
    return [head.filter(Boolean).join("\n"), ...steps.map((step) => stepText(found, step)), path].filter(Boolean).join("\n\n");
  };
  const copy = async (text) => say(w((await window.amends.copied(text)) ? "copied" : "copy-failed"));

  /** Why the browser may lose ticks; nothing if it keeps them. */
  const unkept = () => {
    if (!store.isKept) return w("blocked");
    if (store.isFull) return w("full");
    const isChrome = /Chrom/.test(navigator.userAgent);
    if (location.protocol === "file:") return !isChrome && w("folder");
    // Safari forgets what a site has kept after seven days without a visit.
    return /Safari/.test(navigator.userAgent) && !isChrome && store.names().length > 0 && w("forget");
  };

  Object.assign(window.amends, {
    ask, away, button, caseName, caseText, chip, choices, closedText, copy, data, download, dueTime, fill, fullTime, href, limitName, make, notes, one, place, run,
    say, span, store, trail, unkept, w, when,
  });
})();
