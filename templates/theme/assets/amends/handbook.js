/* The handbook's own script: what comes once it is needed, the note on an overdue review, and whether sources show. */
(() => {
  "use strict";

  const scripts = document.currentScript.src;
  const asked = {};
  /** Scripts that a page needs only once somebody does something, each loaded once, and run in this order. */
  const need = (...names) =>
    Promise.all(
      names.map((name) => {
        const load = (onload, fail) => {
          const onerror = () => fail(delete asked[name]); // so that the next try loads it again
          document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, scripts), async: false, onload, onerror }));
        };
        return (asked[name] ??= new Promise(load));
      })
    );

  /** Shows the notice of an overdue review, or marks the day that has passed. */
  const markOverdue = (review) => {
    const today = new Date();
    const [year, month, day] = review.dataset.review.split("-").map(Number);
    if (new Date(year, month - 1, day, 23, 59, 59) >= today) return;
    review.hidden = false;
    if (!review.dataset.overdue) return;
    const mark = document.createElement("strong");
    mark.className = "am-tag";
    mark.dataset.tone = "never";
    mark.textContent = review.dataset.overdue;
    review.append(" ", mark);
  };

  /** Lets the keyboard scroll parts that are wider than the screen; the theme does so for code only, and not on touch. */
  const makeWideReachable = () => {
    for (const part of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code"))
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  };

  /** Sources and remarks are for those who maintain the handbook: a switch, which this browser remembers if it may. */
  const SOURCES = "amends:sources";
  const remembered = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };
  const prepareSources = (box) => {
    const button = box.querySelector("button");
    const show = (isOn) => {
      document.documentElement.toggleAttribute("data-sources", isOn);
      button.setAttribute("aria-pressed", isOn);
    };
    box.hidden = !document.querySelector(".am-trace:not(.am-trace--applied, .am-trace--kept)");
    button.addEventListener("click", () => {
      const isOn = button.getAttribute("aria-pressed") === "false";
      remembered((storage) => (isOn ? storage.setItem(SOURCES, "on") : storage.removeItem(SOURCES)));
      show(isOn);
    });
    show(remembered((storage) => storage.getItem(SOURCES)) === "on");
  };

  /** Copying comes with the first time that somebody copies. */
  const prepareCopy = (button) => {
    button.hidden = false;
    button.addEventListener("click", () => need("copy.js").then(() => window.amends.copyFrom(button)));
  };

  /** A handbook that can no longer be installed takes back the worker that it once started. */
  const retire = async () => {
    const { href } = new URL("../../service-worker.js", scripts);
    for (const worker of await navigator.serviceWorker.getRegistrations()) if (worker.active?.scriptURL === href) worker.unregister();
  };
  if (navigator.serviceWorker?.controller && !document.querySelector("[rel=manifest]")) retire();

  window.amends = { ...window.amends, need };

  document.querySelectorAll("[data-copy]").forEach(prepareCopy);
  document.querySelectorAll("[data-review]").forEach(markOverdue);
  document.querySelectorAll("[data-switch=sources]").forEach(prepareSources);
  // The theme's own script comes first: it wraps the tables, and looks at the code.
  window.addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(makeWideReachable));
  window.addEventListener("resize", makeWideReachable);
})();
