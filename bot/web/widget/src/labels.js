import ar from "./labels/ar.json";
import ary from "./labels/ary.json";
import aryLatn from "./labels/ary-Latn.json";
import fr from "./labels/fr.json";

/** The widget's own words, by variety, in the order of the language chooser. */
export const LABELS = { ar, fr, ary, "ary-Latn": aryLatn };

/**
 * The variety that a page means by its language tag; where we do not speak that language, the
 * first of the browser's languages that we speak; else Arabic.
 */
export function varietyOf(tag, browsers = navigator.languages) {
  for (const wanted of [tag, ...browsers]) {
    const variety = spoken(wanted);
    if (variety) return variety;
  }
  return "ar";
}

/** Whether the widget has words in the language of a tag. */
export function speaks(tag) {
  return spoken(tag) !== undefined;
}

function spoken(tag) {
  const wanted = (tag ?? "").toLowerCase();
  const find = (name) => Object.keys(LABELS).find((lang) => lang.toLowerCase() === name);
  return find(wanted) ?? find(wanted.split("-")[0]);
}
