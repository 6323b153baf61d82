import { html, nothing } from "lit";
import { TelegramLink } from "./telegram-link.js";

/**
 * Going on with the conversation elsewhere: on another device or on Telegram, by a code to type
 * there, or by one from there. A Lit controller; `view(labels)` is shown while it is open.
 */
export class Elsewhere {
  isOpen = false;
  #code = null;
  #problem = "";
  #telegram;

  constructor(host, conversation) {
    this.host = host;
    this.conversation = conversation;
    this.#telegram = new TelegramLink(host, conversation, (state) => this.#show(state === "asked"));
    host.addController(this);
  }

  hostDisconnected() {
    this.isOpen = false;
  }

  async toggle() {
    this.isOpen = !this.isOpen;
    this.#code = null;
    this.#problem = "";
    this.host.requestUpdate();
    if (!this.isOpen) return;
    await this.#attempt(async () => (this.#code = await this.conversation.codeForElsewhere()));
    await this.#telegram.look();
  }

  view(labels) {
    if (!this.isOpen) return nothing;
    return html`
      ${this.#telegram.view(labels)} ${this.#telegram.isUnderWay ? nothing : this.#deviceView(labels)}
    `;
  }

  #deviceView(labels) {
    return html`
      <form class="elsewhere" @submit=${this.#goOn}>
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

  /** Opens where Telegram asks something; folds itself away once the conversation goes on. */
  #show(isOpen) {
    this.isOpen = isOpen;
    this.host.requestUpdate();
  }

  #goOn = async (event) => {
    event.preventDefault();
    const { code } = event.target.elements;
    await this.#attempt(async () => {
      const asked = await this.conversation.goOnFrom(code.value);
      code.value = "";
      if (asked) await this.#telegram.look();
      else this.isOpen = false;
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
