import { counted } from "./plurals.js";

// Moroccan Arabic writes 0-9; no engine knows "ary".
const LOCALES = { ar: "ar-MA", ary: "ar-MA", fr: "fr", "ary-Latn": "fr" };
const PARTS = [{ year: "numeric" }, { month: "long" }, { day: "numeric" }];
const DATE = /^\d{4}(-\d\d){0,2}$/;

/** "2018", "2018-05" or "2018-05-03" in words, as precise as the source was; anything else as it came. */
export function dateInWords(date, lang) {
  if (!DATE.test(date)) return date;
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  const precision = date.split("-").length;
  const format = Object.assign({ timeZone: "UTC" }, ...PARTS.slice(0, precision));
  return new Intl.DateTimeFormat(LOCALES[lang] ?? "fr", format).format(day);
}

/** How long ago such a date was, in words; "" for what is no date or not past. */
export function ageInWords(date, now, lang, { thisYear, thisMonth, yearsAgo, monthsAgo }) {
  if (!DATE.test(date)) return "";
  const [year, month = null, day = 1] = date.split("-").map(Number);
  if (month === null) {
    const years = now.getUTCFullYear() - year;
    return years > 0 ? counted(yearsAgo, years, lang) : years === 0 ? thisYear : "";
  }
  const months =
    (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month - (now.getUTCDate() < day);
  if (months >= 12) return counted(yearsAgo, Math.floor(months / 12), lang);
  if (months > 0) return counted(monthsAgo, months, lang);
  return now >= new Date(date) ? thisMonth : "";
}

/** A moment in words, to the minute, where the reader is; "" for none. */
export function momentInWords(at, lang) {
  const moment = new Date(at ?? NaN);
  if (Number.isNaN(moment.getTime())) return "";
  const format = { dateStyle: "long", timeStyle: "short" };
  return new Intl.DateTimeFormat(LOCALES[lang] ?? "fr", format).format(moment);
}
