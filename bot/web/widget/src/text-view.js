import { html } from "lit";
import { partsOf } from "./text-parts.js";

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
  return partsOf(text).map(partView);
}

function partView({ kind, text }) {
  switch (kind) {
    case "words":
      return text;
    case "link":
      return isolated(html`<a href=${text} target="_blank" rel="noopener noreferrer">${text}</a>`);
    case "email":
      return isolated(html`<a href="mailto:${text}">${text}</a>`);
    case "phone":
      return isolated(html`<a href="tel:${dialled(text)}">${text}</a>`, "together");
    case "latin":
      return isolated(text);
    default:
      return isolated(text, "together");
  }
}

const isolated = (content, style = "") => html`<bdi class=${style} dir="ltr">${content}</bdi>`;

/** "+212 (0)5 37" is dialled without the zero in brackets. */
const dialled = (text) => text.replace("(0)", "").replace(/[^+\d]/g, "");
