/* Asks whether a file was saved, and loads the page anew. A page in the background does not ask. */
(() => {
  "use strict";

  const shown = Number(document.currentScript.dataset.version);
  const PAUSE = 200;

  const ask = async () => {
    if (document.visibilityState === "visible") {
      try {
        const version = await (await fetch("/_amends/version", { cache: "no-store" })).json();
        if (version !== shown) return location.reload();
      } catch {
        // The preview has ended, or begins anew.
      }
    }
    setTimeout(ask, PAUSE);
  };
  setTimeout(ask, PAUSE);
})();
