import { LitElement, html, nothing, unsafeCSS } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ChatClient } from "./chat-client.js";
import { accentProperties } from "./colour.js";
import { Conversation } from "./conversation.js";
import { Elsewhere } from "./elsewhere.js";
import { bridgeIcon, clipIcon, closeIcon, devicesIcon, sendIcon, starBand } from "./icons.js";
import { LABELS, varietyOf } from "./labels.js";
import { recall, remember } from "./memory.js";
import { messageView } from "./message-view.js";
import panelStyles from "./panel.css?inline";
import messageStyles from "./message.css?inline";
import elsewhereStyles from "./elsewhere.css?inline";

const TOUCH = matchMedia("(pointer: coarse)");

/** <jisr-chat>: a button in the page's corner and, once pressed, the conversation with Jisr. */
export class JisrChat extends LitElement {
  static styles = [unsafeCSS(panelStyles), unsafeCSS(messageStyles), unsafeCSS(elsewhereStyles)];
  static properties = {
    base: { type: String },
    pageLang: { attribute: "page-lang" },
    color: { type: String },
    isOpen: { state: true },
    chosenLang: { state: true },
  };

  #client = new ChatClient(location.origin, () => this.#lang);
  #conversation = new Conversation(this, this.#client);
  #elsewhere = new Elsewhere(this, this.#conversation);
  #shown = null;
  #wasBusy = false;

