/* The handbook's own script: copy buttons, the note on an overdue review, and whether sources show. No network. */
(() => {
  "use strict";

  /** The words of a script line, each blank in brackets. */
  const spoken = (line) =>
    Array.from(line.childNodes, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.classList.contains("slot")
        ? `[${node.textContent}]`
        : node.nodeType === Node.ELEMENT_NODE
          ? spoken(node)
          : node.textContent
    )
      .join("")
      .trim();

  /** What stands before a line of a letter: an empty line between paragraphs, and the case in which it is used. */
  const before = (line, index) => {
    const { copyClose: isClose, copyMark: mark } = line.closest("[data-line]").dataset;
    const gap = index === 0 ? "" : isClose === undefined ? "\n\n" : "\n";
    return mark === undefined ? gap : `${gap}>> ${mark}\n`;
  };

  const wordsOf = (button) => {
    const from = button.closest("[data-copy-from]");
    const lines = Array.from(from.querySelectorAll("[data-line] .am-line"));
    return from.dataset.copyApart === undefined
      ? lines.map(spoken).join("\n")
      : lines.map((line, index) => before(line, index) + spoken(line)).join("");
  };

  /** Copies without the clipboard interface, which browsers allow only on pages with https. */
  const copyBySelection = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "am-offstage";
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return isCopied;
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  const prepareCopy = (button, spokenStatus) => {
    const label = button.querySelector("span");
    const before = label.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!(await copied(wordsOf(button)))) return;
      button.focus();
      label.textContent = button.dataset.copied;
      button.classList.add("am-copy--done");
      spokenStatus.textContent = button.dataset.copied;
      setTimeout(() => {
        label.textContent = before;
        button.classList.remove("am-copy--done");
        spokenStatus.textContent = "";
      }, 2000);
    });
  };

  const status = () => {
    const region = document.createElement("div");
    region.className = "am-offstage";
    region.setAttribute("role", "status");
    document.body.append(region);
    return region;
  };

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

  window.amends = { ...window.amends, copied };

  const buttons = document.querySelectorAll("[data-copy]");
  if (buttons.length > 0) {
    const region = status();
    buttons.forEach((button) => prepareCopy(button, region));
  }
  document.querySelectorAll("[data-review]").forEach(markOverdue);
  document.querySelectorAll("[data-switch=sources]").forEach(prepareSources);
  // The theme's own script comes first: it wraps the tables, and looks at the code.
  window.addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(makeWideReachable));
  window.addEventListener("resize", makeWideReachable);
})();
