import { html, nothing } from "lit";

/**
 * Tells a screen reader what comes while the panel is open. Two live regions take turns, so that
 * the same answer given twice is heard twice.
 */
export class Announcer {
  #known = new WeakSet();
  #slots = [[], []];
  #wasWaiting = false;

  /** Takes note of all messages, for instance of a history, without a word. */
  learn(messages) {
    for (const message of messages) this.#isNew(message);
  }

  /** Finds what was not heard yet: answers, problems with one's own messages, that Jisr writes. */
  hear({ messages, waiting, loading }, labels) {
    if (loading) return this.learn(messages);
    const news = messages.filter((message) => this.#isNew(message)).filter(({ from }) => from !== "citizen");
    const problems = messages.map(({ problem }) => problem).filter((problem) => problem && this.#isNew(problem));
    const heard = [
      ...news.map((message) => ({ lang: message.lang, text: spokenText(message, labels) })),
      ...problems.map(({ text }) => ({ text: text || labels.notSent })),
    ];
    if (!heard.length && waiting && !this.#wasWaiting) heard.push({ text: labels.typing });
    this.#wasWaiting = waiting;
    if (heard.length) this.#slots = this.#slots[0].length ? [[], heard] : [heard, []];
  }

  view() {
    return html`<div class="unseen">${this.#slots.map(
      (heard) => html`<div aria-live="polite" aria-atomic="true">${heard.map(
        ({ lang, text }) => html`<p lang=${lang ?? nothing}>${text}</p>`,
      )}</div>`,
    )}</div>`;
  }

  #isNew(thing) {
    if (this.#known.has(thing)) return false;
    this.#known.add(thing);
    return true;
  }
}

/** Who speaks, what, and what may be chosen. */
function spokenText({ from, text, choices }, labels) {
  return [`${labels[from] ?? labels.bot}: ${text}`, ...choices.map(({ title }) => title)].join("\n");
}
