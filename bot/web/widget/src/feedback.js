import { html, nothing } from "lit";
import { thumbDownIcon, thumbUpIcon } from "./icons.js";

const MOST_WORDS = 1000;

/** Thumbs under an answer, and a free word after a thumb down. A Lit controller. */
export class Feedback {
  #given = new Map(); // by turn: {helpful, asksWords, said}

  constructor(host, conversation) {
    this.host = host;
    this.conversation = conversation;
    host.addController(this);
  }

  hostDisconnected() {
    this.#given.clear();
  }

  /** The thumbs of one answer; what was given before a reload shows as pressed. */
  view(message, labels) {
    const { helpful, asksWords, said } = this.#of(message);
    const thumb = (up, icon, label) => html`<button
      type="button" class="thumb" aria-label=${label} title=${label} aria-pressed=${helpful === up}
      @click=${() => this.#judge(message, up)}
    >${icon}</button>`;
    return html`
      <div class="feedback" dir=${labels.dir}>
        <span class="question">${labels.helpfulAsk}</span>
        ${thumb(true, thumbUpIcon, labels.thumbUp)} ${thumb(false, thumbDownIcon, labels.thumbDown)}
        ${asksWords ? this.#wordsView(message, labels) : nothing}
        <span class="said" role="status">${said ? labels[said] : nothing}</span>
      </div>
    `;
  }

  #wordsView(message, labels) {
    return html`
      <form class="words" @submit=${(event) => this.#sendWords(event, message)}>
        <label>${labels.whatMissing}
          <textarea name="words" rows="2" maxlength=${MOST_WORDS} dir="auto"></textarea>
        </label>
        <button type="submit" class="quiet">${labels.send}</button>
      </form>
    `;
  }

  #of({ turn, helpful }) {
    return this.#given.get(turn) ?? { helpful, asksWords: false, said: null };
  }

  #note(turn, now) {
    this.#given.set(turn, now);
    this.host.requestUpdate();
  }

  async #judge(message, helpful) {
    const { turn } = message;
    const before = this.#of(message);
    this.#note(turn, { helpful, asksWords: !helpful, said: null });
    const arrived = await this.#tell(turn, helpful, null);
    const now = arrived ? { helpful, asksWords: !helpful, said: "thanks" } : { ...before, said: "notJudged" };
    this.#note(turn, now);
  }

  async #sendWords(event, message) {
    event.preventDefault();
    const words = event.target.elements.words.value.trim();
    const arrived = await this.#tell(message.turn, false, words || null);
    this.#note(message.turn, { helpful: false, asksWords: !arrived, said: arrived ? "thanks" : "notJudged" });
  }

  async #tell(turn, helpful, words) {
    try {
      await this.conversation.judge(turn, helpful, words);
      return true;
    } catch {
      return false; // the view says so
    }
  }
}
