/* The page of cases: how far each case is; continue, copy, export, delete, import. */
(() => {
  "use strict";

  const { CLOCKS, NONE, Case, caseName, data, make, one, store, w, withScripts, ...amends } = window.amends;
  const messages = one("[data-notices]");

  const render = () => {
    const all = store.names().map((name) => new Case(data, store, name));
    const kept = all.filter((found) => (found.name === NONE ? found.ticked().length + found.written().length > 0 : found.state("case")));
    const open = kept.filter((found) => !found.closed);
    const closed = kept.filter((found) => found.closed);
    one("[data-closed] .am-count").textContent = closed.length;
    one("[data-closed]").hidden = closed.length === 0;
    one("[data-none]").hidden = open.length > 0;
    const show = ({ showCards }) => showCards(open, closed, render);
    if (kept.length > 0 || window.amends.showCards) withScripts([...CLOCKS, "case-more.js", "case-ask.js", "case-file.js", "copy.js", "cases-cards.js"], show);
  };

  const tell = (...lines) => {
    const box = make("div", { className: "am-notice", tabIndex: -1 }, lines.map((line) => make("p", {}, line)));
    messages.replaceChildren(...(lines[0] ? [box] : []));
    if (lines[0]) box.focus();
  };

  const newest = (entries) => Math.max(...Object.values(entries).map(({ time }) => Date.parse(time)));

  const bring = async (file, { ask, confidential, mistakes }) => {
    const text = await file.text();
    const wrong = mistakes(text);
    if (wrong.length > 0) {
      const more = wrong.length > 8 ? [w("wrong-more", { count: wrong.length - 8 })] : [];
      tell(w("wrong", { name: file.name }), ...wrong.slice(0, 8).map((mistake) => w(...mistake)), ...more);
      return;
    }
    const { case: name, entries } = JSON.parse(text);
    const here = store.entries(name);
    if (Object.keys(here).length > 0) {
      const age = Math.sign(newest(entries) - newest(here));
      const newer = w(["newer-here", "newer-same", "newer-file"][age + 1]);
      const question = w("exists", { number: caseName(name), newer });
      if ((await ask(question, [["replace", w("replace")]])) !== "replace") return;
    }
    const apart = confidential(name);
    store.remove(name);
    store.replace(name, { ...entries, ...apart });
    amends.renamed();
    tell(w("imported", { number: caseName(name) }));
    render();
  };

  const take = (file) => file && withScripts(["case-ask.js", "case-file.js"], (more) => bring(file, more));
  const input = one("[data-drop] input");
  input.onchange = () => {
    take(input.files[0]);
    input.value = "";
  };
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("drop", ({ dataTransfer }) => take(dataTransfer.files[0]));
  addEventListener("storage", render);
  addEventListener("pageshow", render);

  one("[data-cases]").hidden = false;
  one("[data-no-script]").hidden = true;
  if (amends.unkept()) tell(amends.unkept());
  render();
})();
