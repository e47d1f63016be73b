/* How many cases are open, on pages that lead to them; and, beside the checklists, how far the case at hand is. */
(() => {
  "use strict";

  const { NONE, Case, Store, data, store, w, caseName } = window.amends;

  const link = document.querySelector("[data-open-cases]");
  const showCount = () => {
    const kept = new Store(link.dataset.openCases);
    const open = kept.names().filter((name) => name !== NONE && kept.entries(name).case?.state.closed === undefined);
    link.querySelector("span").textContent = link.dataset.count.replace("{count}", open.length);
    link.hidden = open.length === 0;
  };

  const showProgress = () => {
    const found = new Case(data, store, store.current);
    const isShown = found.ticked().length > 0;
    const now = document.querySelector("[data-current]");
    now.textContent = w("current", { number: caseName(found.name), ...found.whole() });
    now.hidden = !isShown;
    for (const step of data.steps) {
      const place = document.querySelector(`[data-share="${step.id}"]`);
      place.textContent = w("count", found.progress(step));
      place.hidden = !isShown;
    }
  };

  const render = () => {
    showCount();
    if (data) showProgress();
  };
  window.addEventListener("storage", render);
  window.addEventListener("pageshow", render);
})();
