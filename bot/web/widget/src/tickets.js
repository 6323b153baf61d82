import { html, nothing } from "lit";
import { copyIcon } from "./icons.js";
import { keepsNothing, recall, remember } from "./memory.js";
import { fill } from "./plurals.js";

const MOST_KEPT = 50;

/**
 * A sheet: the tickets that were opened or found in this browser, with their codes. Kept in this
 * browser at most. A Lit controller, which notes them as the conversation tells of them.
 */
export class Tickets {
  label = "tickets";
  #noted = new WeakSet();
  #copied = null;

  /** `ask(ticket, text)` says `text` in the conversation. */
  constructor(host, conversation, ask) {
    this.host = host;
    this.conversation = conversation;
    this.ask = ask;
    host.addController(this);
  }

  hostUpdate() {
    for (const message of this.conversation.messages) {
      if (!message.ticket || this.#noted.has(message)) continue;
      this.#noted.add(message);
      this.#note(message.ticket);
    }
  }

  opened() {
    this.#copied = null;
  }

  view(labels) {
    const tickets = this.#kept();
    if (!tickets.length) return html`<p>${labels.noTickets}</p>`;
    return html`
      <ul class="tickets">${tickets.map((ticket) => html`<li>${this.#ticketView(ticket, labels)}</li>`)}</ul>
      ${keepsNothing ? nothing : html`<p class="small">${labels.ticketsHint}</p>`}
    `;
  }

  #ticketView(ticket, labels) {
    const { reference, code } = ticket;
    return html`
      <p><bdi class="reference" dir="ltr">${reference}</bdi>
        ${code ? html`<span>${labels.code} <bdi class="reference" dir="ltr">${code}</bdi></span>` : nothing}</p>
      <div class="row">
        <button type="button" class="quiet" @click=${() => this.#askState(ticket, labels)}>${labels.ticketState}</button>
        ${navigator.clipboard
          ? html`<button type="button" class="quiet" @click=${() => this.#copy(ticket)}>
              ${copyIcon}<span role="status">${this.#copied === reference ? labels.copied : labels.copy}</span>
            </button>`
          : nothing}
        <a class="quiet" href="${this.host.base}/suivi" target="_blank" rel="noopener noreferrer">${labels.followPage}<span
          class="unseen"> (${labels.newTab})</span></a>
      </div>
    `;
  }

  #askState({ reference, code }, labels) {
    this.ask(code ? fill(labels.ticketStateSays, { reference, code }) : reference);
  }

  async #copy({ reference, code }) {
    const text = [reference, code].filter(Boolean).join(" ");
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    this.#copied = copied ? reference : null;
    this.host.requestUpdate();
  }

  #kept() {
    return JSON.parse(recall(this.#key) ?? "[]");
  }

  #note({ event, reference, code }) {
    if (event !== "opened" && event !== "found") return;
    remember(this.#key, JSON.stringify(withTicket(this.#kept(), { reference, code })));
  }

  get #key() {
    return `jisr.tickets ${this.conversation.client.base}`;
  }
}

/** The list with the ticket first; a code that is not told anew is kept. */
function withTicket(tickets, { reference, code }) {
  const before = tickets.find((ticket) => ticket.reference === reference);
  const others = tickets.filter((ticket) => ticket !== before);
  return [{ reference, code: code ?? before?.code ?? null }, ...others].slice(0, MOST_KEPT);
}
