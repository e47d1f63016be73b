/* The home page: its large field opens the search of the theme; its situations are open where there is room. */
(() => {
  "use strict";

  const prepareSearch = (field) => {
    const toggle = document.getElementById("__search");
    const query = document.querySelector(".md-search__input");
    if (!toggle || !query) return;
    field.hidden = false;
    field.addEventListener("click", () => {
      // On a phone the theme shows its field once this is ticked; a wide screen shows it at any time.
      if (!toggle.checked) toggle.click();
      query.focus();
    });
  };

  const situations = [...document.querySelectorAll("[data-situation]")];
  const hasRoom = window.matchMedia("(min-width: 45em)");

  /** Open all where there is room; else only the one that the address names. */
  const open = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const situation of situations) {
      situation.open = hasRoom.matches || situation.contains(named);
      // Where situations cannot be closed, the keyboard skips their buttons.
      situation.querySelector("summary").tabIndex = hasRoom.matches ? -1 : 0;
    }
  };

  document.querySelectorAll("[data-find]").forEach(prepareSearch);
  open();
  hasRoom.addEventListener("change", open);
  window.addEventListener("hashchange", open);
})();
