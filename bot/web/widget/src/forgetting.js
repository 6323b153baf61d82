import { html } from "lit";

/** A sheet for shared phones: asks once, then forgets all that this browser knows of Jisr. */
export class Forgetting {
  label = "forget";

  constructor(forget, keep) {
    this.forget = forget;
    this.keep = keep;
  }

  opened() {}

  view(labels) {
    return html`
      <p>${labels.forgetWarning}</p>
      <div class="row">
        <button type="button" class="main" @click=${this.forget}>${labels.forgetYes}</button>
        <button type="button" class="quiet" @click=${this.keep}>${labels.forgetNo}</button>
      </div>
    `;
  }
}
