/* What somebody means who types a question: its words in all their forms, with a letter wrong, and the words that mean the same.
   Chinese has no forms and no spaces: there, known words are found first, and pairs of characters in what is left. */
(() => {
  "use strict";

  const HAN = /[\u3400-\u9fff]+/g;
  const WORD = /[\p{L}\p{N}]+/gu;
  /** A form of a word has this many letters in common with it, at least such a share of both, and at most so many more. */
  const STEM = 4;
  const SHORT = 3;
  const SHARE = 0.62;
  const ENDING = 3;
  /** What counts as the beginning or a form of a word, or as a word with a letter wrong, against the word itself. */
  const LONGER = 0.9;
  const BEGINS = 0.35;
  const ALIKE = 0.6;
  const MISTYPED = 0.8;
  /** In words of so many letters one letter may be wrong; in longer ones two. */
  const ONE_WRONG = 5;
  const TWO_WRONG = 9;
  const LONG = 8;
  /** What another word for the same counts, against the word that was typed. */
  const SAME = 0.6;
  /** Little words (“can I”, “is it”) say what somebody wants, but not what about. Our texts hold few of them, which must not make them weigh more. */
  const LITTLE = 0.15;
  /** A pair of Chinese characters of which one is a little one, and a character for a pair that stands nowhere: “丢了” finds “丢失”. */
  const HALF = 0.6;
  /** So many times as often as by chance, as a power of 2, two characters stand together in a word; and what they count at least. */
  const WORD_LIKE = 3;
  const CHANCE = 0.1;
  /** So many little words may stand between two words of a term: “see my boss”. */
  const BETWEEN = 2;
  /** A Chinese term of so many signs may have so many others between its own; it counts a little less then. */
  const FIRM = 3;
  const GAP = 2;
  const LOOSE = 0.8;
  /** A figure of so many digits that stands nowhere is a sum. */
  const SUM = /^\d{3,}$/;
  const GROUPS = /(?<![\p{L}\d])\d{1,3}(?: \d{3})+(?![\p{L}\d])/gu;

  /** Letters as they are compared: without accents, capitals, apostrophes in a word and the separators of figures; “I’ll” is “I”, and never “ill”. */
  const plain = (text) =>
    text
      .replace(/(\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1") // these spaces become ordinary ones below
      .normalize("NFKD")
      .replace(/\u2010/g, "-") // what a hyphen at which no line ends has become
      .replace(/\p{M}/gu, "")
      .replace(/(\p{L})['\u2019](?:re|ll|ve|m|d)(?!\p{L})/giu, "$1")
      .replace(/(\p{L})['\u2019](?=[st](?!\p{L}))/giu, "$1")
      .replace(/(?<!\p{L})(\p{L})-(?=\p{L}{3})/gu, "$1")
      .replace(/(\d)[,.\u2019](?=\d{3}(?!\d))/g, "$1")
      .replace(/(\d)(?=[a-z])/gi, "$1 ")
      .toLowerCase();
  /** The same for one word; most need little. */
  const plainWord = (word) => (/^[a-z]+$/i.test(word) ? word.toLowerCase() : plain(word));
  const pairs = (run) => (run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
  const wordsOf = (text) => text.replace(HAN, " ").match(WORD) ?? [];
  /** The parts of a text that can be found: words, and pairs of Chinese characters. */
  const partsOf = (text) => [...wordsOf(text), ...(text.match(HAN) ?? []).flatMap(pairs)];
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
    if (common === typed.length && common >= 2) return word.length - common <= ENDING ? LONGER : BEGINS;
    if (common === word.length && common >= SHORT && typed.length - common <= 2) return ALIKE;
    if (common >= STEM && common >= Math.max(typed.length, word.length) - 1) return LONGER;
    const isForm = common >= Math.max(STEM, SHARE * Math.max(typed.length, word.length)) && typed.length - common <= ENDING && word.length - common <= ENDING;
    return isForm ? ALIKE : 0;
  };
  /** Whether what two words have not in common are endings: of “refunded” and “refund”, “slapped” and “slap”; not of “chance” and “change”. */
  const differInEndings = (one, other, endings) => {
    const common = inCommon(one, other);
    const isEnding = (word) => endings.has(word.slice(common)) || (word[common] === one[common - 1] && endings.has(word.slice(common + 1)));
    return common >= SHORT && isEnding(one) && isEnding(other);
  };
  const VOWELS = /^[aeiouy]{2}$/;
  /** Whether so few letters are wrong, missing, too many or in the wrong order. The first one is right, and in a short word no
      consonant is another: “bloke” is not “broke”, nor “white” “write”. */
  const isNear = (one, other, most) => {
    if (one[0] !== other[0] || Math.abs(one.length - other.length) > most) return false;
    const wrong = (row, at) => (one.length >= LONG || VOWELS.test(one[row] + other[at]) ? 1 : 2);
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let row = 1; row <= one.length; row += 1) {
      const next = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const isSame = one[row - 1] === other[at - 1];
        const isTurned = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (isSame ? 0 : wrong(row - 1, at - 1)), isTurned ? before[at - 2] + 1 : Infinity);
      }
      if (Math.min(...next) > most) return false;
      [before, last] = [last, next];
    }
    return last[other.length] <= most;
  };

  /** The words of a handbook, and those that mean the same: pairs of [typed, looked for], each words with bars between them. */
  class Vocabulary {
    #byStart = new Map();
    #terms = new Map();
    #found = new Map();
    #asked;
    #meant;
    pairs = new Map();
    first = new Map();
    second = new Map();
    count = 0;

    constructor(postings, { little = "", alike = [], figure = [], forms = [], signs = [], endings = "" } = {}) {
      this.endings = new Set(endings ? ["", ...partsWhole(plain(endings))] : []);
      this.parts = new Set(postings.keys());
      this.#count(postings);
      this.signs = new Map(signs.flatMap(([typed, sought = typed]) => ofBars(typed).map((sign) => [sign, ofBars(sought)])));
      this.forms = new Map();
      for (const group of forms.map(plain).map(ofBars)) for (const form of group) this.forms.set(form, [...(this.forms.get(form) ?? []), ...group]);
      this.figure = figure;
      const words = partsWhole(plain(little));
      this.little = new Set(words);
      this.long = words.filter((word) => isHan(word) && word.length > 1).sort((one, other) => other.length - one.length);
      this.particles = this.long.length > 0 ? new RegExp(this.long.join("|"), "g") : null;
      this.known = new Set([...this.parts].filter((part) => !isHan(part)));
      for (const [typed, sought = typed] of alike) for (const term of ofBars(typed)) this.#learn(plain(term), ofBars(sought));
      this.#terms.forEach((terms) => terms.sort((one, other) => other.term.length - one.term.length));
      for (const word of this.known) this.#start(word).push(word);
    }

    #count(postings) {
      const more = (sums, sign, count) => sums.set(sign, (sums.get(sign) ?? 0) + count);
      postings.forEach((places, part) => {
        if (part.length !== 2 || !isHan(part)) return;
        this.pairs.set(part, places.length);
        this.count += places.length;
        more(this.first, part[0], places.length);
        more(this.second, part[1], places.length);
      });
    }

    /** From 0 to 1, how far two characters are a word: whether they stand together more often than by chance, as those where two words meet (“的不”). */
    #cohesion(pair) {
      const together = (this.pairs.get(pair) * this.count) / (this.first.get(pair[0]) * this.second.get(pair[1]));
      return Math.min(1, Math.max(CHANCE, Math.log2(together) / WORD_LIKE));
    }

    #start(word) {
      const start = word.slice(0, 2);
      if (!this.#byStart.has(start)) this.#byStart.set(start, []);
      return this.#byStart.get(start);
    }

    #learn(term, sought) {
      const words = isHan(term) ? [term] : wordsOf(term);
      words.forEach((word) => isHan(word) || this.known.add(word));
      const first = isHan(term) ? term[0] : words[0];
      const known = this.#terms.get(first) ?? [];
      const same = known.find((other) => other.term === term);
      if (same) same.sought.push(...sought);
      else this.#terms.set(first, [...known, { term, words, sought: [...sought] }]);
    }

    /** The words of the handbook that fit a part of a question, as {word: how well}. */
    fitting(part) {
      if (!this.#found.has(part)) this.#found.set(part, this.#fitting(part));
      return this.#found.get(part);
    }

    #fitting(part) {
      const fits = new Map();
      if (isHan(part)) {
        if (part.length > 1) return this.parts.has(part) ? fits.set(part, 1) : fits;
        this.parts.forEach((word) => isHan(word) && word.includes(part) && fits.set(word, 1));
        return fits;
      }
      for (const word of this.#startingLike(part)) {
        const share = this.#likeness(part, word);
        if (share && this.parts.has(word)) fits.set(word, share);
      }
      return fits;
    }

    /** The known words that begin like a word, or like one of its forms. */
    #startingLike(word) {
      const starts = new Set([word, ...(this.forms.get(word) ?? [])].map((form) => form.slice(0, 2)));
      return [...starts].flatMap((start) => this.#byStart.get(start) ?? []);
    }

    /** How well a word fits, also one whose forms begin otherwise: “fell”, “fallen”. */
    #likeness(typed, word) {
      return Math.max(likeness(typed, word), this.forms.get(typed)?.includes(word) ? LONGER : 0);
    }

    /** Whether a word that was typed is a form of one in a list. Many words begin alike: “use” is no “user”, “info” does not mean “inform”. */
    #isForm(typed, word) {
      if (typed === word || this.forms.get(typed)?.includes(word)) return true;
      return this.endings.size > 0 ? differInEndings(typed, word, this.endings) : likeness(typed, word) >= ALIKE;
    }

    /** The word as it should have been typed. */
    #mended(word) {
      if (word.length < ONE_WRONG || /\d/.test(word) || this.known.has(word)) return word;
      const close = (this.#byStart.get(word.slice(0, 2)) ?? []).some((other) => this.#likeness(word, other) >= ALIKE);
      if (close) return word;
      for (const most of word.length < TWO_WRONG ? [1] : [1, 2])
        for (const other of this.known) if (other.length >= STEM && isNear(word, other, most)) return other;
      return word;
    }

    /** What a question is about: [{typed, text, weight, ways: [{text, parts, share}]}], each way another word for the same. */
    meanings(question) {
      if (this.#asked !== question) [this.#asked, this.#meant] = [question, this.#meanings(question)];
      return this.#meant;
    }

    #meanings(question) {
      const text = this.#joined(plain(question));
      return united([...this.#ofWords(wordsOf(text)), ...(text.match(HAN) ?? []).flatMap((run) => this.#ofRun(run))]);
    }

    /** A figure in groups, “2 000”, is one; numbers that the handbook has as they were typed are several: “110 120”. */
    #joined(text) {
      const areSeveral = (groups) => groups[0].length === 3 && groups.every((group) => this.parts.has(group));
      return text.replace(GROUPS, (figure) => (areSeveral(figure.split(" ")) ? figure : figure.replaceAll(" ", "")));
    }

    #ofWords(typed) {
      const words = typed.map((word) => this.#mended(word));
      const found = [];
      for (let at = 0; at < words.length; ) {
        const { size, sought } = this.#termAt(words, at) ?? { size: 1, sought: [] };
        const term = words.slice(at, at + size);
        const isLittle = size === 1 && this.little.has(words[at]);
        const isSum = SUM.test(words[at]) && !this.parts.has(words[at]);
        found.push(meaning(term.join(" "), this.#telling(term).join(" "), isLittle ? LITTLE : 1, isLittle ? [] : isSum ? this.figure : sought));
        at += size;
      }
      return found;
    }

    /** The words of a term that say something, with the first one: of “who is right” all three, since each of them is little. */
    #telling(term) {
      const isTold = (word) => !this.little.has(word);
      return term.some(isTold) ? term.filter((word, at) => at === 0 || isTold(word)) : term;
    }

    /** The longest known term that begins here: how many words it takes, and what it stands for. Little words may stand in it. */
    #termAt(words, at) {
      const fits = this.#termsLike(words[at])
        .map((term) => ({ size: this.#sizeOf(term.words, words, at), sought: term.sought }))
        .filter(({ size }) => size > 0);
      const size = Math.max(0, ...fits.map((term) => term.size));
      return size > 0 ? { size, sought: fits.filter((term) => term.size === size).flatMap(({ sought }) => sought) } : null;
    }

    /** The terms that begin with a word, and those that begin with a form of it; a form alone counts where the word alone is no term. */
    #termsLike(word) {
      const exact = this.#terms.get(word) ?? [];
      const isTerm = exact.some(({ words }) => words.length === 1);
      const close = [...new Set(this.#startingLike(word))].filter((start) => start !== word && this.#terms.has(start) && this.#isForm(word, start));
      return [...exact, ...close.flatMap((start) => this.#terms.get(start)).filter(({ words }) => words.length > 1 || !isTerm)];
    }

    #sizeOf([, ...others], words, at) {
      let next = at + 1;
      for (const word of others) {
        for (let skipped = 0; skipped < BETWEEN && this.little.has(words[next]) && !this.little.has(word); skipped += 1) next += 1;
        if (words[next] === undefined || !this.#isForm(words[next], word)) return 0;
        next += 1;
      }
      return next - at;
    }

    #ofRun(run) {
      const [close, left] = this.#termsIn(run);
      const [loose, rest] = this.#looseTermsIn(left);
      const found = [...close, ...loose];
      const others = (this.particles ? rest.replace(this.particles, " ") : rest).match(HAN) ?? [];
      // Little signs may stand in a term, too: “退我的钱”. What is part of another term is not looked at again: “拍的照片” is not “拍照”.
      const hidden = rest.split(" ").flatMap((part) => this.#termsIn(this.#withoutLittle(part))[0].filter(({ text }) => !part.includes(text)));
      return [...found, ...hidden, ...others.flatMap((other) => this.#ofPairs(other))];
    }

    /** The known terms in a run of Chinese with other signs between their own, “不肯说” in “不肯多说”, and what is left of it. */
    #looseTermsIn(run) {
      const found = [];
      let rest = "";
      for (let at = 0; at < run.length; ) {
        const [term, size] = this.#looseTermAt(run, at);
        if (term) found.push(meaning(term.term, term.term, LOOSE, term.sought));
        rest += term ? " " : run[at];
        at += term ? size : 1;
      }
      return [found, rest];
    }

    #looseTermAt(run, at) {
      for (const term of this.#terms.get(run[at]) ?? []) {
        if (!isHan(term.term) || term.term.length < FIRM) continue;
        let next = at;
        for (const sign of term.term) next = next < 0 ? next : run.indexOf(sign, next) + 1 || -1;
        const size = next - at;
        if (next > 0 && size <= term.term.length + GAP && !run.slice(at, next).includes(" ")) return [term, size];
      }
      return [null, 0];
    }

    #withoutLittle(run) {
      return [...(this.particles ? run.replace(this.particles, "") : run)].filter((sign) => !this.little.has(sign)).join("");
    }

    /** The known terms in a run of Chinese, and what is left of it. */
    #termsIn(run) {
      const found = [];
      let rest = "";
      for (let at = 0; at < run.length; ) {
        const term = (this.#terms.get(run[at]) ?? []).find((one) => isHan(one.term) && run.startsWith(one.term, at) && !this.#cutsWord(run, at, one.term));
        if (term) found.push(meaning(term.term, term.term, 1, term.sought));
        rest += term ? " " : run[at];
        at += term?.term.length ?? 1;
      }
      return [found, rest];
    }

    /** Whether a little word begins in a term and ends behind it: “投诉我” is not what “投诉我们” means. */
    #cutsWord(run, at, term) {
      const end = at + term.length;
      return this.long.some((word) => Array.from({ length: word.length - 1 }, (_, back) => end - 1 - back).some((start) => start > at && start + word.length > end && run.startsWith(word, start)));
    }

    #ofPairs(run) {
      const known = pairs(run).flatMap((pair) => (pair.length > 1 && !this.parts.has(pair) ? [...pair] : [pair]));
      return [...new Set(known)].map((part) => {
        const little = [...part].filter((sign) => this.little.has(sign)).length;
        const whole = part.length < 2 ? HALF : this.pairs.has(part) ? this.#cohesion(part) : 1;
        return meaning(part, part, whole * (little === 0 ? 1 : little === part.length ? LITTLE : HALF), this.signs.get(part) ?? []);
      });
    }
  }
  const ofBars = (words) => words.split("|");
  const partsWhole = (text) => text.split(/\s+/).filter(Boolean);
  const meaning = (typed, text, weight, sought) => {
    const others = [...new Set(sought.map(plain))].filter((other) => other !== text);
    const way = (words, share) => ({ text: words, parts: partsOf(words), share });
    return { typed, text, weight, ways: [way(text, 1), ...others.map((other) => way(other, SAME))] };
  };

  /** Meanings of which one is a way of another count once: “how much may I give without asking”. */
  const united = (meanings) =>
    meanings.reduce((all, one) => {
      const same = one.ways.length > 1 && all.find((other) => one.ways.slice(1).every(({ text }) => other.ways.some((way) => way.text === text)));
      if (!same) return [...all, one];
      same.ways = [...same.ways.filter(({ text }) => text !== one.text), one.ways[0]];
      return all;
    }, []);

  window.amends = { ...window.amends, words: { HAN, WORD, plain, plainWord, pairs, partsOf, wordsOf, isHan }, Vocabulary };
})();
