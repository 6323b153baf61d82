import { html, nothing } from "lit";

/**
 * Going on with the conversation on another device: a code to type there, or one from there.
 * A Lit controller; `view(labels)` is shown while it is open.
 */
export class Elsewhere {
  isOpen = false;
  #code = null;
  #problem = "";

  constructor(host, conversation) {
    this.host = host;
    this.conversation = conversation;
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
    if (this.isOpen) await this.#attempt(async () => (this.#code = await this.conversation.codeForElsewhere()));
  }

  view(labels) {
    if (!this.isOpen) return nothing;
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

  #goOn = async (event) => {
    event.preventDefault();
    const code = event.target.elements.code.value;
    const went = await this.#attempt(async () => {
      await this.conversation.goOnFrom(code);
      return true;
    });
    if (went) this.isOpen = false;
    this.host.requestUpdate();
  };

  async #attempt(task) {
    this.#problem = "";
    try {
      return await task();
    } catch (error) {
      this.#problem = error.message; // in the citizen's language
      return null;
    } finally {
      this.host.requestUpdate();
    }
  }
}

const grouped = (code) => code.replace(/(.{4})(?=.)/g, "$1 ");
