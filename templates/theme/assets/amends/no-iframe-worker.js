/* Lets the theme's search ask `find.js` on the page itself, without a worker: so it is the same from a folder, where browsers
   run no worker, and in a browser that refuses all storage. It comes with its index when somebody opens the search.
   The theme's plugin `offline` looks for a script of this name, and would fetch its own from the internet. */
(() => {
  "use strict";

  /** Takes the place of a storage that the browser refuses: without one the theme's script would stop. */
  const standIn = () => {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    };
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("amends");
    } catch {
      Object.defineProperty(window, name, { configurable: true, value: standIn() });
    }
  }

  /** Says that the search cannot answer, where else the theme would say for ever that it begins. */
  const sayFailed = () => {
    const said = document.querySelector(".md-search-result__meta");
    said.textContent = said.dataset.failed;
  };

  class SearchOnPage extends EventTarget {
    postMessage(message) {
      const scripts = ["find-words.js", "find-shown.js", "find.js", "find-kinds.js", "find-answer.js"];
      window.amends.need(...scripts).then(() => window.amends.answer(this, message), sayFailed);
    }

    terminate() {}
  }
  const Ordinary = window.Worker;
  window.Worker = function (address, ...rest) {
    return /workers\/search\.[^/]*$/.test(address) ? new SearchOnPage() : new Ordinary(address, ...rest);
  };

  /** Kept once somebody turns to the search, or comes from it: the theme then marks the words that were found. */
  const wanted = new Promise((resolve) => {
    const isSearch = ({ target }) => target.matches?.("#__search, .md-search__input") && resolve();
    for (const kind of ["change", "focusin"]) document.addEventListener(kind, isSearch);
    if (/[?&][qh]=/.test(location.search)) resolve();
  });
  // The theme asks for its index with every page. In a folder it waits by itself, for a script.
  const { open, send } = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (/\/search\/search_index\.json$/.test(address)) {
      waiting.add(this);
      this.addEventListener("loadend", () => this.status === 200 || sayFailed());
    }
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (waiting.has(this)) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // The theme looks at its field when a key is released; words also come by mouse, by voice, and from the clipboard.
  const lookAgain = ({ target, isComposing }) => {
    if (!isComposing && target.matches?.(".md-search__input")) target.dispatchEvent(new Event("keyup"));
  };
  document.addEventListener("input", lookAgain);
  document.addEventListener("compositionend", ({ target }) => lookAgain({ target }));
})();
