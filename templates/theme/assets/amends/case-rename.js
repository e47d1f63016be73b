/* Lets cases that began under earlier names of entries use the names of today. Touches no page. */
(() => {
  "use strict";

  const { FIELD, ID, Store, fits } = window.amends;

  /** Entries by the names of today: `moved` has the earlier names of entries, "steps/inform" -> "steps/tell". */
  const renamed = (entries, moved) => {
    const names = Object.entries(moved).sort(([one], [other]) => other.length - one.length);
    const full = (path) => names.reduce((name, [old, now]) => (`${name}/`.startsWith(`${old}/`) ? now + name.slice(old.length) : name), path);
    const ofStep = (id) => full(`steps/${id}`).slice("steps/".length);
    const record = (path) => path.replace(/(?<=^steps\/[^/]+\/)records\/[^/]+$/, full);
    const tick = (path) => record(full(path));
    const way = (to) => (to.startsWith("end/") ? to : ofStep(to));
    const visit = ({ step, answer, to, open, earlier }) => ({
      step: ofStep(step),
      ...(answer && { answer: tick(answer) }),
      ...(to && { to: way(to) }),
      ...(open !== undefined && { open }),
      ...(earlier && { earlier: Object.fromEntries(Object.entries(earlier).map(([path, time]) => [tick(path), time])) }),
    });
    const pathOf = (path) => (path.startsWith("begun/") ? `begun/${ofStep(path.slice(6))}` : path.startsWith("steps/") ? tick(path) : /^(pause_points|records)\//.test(path) ? full(path) : path);
    const facts = ({ severity, kind, channel, ...rest }) => ({
      severity: severity && full(`severities/${severity}`).slice("severities/".length),
      ...(kind && { kind: full(`kinds/${kind}`).slice("kinds/".length) }),
      ...(channel && { channel: full(`channels/${channel}`).slice("channels/".length) }),
      ...rest,
    });
    const choice = (path) => (id) => (fits(ID, id) ? full(`${path}/choices/${id}`).split("/").at(-1) : id);
    const entry = (path, state) => (Array.isArray(state) ? state.map(choice(path)) : typeof state === "string" ? choice(path)(state) : state);
    const stateOf = (path, state) => (fits(FIELD, path) ? entry(path, state) : path === "case" ? facts(state) : path.startsWith("path/") ? visit(state) : state);
    return Object.fromEntries(Object.entries(entries).map(([path, value]) => [pathOf(path), { ...value, state: stateOf(path, value.state) }]));
  };

  /** Let all cases of a store use the names of today. */
  Store.prototype.rename = function (moved = {}) {
    for (const name of this.names()) {
      const before = this.entries(name);
      const after = renamed(before, moved);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      Object.keys(before).filter((path) => !(path in after)).forEach((path) => this.drop(name, path));
      this.replace(name, after);
    }
  };
})();
