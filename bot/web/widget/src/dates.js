// Moroccan Arabic writes 0-9; no engine knows "ary".
const LOCALES = { ar: "ar-MA", ary: "ar-MA", fr: "fr", "ary-Latn": "fr" };
const PARTS = [{ year: "numeric" }, { month: "long" }, { day: "numeric" }];

/** "2018", "2018-05" or "2018-05-03" in words, as precise as the source was; anything else as it came. */
export function dateInWords(date, lang) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return date;
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  const precision = date.split("-").length;
  const format = Object.assign({ timeZone: "UTC" }, ...PARTS.slice(0, precision));
  return new Intl.DateTimeFormat(LOCALES[lang] ?? "fr", format).format(day);
}