  constructor() {
    super();
    this.base = location.origin;
    this.pageLang = document.documentElement.lang;
    this.color = null;
    this.isOpen = false;
    this.chosenLang = null;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("online", this.#reconnect);
    document.addEventListener("visibilitychange", this.#reconnect);
    visualViewport?.addEventListener("resize", this.#fitKeyboard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("online", this.#reconnect);
    document.removeEventListener("visibilitychange", this.#reconnect);
    visualViewport?.removeEventListener("resize", this.#fitKeyboard);
  }

  /** The variety of the widget's words: the one chosen, else the page's. */
  get #lang() {
    return this.chosenLang ?? varietyOf(this.pageLang);
  }

  /** A choice made on a site's French pages does not bind its Arabic ones. */
  get #langKey() {
    return `jisr.lang ${varietyOf(this.pageLang)}`;
  }

  willUpdate(changed) {
    if (changed.has("base")) this.#client.base = this.base.replace(/\/$/, "");
    if (changed.has("pageLang")) {
      const remembered = recall(this.#langKey);
      this.chosenLang = remembered in LABELS ? remembered : null;
    }
    if (!changed.has("color")) return;
    const properties = accentProperties(this.color) ?? {};
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
  }

  render() {
    const labels = LABELS[this.#lang];
    return html`
      <div class="frame" lang=${this.#lang}>
        ${this.isOpen ? this.#panelView(labels) : nothing}
        <button
          type="button" class="launcher" title=${labels.open}
          aria-label=${labels.open} aria-expanded=${this.isOpen} aria-haspopup="dialog"
          @click=${this.isOpen ? this.close : this.open}
        ><span class="star"></span>${bridgeIcon}</button>
      </div>
    `;
  }

  #panelView(labels) {
    return html`
      <div class="place">
        <section
          class="panel" role="dialog" aria-labelledby="title" tabindex="-1"
          dir=${labels.dir} @keydown=${this.#onPanelKey}
        >
          ${this.#headerView(labels)} ${this.#elsewhere.view(labels)} ${this.#logView(labels)}
          <div role="status" class="connection">
            ${this.#conversation.connectionLost ? html`<p>${labels.connectionLost}</p>` : nothing}
          </div>
          ${this.#composerView(labels)}
        </section>
      </div>
    `;
  }

  #headerView(labels) {
    return html`
      <header>
        <span class="mark">${bridgeIcon}</span>
        <div class="names">
          <h2 id="title">${labels.title}</h2>
          <p>${labels.subtitle}</p>
        </div>
        <select aria-label=${labels.language} @change=${this.#onLanguage}>
          ${Object.entries(LABELS).map(
            ([lang, { name }]) => html`<option
              value=${lang} lang=${lang} ?selected=${lang === this.#lang}
            >${name}</option>`,
          )}
        </select>
        <button type="button" class="devices" aria-label=${labels.elsewhere} title=${labels.elsewhere}
          aria-expanded=${this.#elsewhere.isOpen} @click=${() => this.#elsewhere.toggle()}
        >${devicesIcon}</button>
        <button type="button" class="close" aria-label=${labels.close} title=${labels.close}
          @click=${this.close}>${closeIcon}</button>
      </header>
      ${starBand}
    `;
  }

  #logView(labels) {
    const { messages, waiting, loading } = this.#conversation;
    const actions = { labels, busy: waiting, onChoice: this.#choose, onRetry: this.#retry };
    return html`
      <div class="log" role="log" aria-live="polite" aria-label=${labels.log} tabindex="0"
        aria-busy=${loading}>
        <div class="hint">${bridgeIcon}${labels.hint.split("\n").map((line) => html`<p>${line}</p>`)}</div>
        ${repeat(messages, ({ key }) => key, (message) => messageView(message, actions))}
        ${waiting
          ? html`<div class="typing"><i></i><i></i><i></i><span class="unseen">${labels.typing}</span></div>`
          : nothing}
      </div>
    `;
  }

  #composerView(labels) {
    return html`
      <form class="composer" @submit=${this.#onSubmit}>
        ${this.#conversation.mayAttach
          ? html`<label class="attach" title=${labels.attach}>${clipIcon}<span class="unseen">${labels.attach}</span>
              <input type="file" class="unseen" multiple accept="image/jpeg,image/png,image/webp,application/pdf,audio/*"
                @change=${this.#onFiles}></label>`
          : nothing}
        <textarea
          rows="1" placeholder=${labels.placeholder} aria-label=${labels.placeholder}
          enterkeyhint="send" @keydown=${this.#onComposerKey} @input=${this.#growComposer}
        ></textarea>
        <button type="submit" class="send" aria-label=${labels.send} title=${labels.send}>${sendIcon}</button>
      </form>
    `;
  }

  updated() {
    const { newest, waiting } = this.#conversation;
    const moved = newest !== this.#shown || waiting !== this.#wasBusy;
    if (!moved || !this.isOpen) return;
    this.#shown = newest;
    this.#wasBusy = waiting;
    this.#scrollTo(newest);
  }

  /** Brings a message to the top of the log, or as far up as what follows it allows. */
  #scrollTo(key) {
    const log = this.renderRoot.querySelector(".log");
    const message = log.querySelector(`[data-key="${key}"]`);
    if (message) log.scrollTop = message.offsetTop - 12;
  }

  get #composer() {
    return this.renderRoot.querySelector("textarea");
  }

  async open() {
    this.isOpen = true;
    this.#shown = null;
    this.#conversation.open();
    await this.updateComplete;
    this.#fitKeyboard();
    const first = TOUCH.matches ? this.renderRoot.querySelector(".panel") : this.#composer;
    first.focus(); // on a phone the keyboard would cover the conversation
  }

  async close() {
    this.#conversation.close();
    this.isOpen = false;
    await this.updateComplete;
    this.renderRoot.querySelector(".launcher").focus();
  }

  #choose = (offer, choice) => {
    this.#conversation.choose(offer, choice, this.chosenLang);
    this.renderRoot.querySelector(".log").focus(); // the button pressed is disabled now
  };

  #retry = (message) => {
    this.#conversation.retry(message, this.chosenLang);
    this.renderRoot.querySelector(".log").focus();
  };

  async #onSubmit(event) {
    event.preventDefault();
    const text = this.#composer.value.trim();
    if (!text) return;
    this.#composer.value = "";
    this.#growComposer();
    const { problem } = await this.#conversation.say(text, this.#lang, this.chosenLang);
    if (!problem || problem.mayRetry || !this.#composer || this.#composer.value) return;
    this.#composer.value = text; // to be put right, a message too long for instance
    this.#growComposer();
  }

  #onFiles = (event) => {
    for (const file of event.target.files) this.#conversation.attach(file, this.#lang);
    event.target.value = ""; // the same file may be chosen again
  };

  #onComposerKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  }

  #onPanelKey(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.close();
  }

  #onLanguage(event) {
    this.chosenLang = event.target.value;
    remember(this.#langKey, this.chosenLang);
  }

  #growComposer() {
    const { style, value } = this.#composer;
    this.#composer.dir = value ? "auto" : ""; // the placeholder follows the panel
    style.height = "auto";
    style.height = `${this.#composer.scrollHeight + 2}px`;
  }

  #reconnect = () => {
    if (document.visibilityState === "visible") this.#conversation.refresh();
  };

  /** A phone's keyboard shrinks the visual viewport only; the panel follows it. */
  #fitKeyboard = () => {
    if (visualViewport) this.style.setProperty("--visible", `${visualViewport.height}px`);
  };
}

customElements.define("jisr-chat", JisrChat);
