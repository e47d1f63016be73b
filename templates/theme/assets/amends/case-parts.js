/* What the pages of cases share: words, times, clocks, questions to the reader, and a case as text. */
(() => {
  "use strict";

  const { NONE, END, FACTS, Store, bare, iso } = window.amends;
  const data = bare(JSON.stringify(window.amends.process));
  const root = new URL("../..", document.currentScript.src);
  const store = new Store(data.sop, data.version);
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

  /** "90 s", "41 min", "1 h 5 min". */
  const span = (seconds) => {
    const all = Math.round(Math.abs(seconds));
    if (all < 100) return w("second", { count: all });
    const minutes = Math.round(all / 60);
    const parts = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
    return Object.entries(parts).map(([unit, count]) => count > 0 && w(unit, { count })).filter(Boolean).join(" ");
  };

  /** A limit as it stands now: words, a tone, and a phase that rises at half, at nine tenths and when it is over. */
  const reading = ({ limit, allowance, start, done, left }) => {
    if (!allowance) return { text: w("unknown", { values: limit.words }) };
    if (left === undefined) {
      const name = !allowance.is_open && (start ? "since" : allowance.seconds && "not-begun");
      const text = name ? w(name, { limit: allowance.words, time: start && when(start) }) : allowance.words;
      return { text: done ? `${text} · ${w("done", { time: when(done) })}` : text };
    }
    if (limit.kind === "wait") return { text: left > 0 ? w("wait", { time: span(left) }) : w("waited") };
    if (done) return { text: w(left < 0 ? "too-late" : "in-time", { time: when(done) }), tone: left < 0 ? "late" : "done" };
    const phase = [allowance.seconds / 2, allowance.seconds / 10, 0].filter((mark) => left < mark).length;
    return { text: w(phase === 3 ? "late" : "left", { time: span(left) }), tone: ["", "half", "soon", "late"][phase], phase };
  };

  let running = [];
  const show = (row, isLater) => {
    const { text, tone = "", phase = 0 } = reading(row.find());
    row.element.textContent = text;
    row.element.dataset.tone = tone;
    if (isLater && phase > row.phase) say(`${row.name}${w("colon")}${text}`);
    row.phase = phase;
  };
  /** Let elements show limits, each {element, find, name}; only a new phase is read aloud. */
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
      found.closed && w("closed", { end: place(found.closed) }),
    ];
    const path = found.moves.length > 0 && [w("trail"), ...trail(found)].join("\n");
    return [head.filter(Boolean).join("\n"), ...steps.map((step) => stepText(found, step)), path].filter(Boolean).join("\n\n");
  };
  const copy = async (text) => say(w((await window.amends.copied(text)) ? "copied" : "copy-failed"));

  /** Why the browser may lose ticks; nothing if it keeps them. */
  const unkept = () => {
    if (!store.isKept) return w("blocked");
    if (store.isFull) return w("full");
    return location.protocol === "file:" && !/Chrom/.test(navigator.userAgent) && w("folder");
  };

  Object.assign(window.amends, {
    ask, button, caseName, caseText, chip, choices, copy, data, download, fill, fullTime, href, make, one, place, run, say, store, trail, unkept, w, when,
  });
})();
