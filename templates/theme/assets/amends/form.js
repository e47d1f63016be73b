/* A record as a form of the case at hand: keeps each entry as it is typed, checks it, and exports it. Nothing leaves the browser. */
(() => {
  "use strict";

  const { NONE, caseName, data, fill, iso, make, one, say, store, w, ...amends } = window.amends;
  const form = one("[data-form]");
  const bar = one("[data-form-bar]");
  const record = form.dataset.form;

  /** Figures as this language writes them: “2,000.50” or “2 000,50” -> "2000.50"; nothing if it is no figure. */
  const isCommaDecimal = (1.5).toLocaleString(data.form).includes(",");
  const figure = (text) => {
    const plain = text.normalize("NFKC").replace(/\s/g, "");
    const pointed = isCommaDecimal ? plain.replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".") : plain.replace(/,(?=\d{3}(\D|$))/g, "");
    return /^-?\d{1,15}(\.\d{1,4})?$/.test(pointed) ? pointed : undefined;
  };
  const isFigure = (kind) => kind === "number" || kind === "money";

  class Field {
    constructor(box) {
      const { field, kind, required, from } = box.dataset;
      const inputs = [...box.querySelectorAll("input, textarea")];
      Object.assign(this, { box, kind, from, inputs, id: field, path: `records/${record}/fields/${field}`, isRequired: required !== undefined });
      this.error = one(".am-field__error", box);
      this.label = one(".am-field__name, label > span", box).firstChild.textContent.trim();
    }

    get value() {
      const checked = this.inputs.filter((input) => input.checked).map((input) => input.value);
      if (this.kind === "several") return checked;
      if (this.kind === "choice") return checked[0] ?? "";
      return this.kind === "tick" ? this.inputs[0].checked : this.inputs[0].value;
    }

    set value(value) {
      for (const input of this.inputs) {
        if (["checkbox", "radio"].includes(input.type)) input.checked = value === true || [value].flat().includes(input.value);
        else if (input.value !== value) input.value = value;
      }
      this.show();
    }

    get isEmpty() {
      return [].concat(this.value).filter((value) => value !== false && String(value).trim()).length === 0;
    }

    /** What stands in the field, in words. */
    get words() {
      if (this.kind === "tick") return this.value ? w("form-yes") : "";
      const labels = this.inputs.filter((input) => input.checked).map((input) => input.closest("label").textContent.trim());
      return ["choice", "several"].includes(this.kind) ? labels.join("; ") : this.value.replace("T", " ");
    }

    get unit() {
      return one(".am-entry__unit", this.box)?.textContent.replace(/^\(|\)$/g, "") ?? "";
    }

    /** What is wrong, in words; "" if nothing is. A form that is not finished may have gaps. */
    mistake(isFinished) {
      const [input] = this.inputs;
      const isSkipped = this.kind === "date-time" && input.value && iso(new Date(input.value)).slice(0, 16) !== input.value.slice(0, 16);
      if (input.validity.badInput || isSkipped) return w("form-moment");
      if (this.isEmpty) return isFinished && this.isRequired ? w(this.inputs.length > 1 ? "form-choose" : "form-required") : "";
      return isFigure(this.kind) && !figure(this.value) ? w("form-number", { example: (49.5).toLocaleString(data.form, { minimumFractionDigits: 2 }) }) : "";
    }

    /** Say what is wrong beside the field, and whether it is. */
    check(isFinished) {
      const text = this.mistake(isFinished);
      this.error.textContent = text;
      for (const input of this.inputs) input.ariaInvalid = text ? "true" : null;
      return Boolean(text);
    }

    /** A date without a value is printed as an empty place, and a text is as high as it is long. */
    show() {
      const [input] = this.inputs;
      this.box.toggleAttribute("data-empty", this.isEmpty);
      if (input.tagName !== "TEXTAREA" || CSS.supports("field-sizing", "content")) return;
      input.style.height = "auto";
      input.style.height = `${input.scrollHeight + 2}px`;
    }
  }

  const fields = [...form.querySelectorAll("[data-field]")].map((box) => new Field(box));
  let name;

  /** What the case knows already: its number, its severity, kind or channel, or the time of an event. */
  const known = ({ from, kind, inputs }) => {
    if (!from) return undefined;
    if (from === "number") return name === NONE ? undefined : name;
    const fact = store.get(name, "case")?.state[from];
    if (fact) return kind === "choice" ? inputs.some(({ value }) => value === fact) && fact : (data[amends.FACTS[from]][fact] ?? "");
    const time = store.get(name, `events/${from}`)?.state;
    return time && { date: time.slice(0, 10), time: time.slice(11, 16) }[kind] || time?.slice(0, 16);
  };
  const nothing = { tick: false, several: [] };

  const render = () => {
    const wanted = store.current;
    name = wanted === NONE || store.get(wanted, "case") ? wanted : NONE;
    const open = store.names().filter((each) => store.get(each, "case") && !store.get(each, "case").state.closed);
    const list = one("select", bar);
    fill(list, [...new Set([NONE, ...open, name])].map((each) => make("option", { value: each }, caseName(each))));
    list.value = name;
    bar.classList.toggle("am-case--open", name !== NONE);
    const severity = store.get(name, "case")?.state.severity ?? "";
    amends.chip(one("[data-severity-of]", bar), { severity }).dataset.short = data.short_severities[severity] ?? "";
    one("[data-print=case]").textContent = name === NONE ? "" : name;
    // Half a date is in no storage: it stays as it is.
    for (const field of fields.filter(({ inputs }) => !inputs[0].validity.badInput)) {
      field.value = store.get(name, field.path)?.state ?? (known(field) || (nothing[field.kind] ?? ""));
    }
    showKept();
  };

  const showKept = () => {
    const times = fields.map(({ path }) => store.get(name, path)?.time).filter(Boolean);
    const latest = times.sort((one, other) => amends.at(one) - amends.at(other)).at(-1);
    one("[data-kept]", bar).textContent = latest ? w("form-kept", { time: amends.when(latest) }) : w("form-unkept");
    const unkept = amends.unkept();
    fill(one("[data-notices]"), unkept && make("div", { className: "am-notice" }, make("p", {}, unkept)));
  };

  /** An empty entry is kept only where the case would fill it in again. */
  const keep = (field) => {
    if (field.isEmpty && !field.from) store.drop(name, field.path);
    else store.put(name, field.path, field.value);
    field.show();
    showKept();
  };

  const check = () => {
    const wrong = fields.filter((field) => field.check(true));
    const leads = (field) => {
      const onclick = (event) => {
        event.preventDefault();
        field.inputs[0].focus();
      };
      return make("li", {}, make("a", { href: `#${field.box.id}`, onclick }, field.label), ` ${field.error.textContent}`);
    };
    const lines = wrong.length ? [make("p", {}, w("form-wrong", { count: wrong.length })), make("ul", {}, wrong.map(leads))] : make("p", {}, w("form-right"));
    const box = make("div", { className: "am-notice am-notice--form", tabIndex: -1 }, lines);
    box.dataset.tone = wrong.length ? "wrong" : "right";
    fill(one("[data-notices]"), box);
    box.focus();
  };

  const save = (text, type) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const parts = ["form", form.dataset.code || record, name === NONE ? "" : name].filter(Boolean).join("-");
    make("a", { href: address, download: `${parts.replace(/[^\p{L}\p{N}._-]+/gu, "_")}.${type.split("/")[1]}` }).click();
  };

  /** A cell that no spreadsheet takes for a formula. */
  const cell = (text, isSafe) => `"${`${!isSafe && /^[\s\p{C}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20|%]/u.test(text) ? "'" : ""}${text}`.replaceAll('"', '""')}"`;
  const csv = () => {
    const title = [form.dataset.code, form.dataset.title].filter(Boolean).join(" ");
    const rows = fields.map((field) => {
      const value = isFigure(field.kind) ? figure(field.value) : undefined;
      return [name === NONE ? "" : name, title, field.id, field.label, value ?? field.words, field.unit].map((text, index) => cell(text, index === 4 && value));
    });
    const lines = [w("form-columns").split("|").map((text) => cell(text)), ...rows].map((row) => row.join(","));
    save(`\uFEFF${lines.join("\r\n")}\r\n`, "text/csv"); // the mark at the start tells a spreadsheet that this is UTF-8
  };

  const json = () => {
    const value = (field) => {
      if (field.isEmpty) return null;
      if (field.kind === "list") return field.value.split("\n").map((line) => line.trim()).filter(Boolean);
      return isFigure(field.kind) ? Number(figure(field.value)) || field.value : field.value;
    };
    const shown = fields.map((field) => ({ id: field.id, label: field.label, kind: field.kind, value: value(field), ...(field.unit && { unit: field.unit }) }));
    const head = { format: "amends-form", format_version: 1, sop: data.sop, version: data.version, record, code: form.dataset.code, title: form.dataset.title };
    save(JSON.stringify({ ...head, case: name, exported: iso(), fields: shown }, null, 2), "application/json");
  };

  const empty = async ({ ask }) => {
    if (!(await ask(w("form-empty-ask"), [["empty", w("form-empty")]]))) return;
    fields.forEach(({ path }) => store.drop(name, path));
    fields.forEach((field) => (field.error.textContent = ""));
    render();
    say(w("form-emptied"));
  };

  const acts = { check, csv, json, empty: () => amends.withScripts(["case-ask.js"], empty), print: () => window.print() };
  one("[data-form-acts]").addEventListener("click", ({ target }) => acts[target.closest("[data-do]")?.dataset.do]?.());
  const fieldOf = ({ target }) => fields.find(({ inputs }) => inputs.includes(target));
  form.addEventListener("input", (event) => {
    const field = fieldOf(event);
    keep(field);
    if (field.error.textContent) field.check();
  });
  form.addEventListener("change", (event) => fieldOf(event).check());
  one("select", bar).onchange = ({ target }) => {
    store.current = target.value;
    fields.forEach((field) => (field.error.textContent = ""));
    render();
    say(w("chosen-case", { number: caseName(target.value) }));
  };
  addEventListener("storage", render);
  addEventListener("pageshow", render);
  addEventListener("beforeprint", () => fields.forEach((field) => field.show()));

  bar.hidden = false;
  one("[data-form-acts]").hidden = false;
  render();
})();
