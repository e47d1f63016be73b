/* The search: which places of the handbook answer a question. Touches no page. */
(() => {
  "use strict";

  const { HAN, plain, partsOf, isHan, wordsOf } = window.amends.words;
  /** How much a word in the title of a place counts, and one in the title of its page; in the text it counts 1.
      A title that many pages have, such as “What to do”, tells one place from another no better than its text. */
  const IN_TITLE = 10;
  const IN_PAGE_TITLE = 2;
  const MANY = 4;
  /** Longer texts hold any word, so they count less; as in BM25. */
  const SATURATION = 2.5;
  const LENGTH = 0.4;
  /** Whoever types the whole name of a place wants that place; whoever types a phrase, first those places that have it. */
  const NAMED = 3;
  const NAMED_IN = 2;
  const PHRASE = 1.8;
  const PHRASE_IN_TITLE = 4;
  /** How much a place gains by what kind of page it stands on. */
  const BOOST = 0.8;
  /** So many places are looked at more closely: phrases and titles. */
  const CLOSER = 300;
  /** A title that the question has whole counts so much more; one of a word or two says little. */
  const TITLED = 2;
  const FEWEST = 3;
  /** A page that answers in several places counts a little more than its best place. */
  const MORE = 0.3;
  /** What a further word for the same counts in a place that has one. */
  const ALSO = 0.3;
  /** A word for which others are known says what a question is about, more than one that stands in few places by chance. */
  const KNOWN = 2;
  const FEW = 12;
  /** The words of a phrase, far from each other. */
  const APART = 0.5;
  const APART_SAME = 0.25;

  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  const textOf = (html) =>
    html
      .replace(/\u200b/g, "")
      .replace(/<\/?(?:p|li)>/g, " ")
      .replace(/<[^>]*>/g, "")
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name])
      .replace(/[ \n\r\t]+/g, " ") // no other spaces: those in a figure keep it together
      .trim();

  class Finder {
    /** `documents` are those of the theme's index: {location, title, text, boost}, a page before its sections; `words` is what it says about words. */
    constructor(documents, words = {}) {
      this.postings = new Map();
      this.standing = new Map();
      const titles = new Map();
      const uses = new Map();
      documents.forEach(({ title }) => uses.set(title, (uses.get(title) ?? 0) + 1));
      this.places = documents.map(({ location, title, text, boost = 1 }, number) => {
        const page = location.split("#")[0];
        const place = { number, page, location, title: textOf(title), text: textOf(text) };
        place.name = plain(place.title);
        place.kind = boost ** BOOST;
        place.named = uses.get(title) < MANY ? partsOf(place.name) : [];
        if (page === location) titles.set(page, place.name);
        const said = plain(place.text);
        place.words = `${place.name}\n${said}`;
        this.#note(number, [[place.name, uses.get(title) < MANY ? IN_TITLE : 1], [page === location ? "" : (titles.get(page) ?? ""), IN_PAGE_TITLE], [said, 1]]);
        return place;
      });
      this.pages = new Map(this.places.filter(({ page, location }) => page === location).map((place) => [place.page, place]));
      const mean = this.places.reduce((sum, { words: said }) => sum + said.length, 0) / (this.places.length || 1);
      for (const place of this.places) place.room = 1 - LENGTH + (LENGTH * place.words.length) / mean;
      this.vocabulary = new window.amends.Vocabulary(this.postings, words);
    }

    #note(number, fields) {
      const weights = new Map();
      for (const [field, weight] of fields) for (const part of partsOf(field)) weights.set(part, (weights.get(part) ?? 0) + weight);
      weights.forEach((weight, part) => {
        const found = this.postings.get(part);
        if (found) found.push([number, weight]);
        else this.postings.set(part, [[number, weight]]);
      });
    }

    /** Where a part stands, and how much it counts there, as {number: weight}. */
    #standing(part) {
      if (!this.standing.has(part)) this.standing.set(part, this.#whereStands(part));
      return this.standing.get(part);
    }

    #whereStands(part) {
      const hits = new Map();
      this.vocabulary.fitting(part).forEach((share, word) =>
        this.postings.get(word).forEach(([number, weight]) => {
          const counts = (share * weight * (SATURATION + 1)) / (weight + SATURATION * this.places[number].room);
          if (counts > (hits.get(number) ?? 0)) hits.set(number, counts);
        })
      );
      return hits;
    }

    /** Where all parts of a way stand. */
    #along({ text, parts, share }) {
      const [first = new Map(), ...others] = parts.map((part) => this.#standing(part));
      const hits = new Map();
      first.forEach((weight, number) => {
        const all = others.reduce((least, other) => Math.min(least, other.get(number) ?? 0), weight);
        if (all) hits.set(number, all * share * (others.length === 0 || this.places[number].words.includes(text) ? 1 : isHan(text) ? 0.2 : share < 1 ? APART_SAME : APART));
      });
      return hits;
    }

    #hits({ ways }) {
      const hits = new Map();
      for (const way of ways)
        this.#along(way).forEach((weight, number) => {
          const known = hits.get(number) ?? 0;
          hits.set(number, Math.max(known, weight) + ALSO * Math.min(known, weight));
        });
      return hits;
    }

    /** The places that answer best, each {place, score, terms()}; the best first. */
    search(question) {
      const asked = plain(question).trim();
      const meanings = this.vocabulary.meanings(question).map((meaning) => ({ ...meaning, hits: this.#hits(meaning) }));
      const count = this.places.length;
      const hasMore = meanings.some(({ weight, hits }) => weight >= 0.4 && hits.size > 0);
      const rarity = ({ hits, ways, weight }) => {
        if (hits.size === 0) return 0;
        const size = Math.max(hits.size, FEW);
        return (hasMore ? weight : 1) * (ways.length > 1 ? KNOWN : 1) * Math.log(1 + (count - size + 0.5) / (size + 0.5));
      };
      for (const meaning of meanings) meaning.rarity = rarity(meaning);
      const whole = meanings.reduce((sum, { rarity }) => sum + rarity, 0);
      const words = this.#wordsOf(meanings);
      const scores = new Map();
      for (const { hits, rarity } of meanings)
        hits.forEach((weight, number) => {
          if (!scores.has(number)) scores.set(number, { score: 0, part: 0 });
          const known = scores.get(number);
          known.score += rarity * weight;
          known.part += rarity;
        });
      const terms = (number) => meanings.filter(({ hits }) => hits.has(number)).flatMap(({ typed }) => typed.split(" "));
      const best = (one, other) => other.score - one.score;
      return [...scores]
        .map(([number, { score, part }]) => ({ place: this.places[number], score: score * (part / whole) * this.places[number].kind }))
        .sort(best)
        .slice(0, CLOSER)
        .map(({ place, score }) => ({ place, terms: () => terms(place.number), score: score * this.#phrase(place, asked) * this.#titled(place, words) }))
        .sort(best);
    }

    /** The words that were typed and those that mean the same, in the forms that the handbook has, as {word: how well}. */
    #wordsOf(meanings) {
      const words = new Map();
      for (const { weight, ways } of meanings)
        for (const { parts, share } of ways)
          for (const part of parts)
            this.vocabulary.fitting(part).forEach((fit, word) => words.set(word, Math.max(words.get(word) ?? 0, fit * share * Math.min(1, weight))));
      return words;
    }

    /** How much more a place counts of whose title the question has much. */
    #titled({ named }, words) {
      const found = named.reduce((sum, part) => sum + (words.get(part) ?? 0), 0);
      return 1 + (TITLED * found) / Math.max(named.length, FEWEST);
    }

    /** How much more a place counts that has the whole phrase, or is called like that. */
    #phrase(place, asked) {
      const runs = asked.match(HAN) ?? [];
      const isPhrase = asked.length > 1 && (runs.length > 0 ? runs.some((run) => run.length > 1 && place.words.includes(run)) : asked.includes(" ") && place.words.includes(asked));
      const phrase = isPhrase ? (place.name.includes(runs[0] ?? asked) ? PHRASE_IN_TITLE : PHRASE) : 1;
      return phrase * (place.name === asked ? NAMED : this.#isNamed(place, asked) ? NAMED_IN : 1);
    }

    /** Whether a question has the whole title of a place, of more than a word: “what does the complaints manager do”. */
    #isNamed({ name, named }, asked) {
      return named.length > 1 && asked.includes(name);
    }

    /** The same by page, as the theme shows results: lists of {location, title, text, score, terms}. */
    answers(question, { most = 30, sections = 2, label = () => "" } = {}) {
      const found = this.search(question);
      const pages = new Map();
      for (const hit of found) {
        if (!pages.has(hit.place.page)) pages.set(hit.place.page, []);
        pages.get(hit.place.page).push(hit);
      }
      const shown = new window.amends.Shown(question, this.vocabulary);
      const sum = (hits) => hits.slice(0, 3).reduce((all, { score }, at) => all + score * MORE ** at, 0);
      return [...pages].sort(([, one], [, other]) => sum(other) - sum(one)).slice(0, most).map(([page, hits]) => {
        const [best] = hits;
        const whole = this.pages.get(page);
        const parts = hits.slice(0, sections).filter(({ place, score }) => place !== whole && score > best.score / 3);
        const entry = ({ place, terms }, score) => ({
          location: place.location,
          title: label(place.location, place === whole) + shown.marked(place.title),
          text: shown.excerpt(place.text),
          score,
          terms: Object.fromEntries(terms().filter((term) => !isHan(term)).map((term) => [term, true])),
        });
        const others = parts.map((hit) => entry(hit, best.score));
        if (!whole) return others;
        const head = hits.find(({ place }) => place === whole) ?? { place: whole, terms: best.terms };
        return best.place === whole ? [entry(head, best.score), ...others] : [...others, entry(head, 0)];
      });
    }
  }

  window.amends = { ...window.amends, Finder };
})();
