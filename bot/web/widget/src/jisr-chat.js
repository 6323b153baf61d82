import { LitElement, html, nothing, unsafeCSS } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Announcer } from "./announcer.js";
import { ChatClient } from "./chat-client.js";
import { accentProperties } from "./colour.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Elsewhere } from "./elsewhere.js";
import { Feedback } from "./feedback.js";
import { FocusTrap } from "./focus-trap.js";
import { Forgetting } from "./forgetting.js";
import { bridgeIcon, closeIcon, devicesIcon, fileIcon, forgetIcon, keepIcon, printIcon, starBand, ticketsIcon } from "./icons.js";
import { LABELS, varietyOf } from "./labels.js";
import { forgetAll, keepNothing, recall, remember } from "./memory.js";
import { Menu } from "./menu.js";
import { judgeable } from "./message.js";
import { messageView } from "./message-view.js";
import { OwnData } from "./own-data.js";
import { Permission } from "./permission.js";
import { counted } from "./plurals.js";
import { ReadAloud } from "./read-aloud.js";
import { Sheets } from "./sheets.js";
import { TextSize } from "./text-size.js";
import { Tickets } from "./tickets.js";
import { keepTranscript, printTranscript } from "./transcript.js";
import { Unread } from "./unread.js";
import panelStyles from "./panel.css?inline";
import messageStyles from "./message.css?inline";
import elsewhereStyles from "./elsewhere.css?inline";

const TOUCH = matchMedia("(pointer: coarse)");
const FORGOTTEN = "jisr.forgotten";

/** <jisr-chat>: a button in the page's corner and, once pressed, the conversation with Jisr. */
export class JisrChat extends LitElement {
  static styles = [unsafeCSS(panelStyles), unsafeCSS(messageStyles), unsafeCSS(elsewhereStyles)];
  static properties = {
    base: { type: String },
    pageLang: { attribute: "page-lang" },
    color: { type: String },
    keep: { type: String },
    isOpen: { state: true },
    chosenLang: { state: true },
  };

  #client = new ChatClient(location.origin, () => this.lang);
  #conversation = new Conversation(this, this.#client);
  #textSize = new TextSize(this); // before the composer, which grows with the text
  #composer = new Composer(this, this.#conversation, () => this.#focusLog());
  #feedback = new Feedback(this, this.#conversation);
  #readAloud = new ReadAloud(this);
  #unread = new Unread(this, this.#conversation);
  #sheets = new Sheets(this);
  #elsewhere = new Elsewhere(this, this.#conversation, this.#sheets.close, () => this.#sheets.open(this.#elsewhere));
  #tickets = new Tickets(this, this.#conversation, (text) => this.#ask(text));
  #ownData = new OwnData(this, this.#conversation);
  #forgetting = new Forgetting(() => this.#forget(), this.#sheets.close);
  #menu = new Menu(this, this.#textSize);
  #permission = new Permission(this, this.#client);
  #focusTrap = new FocusTrap(this);
  #announcer = new Announcer();
  #shown = null;
  #wasBusy = false;

