/* What kind of answer each page gives: its label among the results of the search, and the order of the results. */
(() => {
  "use strict";

  const words = () => document.querySelector(".md-search")?.dataset ?? {};
  /** What kind of answer a page gives, by the beginning of its address. */
  const KINDS = [
    [/^wording\.html#|^scripts\/[^#]*#never$/, "never"],
    [/^(scripts|letters|customer-types|wording)\b/, "say"],
    [/^(steps|checklists|process|pause-points|index|cases|questions\/(ours|ended))\b/, "do"],
    [/^(roles|departments|contacts|responsibilities|questions\/takes)\b/, "who"],
    [/^(decisions|clocks|timeline|questions)\b/, "much"],
  ];
  const kindOf = (location) => KINDS.find(([pattern]) => pattern.test(location))?.[1] ?? "look";
  const label = (location, isPage) => {
    const kind = kindOf(location);
    return isPage || kind === "never" ? `<span class="am-find-kind" data-kind="${kind}">${words()[`kind${kind[0].toUpperCase()}${kind.slice(1)}`] ?? ""}</span> ` : "";
  };
  const BEST = 3;
  /** The best answers as they are, then the others by what kind of answer they give. */
  const grouped = (finder, query) => {
    const answers = finder.answers(query, { label });
    const kind = ([first]) => kindOf(first.location.split("#")[0]);
    const rest = answers.slice(BEST);
    const order = [...new Set(answers.map(kind))];
    return [...answers.slice(0, BEST), ...order.flatMap((name) => rest.filter((answer) => kind(answer) === name))];
  };

  window.amends = { ...window.amends, grouped };
})();
