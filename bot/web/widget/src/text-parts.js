const ARABIC = /\p{Script=Arabic}/u;

// What words around it must not reorder or break, in the order of trying.
const KINDS = {
  link: /https:\/\/[^\s<>"'«»،؛]+[^\s<>"'«»،؛.,;:!?()[\]]/,
  email: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
  reference: /\bMDM-\d{4}-\d{6}\b/,
  date: /\b\d{4}-\d\d-\d\d\b/,
  phone: /(?!\d\d[.-]\d\d[.-]\d{4}\b)(?:\+|\b00?)[1-9][\d ().-]{5,}\d/,
  code: /\b(?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[A-HJ-NP-Z2-9]{6}\b/,
  number: /\b\d{1,3}(?: \d{3})+\b/,
};

// Latin words and numbers between Arabic ones, such as an address: "12, rue de la Paix, 75002 Paris".
const STREET = "(?:Rue|Av|B[dl]|Boulevard|Place|Quai|Calle|Via|Plaza)";
const LATIN =
  `(?:\\d{1,4}(?: ?(?:bis|ter|[A-D]))?,? +(?=\\p{Ll}|${STREET}))?` +
  `\\p{Script=Latin}[\\p{Script=Latin}\\p{M}\\d .,'’°/&-]*[\\p{Script=Latin}\\p{M}\\d]`;

const named = Object.entries(KINDS).map(([kind, { source }]) => `(?<${kind}>${source})`);
const ANYWHERE = new RegExp(named.join("|"), "gu");
const AMONG_ARABIC = new RegExp([...named, `(?<latin>${LATIN})`].join("|"), "gu");

/**
 * `text` cut into {kind, text}: links, e-mail addresses, phone numbers and the like, runs of Latin
 * words in an Arabic text ("latin"), and the words between them ("words").
 */
export function partsOf(text) {
  const parts = [];
  let end = 0;
  const words = (until) => until > end && parts.push({ kind: "words", text: text.slice(end, until) });
  for (const match of text.matchAll(ARABIC.test(text) ? AMONG_ARABIC : ANYWHERE)) {
    words(match.index);
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    parts.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  words(text.length);
  return parts;
}