  constructor() {
    super();
    this.base = location.origin;
    this.pageLang = document.documentElement.lang;
    this.color = null;
    this.keep = null;
    this.isOpen = false;
    this.chosenLang = null;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("storage", this.#onStorage);
    this.popover = "manual"; // in the top layer: above all, whatever the page does to its body
    this.showPopover?.();
    visualViewport?.addEventListener("resize", this.#fitKeyboard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("storage", this.#onStorage);
    visualViewport?.removeEventListener("resize", this.#fitKeyboard);
  }

  /** The variety of the widget's words: the one chosen, else the page's. */
  get lang() {
    return this.chosenLang ?? varietyOf(this.pageLang);
  }

  /** A choice made on a site's French pages does not bind its Arabic ones. */
  get #langKey() {
    return `jisr.lang ${varietyOf(this.pageLang)}`;
  }

  willUpdate(changed) {
    // Whatever it says: a slip of the pen must not keep more.
    if (this.keep !== null && changed.has("keep")) keepNothing();
    if (changed.has("base")) this.#client.base = this.base.replace(/\/$/, "");
    if (changed.has("pageLang")) {
      const remembered = recall(this.#langKey);
      this.chosenLang = remembered in LABELS ? remembered : null;
    }
    if (this.isOpen) this.#announcer.hear(this.#conversation, LABELS[this.lang]);
  }

  render() {
    const labels = LABELS[this.lang];
    const { count } = this.#unread;
    const news = count ? ` (${counted(labels.unread, count, this.lang)})` : "";
    return html`
      <div
        class="frame" lang=${this.lang}
        @keydown=${this.#onKey} @keypress=${this.#onKey} @keyup=${this.#onKey}
      >
        ${this.isOpen ? this.#panelView(labels) : nothing}
        <button
          type="button" class="launcher" title=${labels.open}
          aria-label=${labels.open + news} aria-expanded=${this.isOpen} aria-haspopup="dialog"
          @click=${this.isOpen ? this.close : this.open}
        ><span class="star"></span>${bridgeIcon}${count
          ? html`<span class="badge" aria-hidden="true">${count}</span>`
          : nothing}</button>
      </div>
    `;
  }

  #panelView(labels) {
    return html`
      <div class="place">
        <section
          class="panel" role="dialog" aria-labelledby="title" tabindex="-1"
          aria-modal=${this.#focusTrap.isModal} dir=${labels.dir}
          @pointerdown=${(event) => this.#menu.closeUnlessIn(event)}
        >
          ${this.#headerView(labels)} ${this.#sheets.view(labels)} ${this.#logView(labels)}
          <div role="status" class="connection">
            ${this.#linkView(labels)}
          </div>
          ${this.#permission.isRefused
            ? this.#permission.view(labels, this.lang)
            : this.#composer.view(labels)}
          ${this.#announcer.view()}
        </section>
      </div>
    `;
  }

  #headerView(labels) {
    return html`
      <header role="presentation">
        <span class="mark">${bridgeIcon}</span>
        <div class="names">
          <h2 id="title">${labels.title}</h2>
          <p>${labels.subtitle}</p>
        </div>
        <select aria-label=${labels.language} @change=${this.#onLanguage}>
          ${Object.entries(LABELS).map(
            ([lang, { name }]) => html`<option
              value=${lang} lang=${lang} ?selected=${lang === this.lang}
            >${name}</option>`,
          )}
        </select>
        ${this.#menu.view(labels, this.#menuItems(labels))}
        <button type="button" class="close" aria-label=${labels.close} title=${labels.close}
          @click=${this.close}>${closeIcon}</button>
      </header>
      ${starBand}
    `;
  }

  #logView(labels) {
    const { messages, waiting, loading } = this.#conversation;
    const judged = judgeable(messages);
    const actions = {
      labels,
      now: this.#client.clock.now(),
      busy: waiting,
      onChoice: this.#choose,
      onRetry: this.#retry,
      onCallBack: (message) => this.#conversation.callBack(message),
      listenView: (message) => this.#readAloud.view(message, labels),
      feedbackView: (message, words) => (judged.has(message.key) ? this.#feedback.view(message, words) : nothing),
    };
    return html`
      <div class="log" role="log" aria-live="off" aria-label=${labels.log} tabindex="0"
        aria-busy=${loading}>
        <div class="hint">${bridgeIcon}${labels.hint.split("\n").map((line) => html`<p>${line}</p>`)}</div>
        ${repeat(messages, ({ key }) => key, (message) => messageView(message, actions))}
        ${waiting
          ? html`<div class="typing"><i></i><i></i><i></i><span class="unseen">${labels.typing}</span></div>`
          : nothing}
      </div>
    `;
  }

  #linkView(labels) {
    const { link } = this.#conversation;
    if (link === "up") return nothing;
    return html`<p class=${link}>${link === "down" ? labels.connectionLost : labels.connectionBack}</p>`;
  }

