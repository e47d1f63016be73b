/* The search: which places of the handbook answer a question. Touches no page.
   A word is found in all its forms, since forms of a word begin alike: “letters”, “apologize”, “remboursé”. Chinese has no
   forms and no spaces: there, pairs of characters are looked for, and the whole phrase first. */
(() => {
  "use strict";

  const HAN = /[\u3400-\u9fff]+/g;
  const WORD = /[\p{L}\p{N}]+/gu;
  /** How much a word in the title of a place counts, and one in the title of its page; in the text it counts 1.
      A title that many pages have, such as “What to do”, tells one place from another no better than its text. */
  const IN_TITLE = 8;
  const IN_PAGE_TITLE = 2;
  const MANY = 4;
  /** A form of a word has this many letters in common with it, at least such a share of both, and at most so many more. */
  const STEM = 4;
  const SHARE = 0.62;
  const ENDING = 3;
  /** What counts as a form, against the word itself. */
  const BEGINS = 0.7;
  const ALIKE = 0.6;
  /** Longer texts hold any word, so they count less; as in BM25. */
  const SATURATION = 2.5;
  const LENGTH = 0.6;
  /** Whoever types the whole name of a place wants that place. */
  const NAMED = 3;
  /** Little words (“can I”, “is it”) say what somebody wants, but not what about. Our texts hold few of them, which must not make them weigh more. */
  const LITTLE = 0.15;
  /** A pair of Chinese characters that stands nowhere is looked for by its characters: “丢了” finds “丢失”. */
  const HALF = 0.5;
  const SNIPPET = 90;

  /** Letters as they are compared: without accents, capitals and the separators of figures. */
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/(\d)[,.\u2019\u202f\u00a0](?=\d{3}(?!\d))/g, "$1")
      .toLowerCase();

  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  const textOf = (html) =>
    html
      .replace(/\u200b/g, "")
      .replace(/<\/(?:p|li)>/g, " ")
      .replace(/<[^>]*>/g, "")
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name])
      .replace(/\s+/g, " ")
      .trim();
  const htmlOf = (text) => text.replace(/[&<>"]/g, (sign) => `&${Object.keys(ENTITIES).find((name) => ENTITIES[name] === sign)};`);

  const pairs = (run) => (run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
  /** The parts of a text that can be found: words, and pairs of Chinese characters. */
  const partsOf = (text) => {
    const runs = text.match(HAN) ?? [];
    const words = text.replace(HAN, " ").match(WORD) ?? [];
    return [...words, ...runs.flatMap(pairs)];
  };
  const isHan = (part) => /^[\u3400-\u9fff]/.test(part);

  const inCommon = (one, other) => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
  };
  /** How well a word of the handbook fits one that was typed: 1 for the word itself, 0 for another one. */
  const likeness = (typed, word) => {
    if (typed === word) return 1;
    if (/\d/.test(typed)) return 0;
    const common = inCommon(typed, word);
    if (common === typed.length && common >= 2) return word.length - common <= ENDING ? BEGINS + 0.2 : BEGINS / 2;
    const isForm = common >= Math.max(STEM, SHARE * Math.max(typed.length, word.length)) && typed.length - common <= ENDING && word.length - common <= ENDING;
    return isForm ? ALIKE : 0;
  };

  class Finder {
    /** `documents` are those of the theme's index: {location, title, text, boost}, a page before its sections; `little` is a list of little words. */
    constructor(documents, little = "") {
      const words = plain(little).match(WORD) ?? [];
      this.little = new Set(words);
      const signs = words.filter(isHan).sort((one, other) => other.length - one.length);
      this.particles = signs.length > 0 ? new RegExp(signs.join("|"), "g") : null;
      const titles = new Map();
      this.postings = new Map();
      const uses = new Map();
      documents.forEach(({ title }) => uses.set(title, (uses.get(title) ?? 0) + 1));
      this.places = documents.map(({ location, title, text, boost = 1 }, number) => {
        const page = location.split("#")[0];
        if (page === location) titles.set(page, textOf(title));
        const place = { number, page, location, boost, title: textOf(title), text: textOf(text) };
        place.words = plain(`${place.title}\n${place.text}`);
        const fields = [[plain(place.title), uses.get(title) < MANY ? IN_TITLE : 1], [plain(page === location ? "" : (titles.get(page) ?? "")), IN_PAGE_TITLE], [plain(place.text), 1]];
        for (const [field, weight] of fields) for (const part of partsOf(field)) this.#note(part, number, weight);
        place.length = place.words.length;
        return place;
      });
      this.pages = new Map(this.places.filter(({ page, location }) => page === location).map((place) => [place.page, place]));
      this.mean = this.places.reduce((sum, { length }) => sum + length, 0) / (this.places.length || 1);
    }

    #note(part, number, weight) {
      if (!this.postings.has(part)) this.postings.set(part, new Map());
      const found = this.postings.get(part);
      found.set(number, (found.get(number) ?? 0) + weight);
    }

    /** Where a part of the question stands, as {number: weight}. */
    #hits(part) {
      const hits = new Map();
      const add = (found, share) => found.forEach((weight, number) => hits.set(number, Math.max(hits.get(number) ?? 0, weight * share)));
      if (isHan(part)) {
        if (part.length === 1) this.postings.forEach((found, word) => isHan(word) && word.includes(part) && add(found, BEGINS));
        else if (this.postings.has(part)) add(this.postings.get(part), 1);
        return hits;
      }
      for (const [word, found] of this.postings) {
        const share = isHan(word) ? 0 : likeness(part, word);
        if (share) add(found, share);
      }
      return hits;
    }

    /** The places that answer best, each {place, score, terms}; the best first. */
    search(question) {
      const typed = plain(question).trim();
      const cut = this.particles ? typed.replace(this.particles, " ").trim() : typed;
      const asked = cut || typed;
      const parts = [...new Set(partsOf(asked).flatMap((part) => (isHan(part) && part.length > 1 && !this.postings.has(part) ? [...part] : [part])))];
      const hits = parts.map((part) => this.#hits(part));
      const count = this.places.length;
      const hasMore = parts.some((part) => !this.little.has(part));
      const share = (part) => (hasMore && this.little.has(part) ? LITTLE : isHan(part) && part.length < 2 && parts.length > 1 ? HALF : 1);
      const rarity = hits.map(({ size }, at) => (size ? share(parts[at]) * Math.log(1 + (count - size + 0.5) / (size + 0.5)) : 0));
      const whole = rarity.reduce((sum, value) => sum + value, 0);
      const phrases = asked.match(HAN) ?? [];
      const scores = new Map();
      hits.forEach((found, at) =>
        found.forEach((weight, number) => {
          const { length } = this.places[number];
          const share = (weight * (SATURATION + 1)) / (weight + SATURATION * (1 - LENGTH + (LENGTH * length) / this.mean));
          const known = scores.get(number) ?? { score: 0, part: 0, terms: [] };
          known.score += rarity[at] * share;
          known.part += rarity[at];
          known.terms.push(parts[at]);
          scores.set(number, known);
        })
      );
      return [...scores]
        .map(([number, { score, part, terms }]) => {
          const place = this.places[number];
          const isPhrase = asked.length > 1 && (phrases.length > 0 ? phrases.some((run) => run.length > 1 && place.words.includes(run)) : asked.includes(" ") && place.words.includes(asked));
          const phrase = isPhrase ? (plain(place.title).includes(phrases[0] ?? asked) ? 4 : 2.5) : 1;
          const named = plain(place.title) === asked ? NAMED : 1;
          return { place, terms, score: score * (part / whole) ** 2 * phrase * named * place.boost ** 0.6 };
        })
        .sort((one, other) => other.score - one.score);
    }

    /** The same by page, as the theme shows results: lists of {location, title, text, score, terms}. */
    answers(question, { most = 30, sections = 2, label = () => "" } = {}) {
      const found = this.search(question);
      const pages = new Map();
      for (const hit of found) pages.set(hit.place.page, [...(pages.get(hit.place.page) ?? []), hit]);
      const marked = [...new Set([...(plain(question).match(HAN) ?? []), ...partsOf(plain(question).replace(HAN, " "))])];
      return [...pages].slice(0, most).map(([page, hits]) => {
        const [best] = hits;
        const whole = this.pages.get(page);
        const shown = hits.slice(0, sections).filter(({ place, score }) => place !== whole && score > best.score / 3);
        const entry = ({ place, terms }, score) => ({
          location: place.location,
          title: label(place.location, place === whole) + mark(place.title, marked),
          text: excerpt(place.text, marked),
          score,
          terms: Object.fromEntries(terms.filter((term) => !isHan(term)).map((term) => [term, true])),
        });
        const head = hits.find(({ place }) => place === whole) ?? { place: whole, terms: best.terms };
        const parts = shown.map((hit) => entry(hit, best.score));
        return whole ? [...(best.place === whole ? [entry(head, best.score), ...parts.map((part) => ({ ...part, score: best.score }))] : [...parts, entry(head, 0)])] : parts;
      });
    }
  }

  /** The places of a text that show what was looked for, as [start, end]. */
  const spots = (text, marked) => {
    const all = [];
    for (const match of text.matchAll(WORD)) {
      const word = plain(match[0]);
      if (!HAN.test(match[0]) && marked.some((part) => !isHan(part) && likeness(part, word))) all.push([match.index, match.index + match[0].length]);
      HAN.lastIndex = 0;
    }
    for (const run of marked.filter(isHan)) {
      const parts = text.includes(run) ? [run] : pairs(run);
      for (const part of parts) for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) all.push([at, at + part.length]);
    }
    return all.sort(([one], [other]) => one - other);
  };
  const mark = (text, marked, offset = 0, end = text.length) => {
    let html = "";
    let at = offset;
    for (const [from, to] of spots(text, marked)) {
      if (to <= at || from >= end) continue;
      html += `${htmlOf(text.slice(at, Math.max(at, from)))}<mark>${htmlOf(text.slice(Math.max(at, from), Math.min(to, end)))}</mark>`;
      at = Math.min(to, end);
    }
    return html + htmlOf(text.slice(at, end));
  };
  /** The part of a text around the first word that was looked for. */
  const excerpt = (text, marked) => {
    const first = spots(text, marked)[0]?.[0] ?? 0;
    const space = text.lastIndexOf(" ", Math.max(0, first - SNIPPET / 2));
    const from = first < SNIPPET ? 0 : isHan(text[first] ?? "") ? first - 15 : space + 1;
    const to = Math.min(text.length, from + SNIPPET * 2);
    return `${from > 0 ? "… " : ""}${mark(text, marked, from, to)}${to < text.length ? " …" : ""}`;
  };

  window.amends = { ...window.amends, Finder };
})();
