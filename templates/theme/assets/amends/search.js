/* What the theme's search needs for Chinese: it loses the last word of a query, and misses what is picked by mouse. */
(() => {
  "use strict";

  const HAN = /[\u3400-\u9fff]+/g;
  // This character shows the theme that a word has ended; no word of an index begins with it.
  const END = "\u3007";
  const SETUP = 0;
  const QUERY = 2;

  let documents = [];
  let words;

  /** The words of the index. The generator has put between them a mark that is not a Chinese character. */
  const known = () => {
    words ??= new Set(documents.flatMap(({ title, text }) => `${title} ${text}`.match(HAN) ?? []));
    return words;
  };

  const longestWord = (run, start) => {
    for (let end = run.length; end > start; end -= 1) {
      if (known().has(run.slice(start, end))) return run.slice(start, end);
    }
    return "";
  };

  /** A run of Chinese, cut into words of the index, each with its end; the rest may become a word later: `投`. */
  const cut = (run) => {
    const parts = [];
    let rest = "";
    const closeRest = () => {
      if (rest) parts.push(rest);
      rest = "";
    };
    for (let start = 0; start < run.length; ) {
      const word = longestWord(run, start);
      if (word) {
        closeRest();
        parts.push(word + END);
      } else {
        rest += run[start];
      }
      start += word.length || 1;
    }
    closeRest();
    return parts.join(" ");
  };

  const understood = (message) => {
    if (message?.type === SETUP) {
      documents = message.data.docs;
      words = undefined;
    }
    return message?.type === QUERY ? { ...message, data: message.data.replace(HAN, cut) } : message;
  };

  const post = window.Worker.prototype.postMessage;
  window.Worker.prototype.postMessage = function (message, ...rest) {
    return post.call(this, understood(message), ...rest);
  };

  // The theme looks at its field when a key is released; words also come by mouse, by voice, and from the clipboard.
  const lookAgain = ({ target, isComposing }) => {
    if (!isComposing && target.matches?.(".md-search__input")) target.dispatchEvent(new Event("keyup"));
  };
  document.addEventListener("input", lookAgain);
  document.addEventListener("compositionend", ({ target }) => lookAgain({ target }));
})();
