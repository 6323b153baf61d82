import { html, nothing } from "lit";

/** A sheet: going on with the conversation on another device, by a code for there or from there. */
export class Elsewhere {
  label = "elsewhere";
  #code = null;
  #problem = "";

  /** `done` is called when the conversation of the other device goes on here. */
  constructor(host, conversation, done) {
    this.host = host;
    this.conversation = conversation;
    this.done = done;
  }

  async opened() {
    this.#code = null;
    await this.#attempt(async () => (this.#code = await this.conversation.codeForElsewhere()));
  }

  view(labels) {
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
    const code = event.target.elements.code.value;
    const went = await this.#attempt(async () => {
      await this.conversation.goOnFrom(code);
      return true;
    });
    if (went) this.done();
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
