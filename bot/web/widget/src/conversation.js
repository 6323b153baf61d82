import { keepTrying } from "./keep-trying.js";
import { recall, remember } from "./memory.js";
import { historyOf, ownMessage, pick, serverMessage } from "./message.js";

/**
 * One citizen's conversation with the server, as a Lit controller: what has been said, what is
 * on its way, and the stream of pushes while the panel is open. Posts and history reloads run
 * one after the other, so that neither overwrites the other.
 */
export class Conversation {
  messages = [];
  loading = false;
  connectionLost = false;
  /** Key of the message the reader should see next. */
  newest = null;

  #pending = 0;
  #queue = Promise.resolve();
  #lastEvent = null;
  #listening = null;
  #isOpen = false;

  constructor(host, client) {
    this.host = host;
    this.client = client;
    host.addController(this);
  }

  /** Whether an answer is still to come; more may be said meanwhile, and is sent in turn. */
  get waiting() {
    return this.#pending > 0;
  }

  hostDisconnected() {
    this.close();
  }

  /** Fetches what was said so far and follows the pushes until close(). */
  open() {
    this.#isOpen = true;
    this.#listen({ loaded: false });
  }

  close() {
    this.#isOpen = false;
    this.#stopListening();
  }

  /** Connects anew, for instance when the phone is back on the network. */
  refresh() {
    if (!this.#listening) return;
    this.#stopListening();
    this.#listen({ loaded: this.#lastEvent !== null });
  }

  /**
   * Says `text`, likely in variety `lang`; the server is asked to answer in `wanted`, if any.
   * Resolves to the message, with its `problem` if it could not be delivered.
   */
  say(text, lang, wanted) {
    return this.#send(ownMessage(text, lang), wanted);
  }

  /** Picks one of the choices a message offers; they cannot be picked again. */
  choose(offer, choice, wanted) {
    pick(offer, choice);
    return this.#send(ownMessage(choice.title, offer.lang, choice.payload), wanted);
  }

  /** Whether there is a conversation that a file could belong to. */
  get mayAttach() {
    return this.#token !== null;
  }

  /** Sends a file along; it waits for the citizen's ticket or joins it. */
  attach(file, lang) {
    return this.#send(ownMessage(file.name, lang, null, file), null);
  }

  /** Sends a failed message again under the same client_id, so that nothing is done twice. */
  retry(message, wanted) {
    return this.#send(message, wanted);
  }

  /** A code by which another device goes on, or null as long as nothing was said. */
  async codeForElsewhere() {
    return this.#token && (await this.client.continuation(this.#token)).code;
  }

  /**
   * Goes on with the conversation of another device; rejects where its code is refused. True where
   * the code was a Telegram chat's, and it is asked now whether to link the two.
   */
  async goOnFrom(code) {
    const before = this.#token;
    const { conversation, link } = await this.client.goOn(code, before);
    if (conversation === before) return Boolean(link);
    this.#forget();
    remember(this.#key, conversation);
    this.messages = [];
    if (this.#isOpen) this.#listen({ loaded: false });
    return Boolean(link);
  }

  /** A code by which a Telegram chat goes on with the conversation. */
  codeForTelegram() {
    return this.client.linkCode(this.#token);
  }

  /** How the conversation is linked with a Telegram chat, or null as long as nothing was said. */
  async linkStanding() {
    return this.#token && this.client.link(this.#token);
  }

  /** Agrees to a link, refuses it, or ends it; resolves to how it stands then. */
  answerLink(link, answer) {
    return this.client.answerLink(this.#token, link, answer);
  }

  #send(message, wanted) {
    this.#pending += 1;
    message.problem = null;
    if (!this.messages.includes(message)) this.messages = [...this.messages, message];
    this.newest = message.key;
    this.#changed();
    return this.#inTurn(async () => {
      try {
        this.#answer(message, await this.#post(message, wanted));
      } catch (error) {
        const text = error.status ? error.message : "";
        message.problem = { text, mayRetry: !error.isAboutTheMessage };
      }
      this.#pending -= 1;
      this.#changed();
      return message;
    });
  }

  async #post({ clientId, text, choice, file }, lang) {
    const conversation = this.#token;
    if (file) {
      const { reply } = await this.client.sendFile(conversation, clientId, file);
      return { conversation, replies: [reply] };
    }
    const said = choice === null ? { message: text, choice } : { message: null, choice };
    try {
      return await this.client.send({ conversation, ...said, lang, client_id: clientId });
    } catch (error) {
      if (!conversation || !error.isUnknownConversation) throw error;
      this.#forget(); // and begin anew, where the payload of an old choice means nothing
      const anew = { conversation: null, message: text, choice: null, lang, client_id: clientId };
      return this.client.send(anew);
    }
  }

  #answer(message, { conversation, understood, replies }) {
    remember(this.#key, conversation);
    message.lang = understood?.lang ?? message.lang;
    const after = this.messages.indexOf(message) + 1;
    const messages = [...this.messages];
    messages.splice(after, 0, ...replies.map(serverMessage));
    this.messages = messages;
    if (this.#isOpen && !this.#listening) this.#listen({ loaded: true });
  }

  #listen({ loaded }) {
    if (!this.#token) return;
    const { signal } = (this.#listening = new AbortController());
    const task = async () => {
      if (!loaded) await this.#inTurn(() => this.#load(signal));
      loaded = true;
      await this.#follow(signal);
    };
    keepTrying(task, signal, (error, failures) => this.#mayGoOn(error, failures));
  }

  async #load(signal) {
    this.loading = true;
    this.#changed();
    try {
      const { messages, last_event } = await this.client.history(this.#token);
      if (signal.aborted) return;
      const history = historyOf(messages);
      const arrived = history.findLast?.(({ from }) => from === "citizen")?.text;
      const unsent = this.messages.filter(({ problem, text }) => problem && text !== arrived);
      this.messages = [...history, ...unsent];
      this.#lastEvent = last_event ?? null;
      this.newest = this.messages.at(-1)?.key ?? null;
      this.#changed();
      await this.host.updateComplete; // the log stays silent (aria-busy) while it is refilled
    } finally {
      this.loading = false;
      this.#changed();
    }
  }

  async #follow(signal) {
    const events = await this.client.events(this.#token, this.#lastEvent, signal);
    this.connectionLost = false;
    this.#changed();
    for await (const { id, event, data } of events) {
      if (signal.aborted) return;
      if (event === "message" && this.#isNews(id)) this.#receive(JSON.parse(data));
    }
  }

  /** Event ids only grow; what was shown already, here or in the history, is not shown again. */
  #isNews(id) {
    if (id === null) return true;
    if (this.#lastEvent !== null && Number(id) <= Number(this.#lastEvent)) return false;
    this.#lastEvent = id;
    return true;
  }

  #receive(line) {
    const message = serverMessage({ from: "staff", ...line });
    this.messages = [...this.messages, message];
    this.newest = message.key;
    this.#changed();
  }

  #mayGoOn(error, failures) {
    if (error.isUnknownConversation) {
      this.#forget();
      this.messages = this.messages.filter(({ problem }) => problem);
    } else if (error.status && !error.isPassing) {
      this.#listening = null;
    } else {
      this.connectionLost = failures > 1; // one hiccup goes unmentioned
    }
    this.#changed();
    return this.#listening !== null;
  }

  #forget() {
    remember(this.#key, null);
    this.#lastEvent = null;
    this.#stopListening();
  }

  #stopListening() {
    this.#listening?.abort();
    this.#listening = null;
    this.connectionLost = false;
  }

  get #key() {
    return `jisr.conversation ${this.client.base}`;
  }

  get #token() {
    return recall(this.#key);
  }

  #changed() {
    this.host.requestUpdate();
  }

  #inTurn(task) {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => {});
    return result;
  }
}
