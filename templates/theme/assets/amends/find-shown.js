/* How an answer of the search is shown: with the words that were looked for marked, and the part of a text in which they stand. */
(() => {
  "use strict";

  const { WORD, plainWord, isHan } = window.amends.words;
  const SNIPPET = 90;
  /** A word for the same shows in its plural, and not in words that only begin like it. */
  const AS_IT_IS = 0.9;
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const htmlOf = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  class Shown {
    #words = new Set();
    #runs = [];

    /** For one question: its words in all forms that the handbook has, and the words that mean the same, as they are. */
    constructor(question, vocabulary) {
      const meanings = vocabulary.meanings(question);
      for (const { weight, ways } of meanings) if (weight >= 0.4 || meanings.length === 1) ways.forEach((way, at) => this.#note(way, at === 0, vocabulary));
    }

    #note({ text, parts }, isTyped, vocabulary) {
      // Of a phrase for the same, a single word says nothing: “will not leave” is not found in “not”.
      if (isHan(text) || (parts.length > 1 && !isTyped)) this.#runs.push(text);
      else for (const part of parts) vocabulary.fitting(part).forEach((share, word) => (isTyped || share >= AS_IT_IS) && !vocabulary.little.has(word) && this.#words.add(word));
    }

    /** HTML of a text with the words marked. */
    marked(text, from = 0, to = text.length) {
      let html = "";
      let at = from;
      for (const [start, end] of this.#spots(text.slice(from, to)).map((spot) => spot.map((place) => place + from))) {
        if (end <= at) continue;
        html += `${htmlOf(text.slice(at, Math.max(at, start)))}<mark>${htmlOf(text.slice(Math.max(at, start), end))}</mark>`;
        at = end;
      }
      return html + htmlOf(text.slice(at, to));
    }

    /** The part of a text around the first word that was looked for. */
    excerpt(text) {
      const first = text.length > SNIPPET ? this.#first(text) : 0;
      const space = text.lastIndexOf(" ", Math.max(0, first - SNIPPET / 2));
      const from = first < SNIPPET ? 0 : isHan(text[first] ?? "") ? first - 15 : space + 1;
      const far = from + SNIPPET * 2;
      const gap = text.lastIndexOf(" ", far);
      const isCut = !isHan(text[far] ?? "") && gap > far - SNIPPET;
      const to = far >= text.length ? text.length : isCut ? gap : far;
      return `${from > 0 ? "… " : ""}${this.marked(text, from, to)}${to < text.length ? " …" : ""}`;
    }

    #first(text) {
      const said = text.toLowerCase();
      const runs = this.#runs.map((run) => said.indexOf(run)).filter((at) => at >= 0);
      return Math.min(...runs, this.#firstWord(text)) % Infinity || 0;
    }

    #firstWord(text) {
      if (this.#words.size > 0) for (const match of text.matchAll(WORD)) if (this.#words.has(plainWord(match[0]))) return match.index;
      return Infinity;
    }

    /** The places that show what was looked for, as [start, end]. */
    #spots(text) {
      const all = [];
      if (this.#words.size > 0) for (const match of text.matchAll(WORD)) if (this.#words.has(plainWord(match[0]))) all.push([match.index, match.index + match[0].length]);
      const said = text.toLowerCase();
      for (const run of this.#runs) for (let at = said.indexOf(run); at >= 0; at = said.indexOf(run, at + 1)) all.push([at, at + run.length]);
      return all.sort(([one, end], [other, last]) => one - other || last - end);
    }
  }

  window.amends = { ...window.amends, Shown };
})();
