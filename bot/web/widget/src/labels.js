import ar from "./labels/ar.json";
import ary from "./labels/ary.json";
import aryLatn from "./labels/ary-Latn.json";
import fr from "./labels/fr.json";

/** The widget's own words, by variety, in the order of the language chooser. */
export const LABELS = { ar, fr, ary, "ary-Latn": aryLatn };

/** The variety a page means by its language tag; Arabic when we do not speak that language. */
export function varietyOf(tag) {
  const wanted = (tag ?? "").toLowerCase();
  const exact = Object.keys(LABELS).find((lang) => lang.toLowerCase() === wanted);
  if (exact) return exact;
  const base = wanted.split("-")[0];
  return base in LABELS ? base : "ar";
}
