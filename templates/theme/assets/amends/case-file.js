/* How a case leaves the browser, as text or as a file, and what must be right before a file may come in. */
(() => {
  "use strict";

  const { FACTS, NONE, caseName, closedText, data, fullTime, iso, make, place, say, store, w, ...amends } = window.amends;
  const FORMAT = "amends-case";
  const MOST_LETTERS = 1_000_000;
  const MOST_ENTRIES = 5000;

  // Two numbers that look alike would be two cases, so a number has no invisible characters, and no blanks but the ordinary one.
  const isNumber = (text) => text !== NONE && /^(?! )(?:[^\p{C}\p{Z}\p{DI}\u2800]| ){1,60}(?<! )$/u.test(text);

  /** The entries of confidential records, which are kept apart from the file of a case. */
  const isApart = ([path]) => data.apart.some((start) => path.startsWith(start));
  const confidential = (name) => Object.fromEntries(Object.entries(store.entries(name)).filter(isApart));

  /** One case as it is written to a file. */
  const exported = (name) => {
    const head = { format: FORMAT, format_version: 1, sop: data.sop, version: data.version };
    const entries = Object.fromEntries(Object.entries(store.entries(name)).filter((entry) => !isApart(entry)));
    return JSON.stringify({ ...head, case: name, exported: iso(), entries }, null, 2);
  };

  const download = (name) => {
    const address = URL.createObjectURL(new Blob([exported(name)], { type: "application/json" }));
    make("a", { href: address, download: `case-${name.replace(/[^\p{L}\p{N}._-]+/gu, "_")}.json` }).click();
  };

  const trail = (found) =>
    found.moves.map(({ time, step, answer, to, open, earlier }) => {
      const values = { time: fullTime(time), step: place(step), answer: data.answers[answer] ?? answer, to: place(to) };
      if (earlier) return w("trail-anew", { ...values, count: Object.keys(earlier).length });
      const line = w(answer ? "trail-answer" : "trail-move", values);
      return open ? `${line} ${w("trail-open", { count: open })}` : line;
    });

  const stepText = (found, step) => {
    const lines = [place(step.id).replace(/^./u, (first) => first.toUpperCase())];
    const { texts } = window.amends.more;
    const stamps = new Set();
    const line = (word, path, values) => {
      const entry = found.entries[path];
      if (entry) stamps.add(w("text-version", { ...entry, fingerprint: entry.fingerprint.replace(/^.*:/, ""), number: data.number }));
      lines.push(w(word, { text: data.answers[path] ?? texts[path], time: entry && fullTime(entry.time), ...values }));
    };
    for (const tick of step.ticks) {
      const off = found.off(tick);
      line(found.state(tick.path) ? "text-ticked" : off ? "text-off" : "text-open", tick.path, { why: off && w(...off) });
    }
    for (const { path, answers } of step.decisions) {
      const answer = answers.find((one) => found.state(one.path));
      if (answer) line("text-answer", answer.path, { question: texts[path] });
    }
    return [...lines, ...stamps].join("\n");
  };

  /** What stands in a field, in words. */
  const entryText = (value, { choices, unit = "" }) => {
    if (value === true) return w("form-yes");
    const words = [value].flat().map((one) => choices[one] ?? one).join("; ");
    return `${words.replace(/(?<=-\d\d)T(?=\d\d:\d\d$)/, " ").replace(/\n/g, "\n  ")} ${unit}`.trim();
  };

  /** The forms of a case in which something is written, with the paths of what is. */
  const written = (found) =>
    Object.entries(amends.bare(JSON.stringify(window.amends.more.forms)))
      .map(([id, form]) => ({ id, ...form, paths: found.written(id) }))
      .filter(({ paths }) => paths.length > 0);

  const formText = (found, { id, title, fields, paths }) => {
    const start = `records/${id}/fields/`;
    if (isApart([start])) return w("text-form-apart", { form: title });
    const known = Object.keys(fields).filter((field) => paths.includes(start + field));
    const lines = known.map((field) => `- ${fields[field].label}${w("colon")}${entryText(found.state(start + field), fields[field])}`);
    return [title, ...lines].join("\n");
  };

  /** A case, or some of its steps and forms, as text for the case file. */
  const caseText = (found, steps, forms) => {
    const received = found.state("events/received");
    const head = [
      w("text-case", { number: caseName(found.name) }),
      ...Object.keys(FACTS).map((fact) => found.called(fact) && w(`text-${fact}`, { [fact]: found.called(fact) })),
      received && w("text-received", { time: fullTime(received) }),
      found.closed && closedText(found),
    ];
    const filled = written(found).filter(({ id }) => !forms || forms.includes(id));
    const path = found.moves.length > 0 && [w("trail"), ...trail(found)].join("\n");
    return [head.filter(Boolean).join("\n"), ...steps.map((step) => stepText(found, step)), ...filled.map((form) => formText(found, form)), path].filter(Boolean).join("\n\n");
  };
  const copy = async (text) => say(w((await window.amends.copied(text)) ? "copied" : "copy-failed"));

  const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? "");

  /** What is wrong with an exported file, each as [word, values]; nothing if it may be imported. */
  const mistakes = (text) => {
    if (text.length > MOST_LETTERS) return [["wrong-size"]];
    const found = amends.parsed(text);
    if (found === undefined) return [["wrong-json"]];
    if (found?.format !== FORMAT || !/^{/.test(JSON.stringify(found.entries))) return [["wrong-format"]];
    if (found.format_version !== 1) return [["wrong-version", { found: shown(found.format_version) }]];
    if (found.sop !== data.sop) return [["wrong-sop", { found: shown(found.sop) }]];
    const all = Object.entries(found.entries);
    const known = amends.isEntry("case", found.entries.case) ? found.entries.case.state : {};
    const wrong = all
      .filter((entry) => !amends.isEntry(...entry))
      .map(([path]) => [amends.stateAt(path) ? "wrong-entry" : "wrong-path", { path }]);
    if (found.case !== NONE && !(typeof found.case === "string" && isNumber(found.case))) wrong.unshift(["wrong-number"]);
    if (all.length === 0 || all.length > MOST_ENTRIES) wrong.push(["wrong-count"]);
    for (const [fact, names] of Object.entries(FACTS))
      if (known[fact] && known[fact] !== NONE && !data[names][known[fact]]) wrong.push([`wrong-${fact}`, { found: known[fact] }]);
    return wrong;
  };

  Object.assign(window.amends, { caseText, confidential, copy, download, isNumber, mistakes, trail, written });
})();
