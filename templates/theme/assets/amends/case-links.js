/* Shows how many cases are open, on pages that lead to them, and how far the case at hand is, beside the checklists. */
(() => {
  "use strict";

  const { NONE, Case, Store, data, store, w, caseName } = window.amends;
  const one = (selector) => document.querySelector(selector);

  const fill = (element, text, isShown) => {
    element.textContent = text;
    element.closest("[data-shown]").hidden = !isShown;
  };

  const render = () => {
    const link = one("[data-open-cases]");
    const kept = new Store(link.dataset.openCases);
    const { length } = kept.names().filter((name) => name !== NONE && kept.get(name, "case") && !kept.get(name, "case").state.closed);
    fill(one("[data-open-cases] span"), link.dataset.count.replace("{count}", length), length);
    if (!data) return;
    const found = new Case(data, store, store.current);
    const isShown = found.ticked().length > 0;
    fill(one("[data-current]"), w("current", { number: caseName(found.name), ...found.whole() }), isShown);
    for (const step of data.steps) fill(one(`[data-share="${step.id}"]`), w("count", found.progress(step)), isShown);
  };
  addEventListener("storage", render);
  addEventListener("pageshow", render);
})();
