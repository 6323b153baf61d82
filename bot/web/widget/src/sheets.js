import { html, nothing } from "lit";
import { closeIcon } from "./icons.js";

/**
 * What opens between header and log, one at a time. A sheet has a `label` (its key in the
 * labels), `opened()` and `view(labels)`. A Lit controller.
 */
export class Sheets {
  #shown = null;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#shown = null;
  }

  get isOpen() {
    return this.#shown !== null;
  }

  async open(sheet) {
    this.#shown = sheet;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector(".sheet")?.focus();
    await sheet.opened();
    this.host.requestUpdate();
  }

  close = () => {
    if (!this.isOpen) return;
    this.#shown = null;
    this.host.renderRoot.querySelector(".menu-button").focus();
    this.host.requestUpdate();
  };

  view(labels) {
    if (!this.isOpen) return nothing;
    const title = labels[this.#shown.label];
    return html`
      <section class="sheet ${this.#shown.label}" aria-label=${title} tabindex="-1">
        <div class="sheet-head">
          <h3>${title}</h3>
          <button type="button" class="shut" aria-label=${labels.shut} title=${labels.shut} @click=${this.close}
          >${closeIcon}</button>
        </div>
        ${this.#shown.view(labels)}
      </section>
    `;
  }
}
