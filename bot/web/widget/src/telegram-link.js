import { html, nothing, svg } from "lit";

const LOOK_AGAIN_MS = 2_000;

/** The part of "elsewhere" that is about Telegram: a code, a question from there, an end. */
export class TelegramLink {
  #standing = null;
  #issued = null;
  #problem = "";
  #timer = null;
  #onAsked;

  /** `onAsked` is called when a Telegram chat wants to go on with the conversation. */
  constructor(host, conversation, onAsked) {
    this.host = host;
    this.conversation = conversation;
    this.#onAsked = onAsked;
    host.addController(this);
  }

  hostDisconnected() {
    this.#stop();
  }

  /** Looks how the link stands, and again while an answer from Telegram may come. */
  async look() {
    this.#stop();
    await this.#attempt(async () => this.#stands(await this.conversation.linkStanding()));
  }

  view(labels) {
    const { message, offered, state } = this.#standing ?? {};
    const mayBegin = offered && (state === "none" || state === "offered");
    if (!message && !mayBegin) return nothing;
    return html`
      <section class="elsewhere telegram" aria-label="Telegram">
        <div role="status">${message ? this.#messageView(message) : nothing}</div>
        ${mayBegin ? (this.#issued ? this.#codeView(labels) : this.#beginView(labels)) : nothing}
        <p role="alert">${this.#problem}</p>
      </section>
    `;
  }

  #messageView({ text, lang, dir, answers }) {
    return html`
      <p class="asked" lang=${lang} dir=${dir}>${text}</p>
      ${answers.map(
        ({ title, answer }) => html`<button type="button" class=${answer} lang=${lang}
          @click=${() => this.#answer(answer)}>${title}</button>`,
      )}
    `;
  }

  #beginView(labels) {
    return html`<button type="button" class="begin" @click=${this.#begin}>${labels.telegram}</button>`;
  }

  #codeView(labels) {
    const { code, url, qr } = this.#issued;
    return html`
      ${url ? html`<a class="open" href=${url} target="_blank" rel="noopener">${labels.telegramOpen}</a>` : nothing}
      ${qr ? qrView(qr, labels.telegramQr) : nothing}
      <p>${labels.telegramCode}</p>
      <output dir="ltr">/lier ${code.replace(/(.{3})(?=.)/g, "$1 ")}</output>
    `;
  }

  #begin = () =>
    this.#attempt(async () => {
      this.#issued = await this.conversation.codeForTelegram();
      this.#stands({ ...this.#standing, state: "offered" });
    });

  #answer(answer) {
    return this.#attempt(async () => {
      this.#stands(await this.conversation.answerLink(this.#standing.link, answer));
    });
  }

  #stands(standing) {
    const before = this.#standing?.state;
    this.#standing = standing;
    if (standing?.state !== "offered") this.#issued = null;
    if (standing?.state === "asked" && before !== "asked") this.#onAsked();
    if (this.#mayChange) this.#timer = setTimeout(() => this.look(), LOOK_AGAIN_MS);
  }

  /** Whether something from Telegram is awaited; nothing is while the chat is folded away. */
  get #mayChange() {
    const awaited = this.#issued !== null || this.#standing?.state === "waiting";
    return awaited && this.host.isOpen;
  }

  async #attempt(task) {
    this.#problem = "";
    try {
      await task();
    } catch (error) {
      this.#problem = error.message; // in the citizen's language
    } finally {
      this.host.requestUpdate();
    }
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
