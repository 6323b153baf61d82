import { html, nothing } from "lit";
import { menuIcon } from "./icons.js";
import { textSizeView } from "./text-size.js";

/** The menu in the header: a button that unfolds a list of buttons. A Lit controller. */
export class Menu {
  #isOpen = false;

  constructor(host, textSize) {
    this.host = host;
    this.textSize = textSize;
    host.addController(this);
  }

  hostDisconnected() {
    this.#isOpen = false;
  }

  /** `items` are {name, icon, act}, the name being a key of the labels too. */
  view(labels, items) {
    return html`
      <div class="menu" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
        <button type="button" class="menu-button" aria-label=${labels.menu} title=${labels.menu}
          aria-expanded=${this.#isOpen} aria-controls="menu" @click=${this.#toggle}
        >${menuIcon}</button>
        <div id="menu" ?hidden=${!this.#isOpen}>
          ${this.#isOpen ? this.#itemsView(labels, items) : nothing}
        </div>
      </div>
    `;
  }

  /** Folds the menu where `event` happened outside of it. */
  closeUnlessIn(event) {
    if (!this.#isOpen || event.composedPath().some((node) => node.className === "menu")) return;
    this.#set(false);
  }

  #itemsView(labels, items) {
    return html`
      ${items.map(({ name, icon, act }) => html`<button type="button" class="item ${name}" @click=${() => this.#act(act)}
        >${icon}<span>${labels[name]}</span></button>`)}
      ${textSizeView(this.textSize, labels)}
    `;
  }

  async #act(act) {
    await this.#set(false);
    this.#button.focus();
    act();
  }

  #toggle = async () => {
    await this.#set(!this.#isOpen);
    if (this.#isOpen) this.host.renderRoot.querySelector("#menu button").focus();
  };

  #onKey = async (event) => {
    if (event.key !== "Escape" || !this.#isOpen) return;
    event.stopPropagation();
    await this.#set(false);
    this.#button.focus();
  };

  #onFocusOut = (event) => {
    const { currentTarget, relatedTarget } = event;
    if (relatedTarget && !currentTarget.contains(relatedTarget)) this.#set(false);
  };

  async #set(isOpen) {
    this.#isOpen = isOpen;
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  get #button() {
    return this.host.renderRoot.querySelector(".menu-button");
  }
}
