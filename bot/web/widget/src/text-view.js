import { html } from "lit";

// Phone numbers, whose groups Arabic words around them would reverse, and ticket references.
const TOGETHER = /((?:\+|\b0)\d[\d ().-]{5,}\d|\bMDM-\d{4}-\d{6}\b)/;

/** A message's text: paragraphs, lists of the lines beginning with "- ", never markup. */
export function textView(text) {
  return blocksOf(text).map(({ items, lines }) =>
    items
      ? html`<ul>${items.map((item) => html`<li>${inline(item)}</li>`)}</ul>`
      : html`<p>${inline(lines.join("\n"))}</p>`,
  );
}

function blocksOf(text) {
  const blocks = [];
  let block = null;
  const add = (kind, value) => {
    if (!block?.[kind]) blocks.push((block = { [kind]: [] }));
    block[kind].push(value);
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("- ")) add("items", line.slice(2));
    else if (line.trim()) add("lines", line);
    else block = null;
  }
  return blocks;
}

function inline(text) {
  return text
    .split(TOGETHER)
    .map((part, i) => (i % 2 ? html`<bdi class="together" dir="ltr">${part}</bdi>` : part));
}
