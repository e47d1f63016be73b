/* What the pages of cases share: words, times, parts of a page, questions to the reader. */
(() => {
  "use strict";

  const { NONE, Store, attempt, bare, iso, need } = window.amends;
  const data = bare(JSON.stringify(window.amends.process));
  const root = new URL("../..", document.currentScript.src);
  const store = new Store(data.sop, data.version);
  const [, linked] = location.hash.split("#case:");
  if (linked) {
    store.current = attempt(() => decodeURIComponent(linked)) ?? NONE;
    history.replaceState(null, "", location.pathname);
  }

  const w = (name, values = {}) => data.words[name].replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
  const place = (to) => data.places[to] ?? to;
  const caseName = (name) => (name === NONE ? w("none") : name);
  const page = (path) => `${root}${path}.html`;
  const href = (id) => page(`checklists/${id}`);

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

  const closedText = ({ closed, reason }) => [w("closed", { end: place(closed) }), reason && w("closed-reason", { reason })].filter(Boolean).join(" ");

  /** Why the browser may lose ticks; nothing if it keeps them. */
  const unkept = () => {
    if (!store.isKept) return w("blocked");
    if (store.isFull) return w("full");
    const isChrome = /Chrom/.test(navigator.userAgent);
    if (location.protocol === "file:") return !isChrome && w("folder");
    // WebKit, on an iPhone the engine of every browser and app, forgets what a site has kept after seven days without a visit.
    return /AppleWebKit/.test(navigator.userAgent) && !isChrome && store.names().length > 0 && w("forget");
  };

  /** Cases that began under earlier names of entries use the names of today, before a page shows them. */
  const renamed = async () => {
    if (!Object.keys(data.moved).length || !store.names().length) return;
    await need("case-rename.js");
    store.rename(data.moved);
    dispatchEvent(new Event("storage"));
  };
  renamed();

  /** What counts and shows time limits. */
  const CLOCKS = ["case-calendar.js", "case-limits.js", "case-clocks.js"];
  /** Load what an act needs, then do it; without the network, say so. */
  const withScripts = async (names, act) => {
    if (await need(...names).catch(() => say(w("not-loaded")))) return act(window.amends);
  };

  Object.assign(window.amends, {
    CLOCKS, button, caseName, chip, choices, closedText, data, fill, fullTime, href, make, one, page, place, renamed, say, short, store, unkept, w, when, withScripts,
  });
})();
