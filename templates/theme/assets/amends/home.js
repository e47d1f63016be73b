/* The home page: where there is room, the search stands in its middle; its situations are open there. */
(() => {
  "use strict";

  /** The search itself comes to the place that is kept for it. On a phone it fills the screen, so there a button opens it. */
  const prepareSearch = (field) => {
    const toggle = document.getElementById("__search");
    const query = document.querySelector(".md-search__input");
    const search = document.querySelector(".md-search");
    if (!toggle || !query || !search) return;
    const home = document.createComment("");
    search.before(home);
    const isWide = window.matchMedia("(min-width: 60em)");
    const place = () => {
      field.hidden = isWide.matches;
      if (isWide.matches) field.after(search);
      else home.after(search);
    };
    place();
    isWide.addEventListener("change", place);
    field.addEventListener("click", () => {
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
