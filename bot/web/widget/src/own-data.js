import { html, nothing } from "lit";
import { save } from "./saving.js";

/**
 * A sheet: what the server holds of the conversation, to be saved or deleted. Its words come from
 * the server too: who never asks need not load them.
 */
export class OwnData {
  label = "ownData";
  #held = null;
  #isAsked = false;
  #receipt = null;
  #failure = null;

  constructor(host, conversation) {
    this.host = host;
    this.conversation = conversation;
  }

  async opened() {
    this.#held = this.#receipt = null;
    this.#isAsked = false;
    await this.#attempt(async () => (this.#held = await (await this.conversation.ownData("summary")).json()));
  }

  view(labels) {
    return html`
      <div role="status">${this.#receipt ? this.#receiptView(labels) : this.#held ? this.#heldView() : nothing}</div>
      <p role="alert">${this.#failure && (this.#failure.status ? this.#failure.message : labels.connectionLost)}</p>
    `;
  }

  #heldView() {
    const { saves, forget } = this.#held;
    if (this.#isAsked) {
      return html`
        ${told(this.#held, forget.text)}
        <div class="row">
          <button type="button" class="main" @click=${this.#forget}>${forget.yes}</button>
          <button type="button" class="quiet" @click=${() => this.#ask(false)}>${forget.no}</button>
        </div>
      `;
    }
    return html`
      ${told(this.#held)}
      <div class="row">
        ${saves.map((kind) => html`<button type="button" class="quiet" @click=${() => this.#save(kind.as)}>${kind.title}</button>`)}
        <button type="button" class="main" @click=${() => this.#ask(true)}>${forget.title}</button>
      </div>
    `;
  }

  #receiptView(labels) {
    const { page, page_title } = this.#receipt;
    return html`
      ${told(this.#receipt)}
      <a class="quiet" href=${this.host.base + page} target="_blank" rel="noopener noreferrer">${page_title}<span
        class="unseen"> (${labels.newTab})</span></a>
    `;
  }

  async #ask(isAsked) {
    this.#isAsked = isAsked;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector(".sheet").focus(); // the button pressed is gone
  }

  #save(kind) {
    return this.#attempt(async () => save(await (await this.conversation.ownData(kind)).blob(), kind));
  }

  #forget = async () => {
    await this.#attempt(async () => (this.#receipt = await this.conversation.forgetEverywhere()));
    this.host.renderRoot.querySelector(".sheet")?.focus();
  };

  async #attempt(task) {
    this.#failure = null;
    try {
      await task();
    } catch (error) {
      this.#failure = error;
    } finally {
      this.host.requestUpdate();
    }
  }
}

const told = ({ lang, dir, text }, shown = text) => html`<p class="told" lang=${lang} dir=${dir}>${shown}</p>`;
