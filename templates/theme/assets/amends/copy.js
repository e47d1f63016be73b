/* Copies words to say as they are spoken, and letters with their paragraphs. No network. */
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

  let region;

  /** Copy the words beside a button, and say on it that they are copied. */
  const copyFrom = async (button) => {
    const label = button.querySelector("span");
    const before = button.dataset.label ?? label.textContent;
    button.dataset.label = before;
    if (!region) document.body.append((region = Object.assign(document.createElement("div"), { className: "am-offstage", role: "status" })));
    if (!(await copied(wordsOf(button)))) return;
    button.focus();
    label.textContent = button.dataset.copied;
    button.classList.add("am-copy--done");
    region.textContent = button.dataset.copied;
    setTimeout(() => {
      label.textContent = before;
      button.classList.remove("am-copy--done");
      region.textContent = "";
    }, 2000);
  };

  Object.assign(window.amends, { copied, copyFrom });
})();
