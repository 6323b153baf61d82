import { html, render } from "lit";
import { momentInWords } from "./dates.js";
import { save } from "./saving.js";
import { partsOf } from "./text-parts.js";
import { textView } from "./text-view.js";
import printStyles from "./transcript.css?inline";

const ARABIC = /\p{Script=Arabic}/u;
const BOM = "\ufeff"; // without it some editors take UTF-8 for something else
const [RLM, LRI, PDI] = ["\u200f", "\u2066", "\u2069"]; // Unicode's direction marks

/** The conversation as plain text, readable from right to left too. */
export function transcriptText(messages, labels, lang) {
  const told = messages.map((message) => {
    const sources = message.sources.map(({ title, url }) => `  ${[title, url].filter(Boolean).join(", ")}`);
    return [headOf(message, labels, lang), message.text, ...sources].join("\n");
  });
  const text = [labels.transcript, ...told, ""].join("\n\n");
  return BOM + text.split("\n").map(directed).join("\r\n");
}

/** Hands the conversation to the browser as a text file. */
export function keepTranscript(messages, labels, lang) {
  const text = transcriptText(messages, labels, lang);
  save(new Blob([text], { type: "text/plain;charset=utf-8" }), "txt");
}

/** Prints the conversation alone, from a frame of its own; `place` holds the frame meanwhile. */
export function printTranscript(messages, labels, lang, place) {
  const frame = document.createElement("iframe");
  frame.className = "printed";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  place.append(frame);
  const { contentWindow: page, contentDocument: paper } = frame;
  const sheet = new page.CSSStyleSheet(); // a constructed sheet: a page's policy may forbid <style>
  sheet.replaceSync(printStyles);
  paper.adoptedStyleSheets = [sheet];
  paper.title = labels.transcript;
  Object.assign(paper.documentElement, { lang, dir: labels.dir });
  render(paperView(messages, labels, lang), paper.body);
  page.addEventListener("afterprint", () => setTimeout(() => frame.remove()));
  page.focus();
  page.print();
}

function paperView(messages, labels, lang) {
  return html`
    <h1>${labels.transcript}</h1>
    ${messages.map(
      (message) => html`<article>
        <h2>${headOf(message, labels, lang)}</h2>
        <div lang=${message.lang} dir=${message.dir}>
          ${textView(message.text)}
          ${message.sources.map(({ title, url }) => html`<p class="source"><bdi>${title}</bdi><bdi dir="ltr">${url}</bdi></p>`)}
        </div>
      </article>`,
    )}
  `;
}

function headOf({ from, at }, labels, lang) {
  return [labels[from] ?? labels.bot, momentInWords(at, lang)].filter(Boolean).join(" · ");
}

function directed(line) {
  if (!ARABIC.test(line)) return line;
  const parts = partsOf(line).map(({ kind, text }) => (kind === "words" ? text : LRI + text + PDI));
  return RLM + parts.join("");
}
