/* Cases in this browser, one entry for each tick: `amends:SITE:SOP:CASE:PATH` -> {state, time, version, fingerprint}.
   SITE is the path of the site, so two handbooks at one address of a server never share or delete each other's cases.
   Touches no page. What comes from a file or from the storage is checked here before anybody uses it. */
(() => {
  "use strict";

  const NONE = "-";
  const END = "end/";
  /** What is known of a case, and where the data has the names of it. A case of no special kind has the kind "-". */
  const FACTS = { severity: "severities", kind: "kinds", channel: "channels" };
  const ID = "[a-z][a-z0-9-]*";
  const TIME = '"\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3])(:[0-5]\\d){2}[+-](0\\d|1[0-4]):[0-5]\\d"';
  const TICK = `steps/${ID}/((actions|records|limits)/${ID}|decisions/${ID}/outcomes/${ID})`;
  const FIELD = `records/${ID}/fields/${ID}`;
  const CHECK = `pause_points/${ID}/items/${ID}`;
  /** For each pattern of paths, the pattern of the states, as JSON, that may stand there. */
  const STATES = {
    [TICK]: "true",
    [CHECK]: "true",
    [FIELD]: `(true|"([^"\\\\]|\\\\.){0,9000}"|\\[("${ID}",?)+\\])`,
    case: `{"severity":"(${ID})?"(,"kind":"(${ID}|-)")?(,"channel":"${ID}")?(,"closed":"end/${ID}"(,"reason":"([^"\\\\]|\\\\.){1,600}")?)?}`,
    [`events/${ID}`]: TIME,
    [`begun/${ID}`]: "\\d{1,4}",
    "path/\\d{4}": `{"step":"${ID}"(,"answer":"${TICK}")?(,"to":"(end/)?${ID}")?(,"open":\\d{1,4})?(,"earlier":{("${TICK}":${TIME},?)*})?}`,
  };

  const fits = (pattern, text) => new RegExp(`^(${pattern})$`).test(text);
  const stateAt = (path) => STATES[Object.keys(STATES).find((pattern) => fits(pattern, path))];
  const isEntry = (path, value) =>
    fits(`{"state":${stateAt(path)},"time":${TIME},"version":"[^"]{0,60}","fingerprint":"(([a-zA-Z-]{2,20}:)?[0-9a-f]{8})?"}`, JSON.stringify(value));
  /** Local time with its offset: "2026-11-22T14:32:05+08:00". */
  const iso = (date = new Date()) => {
    const offset = -date.getTimezoneOffset();
    const two = (value) => String(Math.trunc(Math.abs(value))).padStart(2, 0);
    const local = new Date(+date + offset * 60_000).toISOString().slice(0, 19);
    return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  };

  const at = (time) => Date.parse(time) || 0;

  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const parsed = (text) => attempt(() => JSON.parse(text));

  /** JSON whose objects have the names that stand in it and no others: there is no severity `constructor`. */
  const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const bare = (text) => JSON.parse(text, (_, value) => (isPlain(value) ? Object.assign(Object.create(null), value) : value));

  /** The path of the whole site: the languages of a handbook share their cases. */
  const site = attempt(() => new URL("../../..", document.currentScript.src).pathname) ?? "";

  /** Takes the place of a blocked storage while the page is open. */
  class Memory {
    getItem(key) { return this[key] ?? null; }
    setItem(key, text) { this[key] = text; }
    removeItem(key) { delete this[key]; }
  }
  const opened = (name) =>
    attempt(() => {
      if (!(window[name] instanceof Storage)) return undefined; // the search has put something in its place
      window[name].setItem("amends", "");
      window[name].removeItem("amends");
      return window[name];
    }) ?? new Memory();

  class Store {
    #disk = opened("localStorage");
    #tab = opened("sessionStorage");
    /** What a full storage has refused: it lasts while the page is open, so that it can be exported. */
    #refused = {};
    isKept = !(this.#disk instanceof Memory);

    get isFull() { return Object.keys(this.#refused).length > 0; }

    constructor(sop, version) {
      Object.assign(this, { sop, version, prefix: `amends:${encodeURIComponent(site)}:${sop}:` });
    }

    /** The names of all cases; the one without a number is "-". */
    names() {
      const names = this.#keys(this.prefix).map((key) => attempt(() => decodeURIComponent(key.slice(this.prefix.length).split(":")[0])));
      return [...new Set(names)].filter(Boolean).sort();
    }

    get(name, path) {
      const value = parsed(this.#read(this.#key(name, path)));
      return isEntry(path, value) ? value : undefined;
    }

    /** All entries of one case, by path. */
    entries(name) {
      const start = this.#key(name, "");
      const paths = this.#keys(start).sort().map((key) => key.slice(start.length));
      return Object.fromEntries(paths.map((path) => [path, this.get(name, path)]).filter(([, value]) => value));
    }

    put(name, path, state, fingerprint = "", time = iso()) {
      this.replace(name, { [path]: { state, time, version: this.version, fingerprint } });
    }

    drop(name, path) {
      this.#erase(this.#key(name, path));
    }

    /** Store entries without any change. */
    replace(name, entries) {
      for (const [path, value] of Object.entries(entries)) this.#write(this.#key(name, path), JSON.stringify(value));
    }

    remove(name) {
      this.#keys(this.#key(name, "")).forEach((key) => this.#erase(key));
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

    #key(name, path) {
      return `${this.prefix}${encodeURIComponent(name)}:${path}`;
    }

    #keys(start) {
      return [...new Set([...Object.keys(this.#disk), ...Object.keys(this.#refused)])].filter((key) => key.startsWith(start));
    }

    #read(key) {
      return this.#refused[key] ?? this.#disk.getItem(key);
    }

    /** Where something goes, there may be room again for what was refused. */
    #erase(key) {
      delete this.#refused[key];
      this.#disk.removeItem(key);
      Object.entries(this.#refused).forEach((entry) => this.#write(...entry));
    }

    #write(key, text) {
      try {
        this.#disk.setItem(key, text);
        delete this.#refused[key];
      } catch {
        this.#refused[key] = text;
      }
    }
  }

  window.amends = { ...window.amends, END, FACTS, FIELD, NONE, Store, at, attempt, bare, fits, ID, isEntry, iso, parsed, stateAt };
})();
