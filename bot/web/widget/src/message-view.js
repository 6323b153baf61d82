import { html, nothing } from "lit";
import { ageInWords, dateInWords } from "./dates.js";
import { fileView, uploadView } from "./files.js";
import { retryIcon } from "./icons.js";
import { LABELS } from "./labels.js";
import { fill } from "./plurals.js";
import { textView } from "./text-view.js";

/**
 * One message of the log. `labels` are the widget's words, `now` is the server's time, `busy` holds
 * buttons back while an answer is awaited; `onChoice(message, choice)`, `onRetry(message)` and
 * `onCallBack(message)` tell what was pressed; `listenView(message)` and `feedbackView(message,
 * labels)` are what stands by.
 */
export function messageView(message, actions) {
  const { key, from, lang, dir, sources, state } = message;
  const { labels, now, busy, onChoice, onRetry, onCallBack, listenView, feedbackView } = actions;
  const itsLabels = LABELS[lang] ?? labels;
  return html`
    <div class="message ${from} ${state}" data-key=${key}>
      <span class=${from === "staff" ? "signature" : "unseen"}>${labels[from] ?? labels.bot}</span>
      <div class="spoken">
        <div class="bubble" lang=${lang ?? nothing} dir=${dir}>
          ${contentView(message, labels)} ${sources.length ? sourcesView(sources, { lang, labels: itsLabels, now }) : nothing}
        </div>
        ${listenView(message)}
      </div>
      ${uploadView(message, labels, onCallBack)} ${feedbackView(message, itsLabels)}
      ${choicesView(message, busy, onChoice)} ${problemView(message, labels, busy, onRetry)}
      ${stateView(message, labels)}
    </div>
  `;
}

function contentView({ file, text }, labels) {
  return file ? fileView(file, labels) : textView(text);
}

function choicesView(message, busy, onChoice) {
  if (!message.choices.length) return nothing;
  const off = busy || message.choicesUsed;
  return html`
    <div class="choices" lang=${message.lang ?? nothing} dir=${message.dir}>
      ${message.choices.map(
        (choice) => html`<button
          type="button"
          class=${choice.picked ? "choice picked" : "choice"}
          ?disabled=${off}
          @click=${() => onChoice(message, choice)}
        >${choice.title}</button>`,
      )}
    </div>
  `;
}

function sourcesView(sources, words) {
  const { labels } = words;
  return html`
    <details class="sources">
      <summary>${labels.sources} <span class="count">${sources.length}</span></summary>
      <ul>
        ${sources.map((source) => html`<li>${sourceView(source, words)}</li>`)}
      </ul>
    </details>
  `;
}

function sourceView({ title, section, url, as_of: asOf, verified_on: verifiedOn }, words) {
  const { lang, labels } = words;
  const verified = verifiedOn && fill(labels.verified, { date: dateInWords(verifiedOn, lang) });
  return html`
    <bdi class="source-title">${linkView(title, url, labels)}</bdi>
    ${section ? html`<bdi class="section">${section}</bdi>` : nothing}
    <span class="date">${asOf ? dateView(asOf, words) : labels.undated}</span>
    ${verified ? html`<span class="date">${verified}</span>` : nothing}
  `;
}

function dateView(asOf, { lang, labels, now }) {
  const age = ageInWords(asOf, new Date(now), lang, labels);
  return html`<time datetime=${asOf}>${dateInWords(asOf, lang)}</time>${age ? ` · ${age}` : nothing}`;
}

function linkView(title, url, labels) {
  if (!/^https:\/\//i.test(url ?? "")) return title;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"
    >${title || url}<span class="unseen"> (${labels.newTab})</span></a
  >`;
}

function problemView(message, labels, busy, onRetry) {
  const { problem, state } = message;
  const waits = state === "waiting";
  if (!problem && !waits) return nothing;
  return html`
    <div class="problem">
      <span dir="auto">${waits ? labels.waitsForNetwork : problem.text || labels.notSent}</span>
      ${waits || problem.mayRetry
        ? html`<button type="button" ?disabled=${busy} @click=${() => onRetry(message)}>
            ${retryIcon} ${labels.retry}
          </button>`
        : nothing}
    </div>
  `;
}

/** How far the citizen's own message got; a screen reader finds it, but is not told each step. */
function stateView({ from, state }, labels) {
  if (from !== "citizen" || !["sending", "sent"].includes(state)) return nothing;
  return html`<span class="state" aria-live="off">${state === "sent" ? "\u2713 " : ""}${labels[state]}</span>`;
}
