// Arabic has six forms, and Darija counts like it in both of its scripts.
const RULES = { ar: "ar", ary: "ar", "ary-Latn": "ar", fr: "fr" };

/** The form of `forms` (by plural category) that fits `n`, with the number in its place. */
export function counted(forms, n, lang) {
  const category = new Intl.PluralRules(RULES[lang] ?? "fr").select(n);
  return fill(forms[category] ?? forms.other, { n });
}

/** `text` with the `values` in place of its {names}. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
