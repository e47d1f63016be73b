/* Of a handbook that can be installed: starts the worker that keeps it for times without a network, and says when a page is a kept one. */
(() => {
  "use strict";

  // A browser has no such worker in a folder, without https, and in some private windows.
  if (!/^http/.test(location.protocol) || !navigator.serviceWorker) return;
  const root = new URL("../..", document.currentScript.src);
  navigator.serviceWorker.register(new URL("service-worker.js", root), { scope: root.pathname }).catch(() => {});

  const [way] = performance.getEntriesByType("navigation");
  const isKept = way?.serverTiming?.some(({ name }) => name === "amends-kept");
  const note = document.querySelector("[data-kept-page]");
  if (note) note.hidden = !isKept;
})();
