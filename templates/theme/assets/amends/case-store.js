/* Cases in this browser, one entry for each tick: `amends:SOP:CASE:PATH` -> {state, time, version, fingerprint}.
   Touches no page. What comes from a file or from the storage is checked here before anybody uses it. */
(() => {
  "use strict";

  const NONE = "-";
  const ID = "[a-z][a-z0-9-]*";
  const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
  const FORMAT = "amends-case";
  const MOST_BYTES = 1_000_000;
  const MOST_ENTRIES = 5000;

  const isTime = (value) => typeof value === "string" && TIME.test(value) && !Number.isNaN(Date.parse(value));
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const holds = (value, fields) =>
    isRecord(value) && Object.entries(value).every(([name, inner]) => Object.hasOwn(fields, name) && fields[name](inner));
  const matches = (pattern) => {
    const whole = new RegExp(`^(?:${pattern})$`);
    return (value) => typeof value === "string" && whole.test(value);
  };
  const TICK = `steps/${ID}/(?:(?:actions|records|limits)/${ID}|decisions/${ID}/outcomes/${ID})`;
  const isTick = matches(TICK);
  const isCount = (value) => Number.isInteger(value) && value >= 0;
  const isMove = (value) =>
    holds(value, {
      step: matches(ID),
      to: matches(`(?:end/)?${ID}`),
      answer: isTick,
      open: isCount,
      earlier: (ticks) => isRecord(ticks) && Object.entries(ticks).every(([path, time]) => isTick(path) && isTime(time)),
    }) && Object.hasOwn(value, "step");

  /** What may stand under which path. */
  const STATES = [
    [isTick, (state) => state === true],
    [matches("case"), (state) => holds(state, { severity: matches(`(?:${ID})?`), closed: matches(`end/${ID}`) })],
    [matches("events/[a-z]+"), isTime],
    [matches(`begun/${ID}`), isCount],
    [matches("path/\\d{4}"), isMove],
  ];
  const VALUE = {
    state: () => true,
    time: isTime,
    version: (value) => typeof value === "string" && value.length <= 60,
    fingerprint: matches("(?:[0-9a-f]{8})?"),
  };

  const isPath = (path) => STATES.some(([fits]) => fits(path));
  const isEntry = (path, value) =>
    holds(value, VALUE) &&
    Object.keys(value).length === 4 &&
    STATES.some(([fits, isState]) => fits(path) && isState(value.state));

  const isNumber = (text) =>
    typeof text === "string" && text.trim() === text && /^[^\p{C}]{1,60}$/u.test(text) && text !== NONE;

  /** Local time with its offset: "2026-11-22T14:32:05+08:00". */
  const iso = (date = new Date()) => {
    const offset = -date.getTimezoneOffset();
    const two = (value) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
    return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  };

  /** Stands in for a storage that is blocked, for as long as the page is open. */
  class Memory {
    getItem(key) { return this[key] ?? null; }
    setItem(key, text) { this[key] = text; }
    removeItem(key) { delete this[key]; }
  }

  const opened = (name) => {
    try {
      window[name].setItem("amends", "");
      window[name].removeItem("amends");
      return window[name];
    } catch {
      return new Memory();
    }
  };

  class Store {
    #disk = opened("localStorage");
    #tab = opened("sessionStorage");
    isKept = !(this.#disk instanceof Memory);
    isFull = false;

    constructor(sop, version) {
      Object.assign(this, { sop, version, prefix: `amends:${sop}:` });
    }

    /** The names of all cases; the one without a number is "-". */
    names() {
      const names = this.#keys(this.prefix).map((key) => decoded(key.slice(this.prefix.length).split(":")[0]));
      return [...new Set(names)].filter(Boolean).sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
    }

    /** All that is kept of one case, by path. */
    entries(name) {
      const start = this.#key(name, "");
      const all = this.#keys(start).sort().map((key) => [key.slice(start.length), parsed(this.#disk.getItem(key))]);
      return Object.fromEntries(all.filter(([path, value]) => isEntry(path, value)));
    }

    put(name, path, state, fingerprint = "", time = iso()) {
      this.#write(this.#key(name, path), JSON.stringify({ state, time, version: this.version, fingerprint }));
    }

    drop(name, path) {
      this.#disk.removeItem(this.#key(name, path));
    }

    /** Put entries as they are in the place of all that is there. */
    replace(name, entries) {
      this.remove(name);
      for (const [path, value] of Object.entries(entries)) this.#write(this.#key(name, path), JSON.stringify(value));
    }

    remove(name) {
      this.#keys(this.#key(name, "")).forEach((key) => this.#disk.removeItem(key));
    }

    /** The case at hand: each tab has its own, and a new tab begins with the last one chosen. */
    get current() {
      const key = `${this.prefix}:current`;
      return this.#tab.getItem(key) ?? this.#disk.getItem(key) ?? NONE;
    }

    set current(name) {
      this.#tab.setItem(`${this.prefix}:current`, name);
      this.#write(`${this.prefix}:current`, name);
    }

    /** One case as it is written to a file. */
    exported(name) {
      const head = { format: FORMAT, format_version: 1, sop: this.sop, version: this.version };
      return JSON.stringify({ ...head, case: name, exported: iso(), entries: this.entries(name) }, null, 2);
    }

    #key(name, path) {
      return `${this.prefix}${encodeURIComponent(name)}:${path}`;
    }

    #keys(start) {
      return Object.keys(this.#disk).filter((key) => key.startsWith(start));
    }

    #write(key, text) {
      try {
        this.#disk.setItem(key, text);
      } catch {
        this.isFull = true;
      }
    }
  }

  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return "";
    }
  };

  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  /** What is wrong with an exported file, each as [word, values]; nothing where it may be imported. */
  const mistakes = (text, sop, severities) => {
    if (text.length > MOST_BYTES) return [["wrong-size"]];
    const found = parsed(text);
    if (found === undefined) return [["wrong-json"]];
    if (!isRecord(found) || found.format !== FORMAT || !isRecord(found.entries)) return [["wrong-format"]];
    if (found.format_version !== 1) return [["wrong-version", { found: String(found.format_version) }]];
    if (found.sop !== sop) return [["wrong-sop", { found: String(found.sop) }]];
    const paths = Object.keys(found.entries);
    const wrong = [];
    if (found.case !== NONE && !isNumber(found.case)) wrong.push(["wrong-number"]);
    if (paths.length === 0 || paths.length > MOST_ENTRIES) return [...wrong, ["wrong-count"]];
    for (const path of paths) {
      if (!isPath(path)) wrong.push(["wrong-path", { path }]);
      else if (!isEntry(path, found.entries[path])) wrong.push(["wrong-entry", { path }]);
    }
    const severity = found.entries.case?.state?.severity;
    if (severity && !Object.hasOwn(severities, severity)) wrong.push(["wrong-severity", { found: String(severity) }]);
    return wrong;
  };

  window.amends = { ...window.amends, NONE, Store, iso, isNumber, mistakes };
})();
