import { html, nothing } from "lit";
import { ACCEPTED, LARGEST_BYTES, MOST_FILES, fileView } from "./files.js";
import { clipIcon, closeIcon, sendIcon } from "./icons.js";
import { askedNow } from "./message.js";
import { fill } from "./plurals.js";

/**
 * Where the citizen writes: the text, the files that go along, and while a form asks how far it
 * is and a way out. A Lit controller; `host` tells `lang` and `chosenLang`.
 */
export class Composer {
  #chosen = []; // files
  #tooMany = false;
  #givesUp = false;

  /** `left` is called when a button that had the focus is gone. */
  constructor(host, conversation, left) {
    this.host = host;
    this.conversation = conversation;
    this.left = left;
    host.addController(this);
  }

  hostDisconnected() {
    this.#clear();
  }

  hostUpdated() {
    if (this.textarea) this.#grow(); // another question, another size of text
  }

  get textarea() {
    return this.host.renderRoot.querySelector(".composer > .line > textarea");
  }

  view(labels) {
    const { asks, progress } = askedNow(this.conversation.messages);
    const hint = labels.placeholders[asks] ?? labels.placeholder;
    const forContact = asks === "contact" ? "email" : nothing; // a keyboard with @ and digits
    return html`
      <form class="composer" @submit=${this.#onSubmit}>
        ${progress ? this.#progressView(progress, labels) : nothing} ${this.#trayView(labels)}
        <div class="line">
          ${this.conversation.mayAttach ? this.#pickerView(labels) : nothing}
          <textarea
            rows=${asks === "description" ? 4 : 1} placeholder=${hint} aria-label=${hint}
            inputmode=${forContact} autocomplete=${forContact}
            enterkeyhint="send" @keydown=${this.#onKey} @input=${this.#grow}
          ></textarea>
          <button type="submit" class="send" aria-label=${labels.send} title=${labels.send}>${sendIcon}</button>
        </div>
      </form>
    `;
  }

  #progressView({ step, of }, labels) {
    if (this.#givesUp) return this.#givingUpView(labels);
    return html`
      <div class="progress">
        <span>${fill(labels.progress, { step, of })}</span>
        <progress max=${of} .value=${step} aria-hidden="true"></progress>
        <button type="button" class="quiet give-up" @click=${() => this.#setGivesUp(true)}>${labels.giveUp}</button>
      </div>
    `;
  }

  #givingUpView(labels) {
    return html`
      <div class="progress" role="alert">
        <span>${labels.giveUpAsk}</span>
        <button type="button" class="quiet yes" @click=${() => this.#giveUp(labels)}>${labels.giveUpYes}</button>
        <button type="button" class="quiet no" @click=${() => this.#setGivesUp(false)}>${labels.giveUpNo}</button>
      </div>
    `;
  }

  #pickerView(labels) {
    const label = `${labels.attach} (${labels.fileLimits})`;
    return html`<label class="attach" title=${label}>${clipIcon}<span class="unseen">${label}</span>
      <input type="file" class="unseen" multiple accept=${ACCEPTED} @change=${this.#onFiles}></label>`;
  }

  #trayView(labels) {
    if (!this.#chosen.length) return nothing;
    return html`
      <div class="tray">
        <ul aria-label=${labels.filesChosen}>
          ${this.#chosen.map((file) => html`<li>
            ${fileView(file, labels)}
            <button type="button" class="shut" aria-label="${labels.removeFile} ${file.name}" title=${labels.removeFile}
              @click=${() => this.#remove(file)}>${closeIcon}</button>
            ${fits(file) ? nothing : html`<span class="refused" role="alert">${labels.fileTooLarge}</span>`}
          </li>`)}
        </ul>
        <p class=${this.#tooMany ? "refused" : "small"}>${this.#tooMany ? labels.tooManyFiles : labels.fileLimits}</p>
      </div>
    `;
  }

  #onFiles = ({ target }) => {
    const files = [...this.#chosen, ...target.files];
    target.value = ""; // the same file may be chosen again
    this.#tooMany = files.length > MOST_FILES;
    this.#chosen = files.slice(0, MOST_FILES);
    this.host.requestUpdate();
    this.textarea.focus();
  };

  #remove(file) {
    this.#tooMany = false;
    this.#chosen = this.#chosen.filter((other) => other !== file);
    this.host.requestUpdate();
    this.textarea.focus();
  }

  #onSubmit = async (event) => {
    event.preventDefault();
    const { lang, chosenLang } = this.host;
    for (const file of this.#chosen.filter(fits)) this.conversation.attach(file, lang);
    this.#chosen = this.#chosen.filter((file) => !fits(file));
    this.host.requestUpdate();
    const text = this.textarea.value.trim();
    if (!text) return;
    this.#write("");
    const { problem } = await this.conversation.say(text, lang, chosenLang);
    if (!problem || problem.mayRetry || !this.textarea || this.textarea.value) return;
    this.#write(text); // to be put right, a message too long for instance
  };

  #setGivesUp(givesUp) {
    this.#givesUp = givesUp;
    this.host.requestUpdate();
    this.textarea.focus();
  }

  #giveUp(labels) {
    this.#givesUp = false;
    this.conversation.say(labels.giveUpSays, this.host.lang, this.host.chosenLang);
    this.left();
  }

  #clear() {
    this.#chosen = [];
    this.#tooMany = this.#givesUp = false;
  }

  #onKey = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  };

  #write(text) {
    this.textarea.value = text;
    this.#grow();
  }

  #grow = () => {
    const { textarea } = this;
    textarea.dir = textarea.value ? "auto" : ""; // the placeholder follows the panel
    textarea.style.height = "auto";
    textarea.style.height = `${textarea.scrollHeight + 2}px`;
  };
}

const fits = ({ size }) => size <= LARGEST_BYTES;