  #menuItems(labels) {
    const { messages } = this.#conversation;
    const onSheet = (sheet) => () => this.#sheets.open(sheet);
    const items = [
      { name: "tickets", icon: ticketsIcon, act: onSheet(this.#tickets) },
      { name: "elsewhere", icon: devicesIcon, act: onSheet(this.#elsewhere) },
      { name: "forget", icon: forgetIcon, act: onSheet(this.#forgetting) },
    ];
    if (!messages.length) return items;
    const print = () => printTranscript(messages, labels, this.lang, this.renderRoot);
    return [
      ...items.slice(0, 2),
      { name: "keepTranscript", icon: keepIcon, act: () => keepTranscript(messages, labels, this.lang) },
      { name: "printTranscript", icon: printIcon, act: print },
      ...(this.#conversation.mayAttach ? [{ name: "ownData", icon: fileIcon, act: onSheet(this.#ownData) }] : []),
      items[2],
    ];
  }

  updated(changed) {
    if (changed.has("color")) this.#paint();
    const { newest, waiting } = this.#conversation;
    const moved = newest !== this.#shown || waiting !== this.#wasBusy;
    if (!moved || !this.isOpen) return;
    this.#shown = newest;
    this.#wasBusy = waiting;
    this.#scrollTo(newest);
  }

  /** The site's colour, not as an attribute: a strict Content-Security-Policy forbids those. */
  #paint() {
    const { style } = this.renderRoot.querySelector(".frame");
    const properties = accentProperties(this.color) ?? {};
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
  }

  /** Brings a message to the top of the log, or as far up as what follows it allows. */
  #scrollTo(key) {
    const log = this.renderRoot.querySelector(".log");
    const message = log.querySelector(`[data-key="${key}"]`);
    if (message) log.scrollTop = message.offsetTop - 12;
  }

  async open() {
    this.#focusTrap.enter();
    this.#announcer.learn(this.#conversation.messages);
    this.#permission.ask();
    this.isOpen = true;
    this.#shown = null;
    this.#conversation.open();
    await this.updateComplete;
    this.#fitKeyboard();
    const panel = this.renderRoot.querySelector(".panel");
    const first = TOUCH.matches ? panel : (this.#composer.textarea ?? panel);
    first.focus(); // on a phone the keyboard would cover the conversation
  }

  async close() {
    this.#conversation.close();
    this.#readAloud.stop();
    this.#sheets.close();
    this.isOpen = false;
    await this.updateComplete;
    this.#focusTrap.leave(this.renderRoot.querySelector(".launcher"));
  }

  #choose = (offer, choice) => {
    this.#conversation.choose(offer, choice, this.chosenLang);
    this.#focusLog(); // the button pressed is disabled now
  };

  #retry = (message) => {
    this.#conversation.retry(message, this.chosenLang);
    this.#focusLog();
  };

  #ask(text) {
    this.#sheets.close();
    this.#conversation.say(text, this.lang, this.chosenLang);
    this.#focusLog();
  }

  #focusLog() {
    this.renderRoot.querySelector(".log").focus();
  }

  async #forget() {
    await this.#conversation.forgetDevice();
    this.#forgetChoices();
    remember(FORGOTTEN, "now"); // the other tabs hear of it
    remember(FORGOTTEN, null);
    await this.close();
  }

  #forgetChoices() {
    forgetAll();
    this.#textSize.step = 0;
    this.chosenLang = null;
  }

  #onStorage = ({ key, newValue }) => {
    if (key === FORGOTTEN && newValue) this.#forgetChoices();
  };

  #onKey(event) {
    // What is typed here is no shortcut of the page's.
    if (event.target.matches("input, textarea, select")) event.stopPropagation();
    if (event.type !== "keydown" || !this.isOpen) return;
    this.#focusTrap.onKey(event, this.renderRoot.querySelector(".panel"));
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this.#sheets.isOpen) this.#sheets.close();
    else this.close();
  }

  #onLanguage(event) {
    this.chosenLang = event.target.value;
    remember(this.#langKey, this.chosenLang);
  }


  /** A phone's keyboard shrinks the visual viewport only; the panel follows it. */
  #fitKeyboard = () => {
    if (visualViewport) this.style.setProperty("--visible", `${visualViewport.height}px`);
  };
}

// A page may hold the script twice.
if (!customElements.get("jisr-chat")) customElements.define("jisr-chat", JisrChat);
