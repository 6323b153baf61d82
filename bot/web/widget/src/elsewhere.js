import { html, nothing } from "lit";
import { TelegramLink } from "./telegram-link.js";

/**
 * A sheet: going on with the conversation elsewhere, on another device or on Telegram, by a code
 * for there or from there.
 */
export class Elsewhere {
  label = "elsewhere";
  #code = null;
  #problem = "";
  #telegram;

  /** `done` is called when a conversation goes on, `asked` when a Telegram chat wants to go on. */
  constructor(host, conversation, done, asked) {
    this.host = host;
    this.conversation = conversation;
    this.done = done;
    this.#telegram = new TelegramLink(host, conversation, { done, asked });
  }

  async opened() {
    this.#code = null;
    await this.#attempt(async () => (this.#code = await this.conversation.codeForElsewhere()));
    await this.#telegram.look();
  }

  view(labels) {
    return html`
      ${this.#telegram.view(labels)} ${this.#telegram.isUnderWay ? nothing : this.#deviceView(labels)}
    `;
  }

  #deviceView(labels) {
    return html`
      <form class="continuing" @submit=${this.#goOn}>
        ${this.#code
          ? html`<p>${labels.codeFromHere}</p><output dir="ltr">${grouped(this.#code)}</output>`
          : nothing}
        <label>${labels.codeFromThere}
          <input name="code" dir="ltr" maxlength="12" required autocomplete="off" autocapitalize="characters" spellcheck="false">
        </label>
        <button type="submit">${labels.goOn}</button>
        <p role="alert">${this.#problem}</p>
      </form>
    `;
  }

  #goOn = async (event) => {
    event.preventDefault();
    const { code } = event.target.elements;
    await this.#attempt(async () => {
      const isAsked = await this.conversation.goOnFrom(code.value);
      code.value = "";
      if (isAsked) await this.#telegram.look();
      else this.done();
    });
  };

  async #attempt(task) {
    this.#problem = "";
    try {
      await task();
    } catch (error) {
      this.#problem = error.message; // in the citizen's language
    } finally {
      this.host.requestUpdate();
    }
  }
}

const grouped = (code) => code.replace(/(.{4})(?=.)/g, "$1 ");
