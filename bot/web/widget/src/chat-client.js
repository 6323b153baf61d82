import { ServerClock } from "./clock.js";
import { eventsOf } from "./event-stream.js";
import { upload } from "./upload.js";

const ANSWER_WITHIN_MS = 45_000;

/** The server refused: `message` is in the citizen's language, or empty when it sent none. */
export class ChatError extends Error {
  constructor(status, { code = "", message = "" } = {}) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The server no longer knows the conversation token. */
  get isUnknownConversation() {
    return this.code === "unknown_conversation";
  }

  /** The message itself is at fault: sending it again unchanged cannot help. */
  get isAboutTheMessage() {
    return [400, 409, 413, 415, 422].includes(this.status);
  }

  /** Waiting and trying again may help. */
  get isPassing() {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }

  /** Something on the way answered in the server's place: it is being restarted, for instance. */
  get isFromTheWay() {
    return [502, 503, 504].includes(this.status) && !this.code;
  }
}

/** The chat API of one Jisr server. Network failures surface as fetch's own errors. */
export class ChatClient {
  /** `speaks()` gives the widget's current variety, a soft hint for words the server must choose. */
  constructor(base, speaks) {
    this.base = base;
    this.speaks = speaks;
    this.clock = new ServerClock();
  }

  async send(body) {
    const response = await this.#fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout?.(ANSWER_WITHIN_MS),
    });
    return response.json();
  }

  /** The whole conversation, or what came unasked after the event `after`. */
  async history(token, after = null) {
    const query = after === null ? "" : `?after=${after}`;
    const response = await this.#fetch(`/api/chat/messages${query}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout?.(ANSWER_WITHIN_MS),
    });
    return response.json();
  }

  /** Sends a file for the citizen's ticket; what becomes of it is the answer's `reply`. */
  async sendFile(token, clientId, file, { onProgress, signal }) {
    const body = new FormData();
    body.append("client_id", clientId);
    body.append("file", file, file.name);
    const headers = { Authorization: `Bearer ${token}`, "Accept-Language": this.speaks() };
    const settings = { headers, body, onProgress, signal };
    const answer = await upload(`${this.base}/api/chat/files`, settings);
    if (answer.status >= 400) throw new ChatError(answer.status, answer.body?.error);
    return answer.body;
  }

  /** What the citizen thinks of a turn: {turn, helpful, words}. */
  async judge(token, judgement) {
    const response = await this.#fetch("/api/chat/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify(judgement),
      signal: AbortSignal.timeout?.(ANSWER_WITHIN_MS),
    });
    return response.json();
  }

  /** Whether Jisr answers on the sites of this origin. */
  async mayEmbed() {
    return (await (await this.#fetch("/api/embedding", {})).json()).allowed;
  }

  /** A short code by which another device goes on with the conversation. */
  async continuation(token) {
    const response = await this.#fetch("/api/chat/continuation", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
    });
    return response.json();
  }

  /**
   * The conversation that such a code stands for. With a code that a Telegram chat gave: one's
   * own, and `link` is true, since it is asked now whether to link the two.
   */
  async goOn(code, token) {
    const headers = { "Content-Type": "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await this.#fetch("/api/chat/continue", {
      method: "POST",
      headers,
      body: JSON.stringify({ code }),
    });
    return response.json();
  }

  /** A code by which a Telegram chat goes on with the conversation. */
  async linkCode(token) {
    const headers = { Authorization: `Bearer ${token}` };
    return (await this.#fetch("/api/chat/link", { method: "POST", headers })).json();
  }

  /** How the conversation is linked with a Telegram chat, and what is asked of it. */
  async link(token) {
    const headers = { Authorization: `Bearer ${token}` };
    return (await this.#fetch("/api/chat/link", { headers })).json();
  }

  /** Agrees to a link, refuses it, or ends it. */
  async answerLink(token, link, answer) {
    const response = await this.#fetch("/api/chat/link/answer", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ link, answer }),
    });
    return response.json();
  }

  /** What is held of the conversation, saved as a file of that kind or in a summary. */
  ownData(token, kind) {
    return this.#fetch(`/api/chat/data?as=${kind}`, { headers: { Authorization: `Bearer ${token}` } });
  }

  /** Deletes what is held; resolves to the receipt. */
  async forget(token) {
    const headers = { Authorization: `Bearer ${token}` };
    return (await this.#fetch("/api/chat/forget", { method: "POST", headers })).json();
  }

  /** The pushed events and signs of life, until the connection or the reader ends. */
  async *events(token, lastEvent, signal) {
    const reading = new AbortController();
    const end = () => reading.abort();
    signal.addEventListener("abort", end);
    const headers = { Authorization: `Bearer ${token}`, Accept: "text/event-stream" };
    if (lastEvent !== null) headers["Last-Event-ID"] = String(lastEvent);
    try {
      yield* eventsOf(this.#fetch("/api/chat/events", { headers, signal: reading.signal }));
    } finally {
      signal.removeEventListener("abort", end);
      end();
    }
  }

  async #fetch(path, options) {
    const headers = { ...options.headers, "Accept-Language": this.speaks() };
    const settings = { cache: "no-store", credentials: "omit", ...options, headers };
    const response = await fetch(this.base + path, settings);
    this.clock.set(response.headers);
    if (response.ok) return response;
    const body = await response.json().catch(() => ({}));
    throw new ChatError(response.status, body?.error);
  }
}
