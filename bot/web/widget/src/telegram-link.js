import { html, nothing, svg } from "lit";

const LOOK_AGAIN_MS = 2_000;
const AGREES = ["yes", "moved", "own"];

/** The part of "elsewhere" that is about Telegram: a code, a question from there, an end. */
export class TelegramLink {
  #standing = null;
  #issued = null;
  #failure = null;
  #timer = null;
  #wasOpen = false;
  #calls;

  /** `asked` is called when a chat wants to go on with the conversation, `done` when it does. */
  constructor(host, conversation, { asked, done }) {
    this.host = host;
    this.conversation = conversation;
    this.#calls = { asked, done };
    host.addController(this);
  }

  /** Whether a code is out or a question is open: nothing else should be shown beside it. */
  get isUnderWay() {
    return this.#issued !== null || ["asked", "waiting"].includes(this.#standing?.state);
  }

  hostDisconnected() {
    this.#stop();
  }

  /** Who comes back from Telegram, the page perhaps loaded anew, finds the question at once. */
  hostUpdated() {
    if (this.host.isOpen && !this.#wasOpen) this.look();
    this.#wasOpen = this.host.isOpen;
  }

  /** Looks how the link stands, and again while an answer from Telegram may come. */
  async look() {
    await this.#attempt(async () => this.#stands(await this.conversation.linkStanding()));
    this.#lookAgain();
  }

  view(labels) {
    const { message, offered, state } = this.#standing ?? {};
    const mayBegin = offered && (state === "none" || state === "offered");
    if (!message && !mayBegin) return nothing;
    return html`
      <section class="telegram" aria-label="Telegram" tabindex="-1">
        <div role="status">${message ? this.#messageView(message) : nothing}</div>
        ${mayBegin ? (this.#issued ? this.#codeView(labels) : this.#beginView(labels)) : nothing}
        <p role="alert">${this.#problemIn(labels)}</p>
      </section>
    `;
  }

  #messageView({ text, lang, dir, answers }) {
    return html`
      <p class="asked" lang=${lang} dir=${dir}>${text}</p>
      ${answers.map(
        ({ title, answer }) => html`<button type="button" lang=${lang}
          class=${AGREES.includes(answer) ? "agree" : "quiet"}
          @click=${() => this.#answer(answer)}>${title}</button>`,
      )}
    `;
  }

  #beginView(labels) {
    return html`<button type="button" class="agree" @click=${this.#begin}>${labels.telegram}</button>`;
  }

  #codeView(labels) {
    const { code, url, qr } = this.#issued;
    return html`
      ${url ? html`<a class="agree" href=${url} target="_blank" rel="noopener">${labels.telegramOpen}</a>` : nothing}
      ${qr ? qrView(qr, labels.telegramQr) : nothing}
      <p>${labels.telegramCode}</p>
      <output dir="ltr">/lier ${code.replace(/(.{3})(?=.)/g, "$1 ")}</output>
    `;
  }

  #begin = () =>
    this.#attempt(async () => {
      this.#issued = await this.conversation.codeForTelegram();
      this.#stands({ ...this.#standing, state: "offered" });
      this.#lookAgain();
    });

  async #answer(answer) {
    await this.#attempt(async () => {
      this.#stands(await this.conversation.answerLink(this.#standing.link, answer));
      this.#lookAgain();
    });
    await this.host.updateComplete; // the button pressed may be gone: the focus stays near it
    const { renderRoot } = this.host;
    (renderRoot.querySelector(".telegram") ?? renderRoot.querySelector(".log")).focus();
  }

  #stands(standing) {
    const before = this.#standing?.state;
    this.#standing = standing;
    if (standing?.state !== "offered") this.#issued = null;
    const state = standing?.state;
    if (state === before) return;
    if (state === "asked") this.#calls.asked();
    if (state === "linked" && before) this.#calls.done();
  }

  #lookAgain() {
    this.#stop();
    if (!["offered", "waiting"].includes(this.#standing?.state)) return;
    const look = () => (this.host.isOpen ? this.look() : this.#lookAgain());
    this.#timer = setTimeout(look, LOOK_AGAIN_MS);
  }

  async #attempt(task) {
    this.#failure = null;
    try {
      await task();
    } catch (error) {
      this.#failure = error;
      if (error.isUnknownConversation) this.#stands(null);
    } finally {
      this.host.requestUpdate();
    }
  }

  #problemIn(labels) {
    if (this.#failure === null) return "";
    return this.#failure.status ? this.#failure.message : labels.connectionLost;
  }

  #stop() {
    clearTimeout(this.#timer);
  }
}

const qrView = ({ size, path }, label) => html`
  <svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    ${svg`<path d=${path} />`}
  </svg>
`;
