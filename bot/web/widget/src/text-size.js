import { html } from "lit";
import { recall, remember } from "./memory.js";

const KEY = "jisr.text";
const SIZES = ["16px", "19px", "22px"];

/** The size of the widget's text, in three steps, remembered. A Lit controller. */
export class TextSize {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated() {
    this.host.renderRoot.querySelector(".frame").style.setProperty("--rem", SIZES[this.step]);
  }

  get step() {
    const step = Number(recall(KEY));
    return step in SIZES ? step : 0;
  }

  set step(step) {
    remember(KEY, step ? String(step) : null);
    this.host.requestUpdate();
  }
}

/** Three letters A, from small to large. */
export function textSizeView(textSize, labels) {
  return html`
    <div class="text-size" role="group" aria-label=${labels.textSize}>
      <span>${labels.textSize}</span>
      ${labels.textSizes.map(
        (name, step) => html`<button
          type="button" class="size-${step}" aria-label=${name} title=${name}
          aria-pressed=${step === textSize.step} @click=${() => (textSize.step = step)}
        >A</button>`,
      )}
    </div>
  `;
}
