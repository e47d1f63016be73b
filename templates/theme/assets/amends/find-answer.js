/* Answers the theme's script as a worker would; where a search finds nothing, the page says so and shows where else to look. */
(() => {
  "use strict";

  const { Finder, grouped } = window.amends;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  let finder;

  /** Call it once the theme has shown its results; the theme clears its list by itself, and nothing else. */
  const showNone = (query, count) => {
    const result = document.querySelector(".md-search-result");
    result.querySelector(".am-find-none")?.remove();
    const template = result.querySelector("[data-find-none]");
    if (!template || !query.trim() || count > 0) return;
    const said = result.querySelector(".md-search-result__meta");
    said.textContent = said.dataset.none.replace("{query}", () => query.trim());
    // Among the results, so that the theme's arrow keys walk to these links too.
    said.after(template.content.cloneNode(true));
  };

  const answer = (worker, { type, data }) => {
    const tell = (told) => worker.dispatchEvent(new MessageEvent("message", { data: told }));
    if (type === SETUP) {
      finder = new Finder(data.docs, data.config.words);
      setTimeout(() => tell({ type: READY }));
    } else if (type === QUERY) {
      const items = data ? grouped(finder, data) : [];
      setTimeout(() => {
        tell({ type: RESULT, data: { items } });
        showNone(data, items.length);
      });
    }
  };

  window.amends = { ...window.amends, answer };
})();
