import { Delivery } from "./delivery.js";
import { follow } from "./live.js";
import { keepsNothing, recall, remember } from "./memory.js";
import {
  answersTo, entryOf, historyOf, joined, messageOf, ownMessage, pick, serverMessage,
} from "./message.js";
import { Outbox } from "./outbox.js";
import { Tabs } from "./tabs.js";

const TOLD_FOR_MS = 8_000;

/**
 * One citizen's conversation with the server, as a Lit controller: what has been said, what is
 * on its way, and the stream of pushes while the panel is open. All tabs of the site show the
 * same one, where this browser may keep it.
 */
export class Conversation {
  messages = [];
  loading = false;
  /** Key of the message the reader should see next. */
  newest = null;
  /** The live link: "up", "down", or "back" for a moment after it was down. */
  link = "up";

  #tabs = null;
  #outbox = null;
  #delivery = null;
  #lastEvent = null;
  #listening = null;
  #isOpen = false;
  #linkTimer = null;
  #leaving = null; // {turn, calling} of the file on its way

  constructor(host, client) {
    this.host = host;
    this.client = client;
    host.addController(this);
  }

  /** Whether an answer is still to come; more may be said meanwhile, and is sent in turn. */
  get waiting() {
    return this.messages.some(({ state }) => state === "sending");
  }

  hostConnected() {
    this.#changed();
  }

  hostUpdated() {
    if (!this.#tabs) this.#wake(); // the host knows its server now
  }

  hostDisconnected() {
    this.close();
    this.#tabs?.close();
    this.#tabs = null;
    this.#delivery?.stop();
    removeEventListener("online", this.#onNetwork);
    removeEventListener("offline", this.#onNetwork);
    document.removeEventListener("visibilitychange", this.#onVisible);
  }

  /** Fetches what was said so far and follows the pushes until close(). */
  open() {
    this.#isOpen = true;
    this.#listen({ loaded: false });
  }

  close() {
    this.#isOpen = false;
    this.#stopListening();
    this.#tellLink("up");
  }

  /**
   * Says `text`, likely in variety `lang`; the server is asked to answer in `wanted`, if any.
   * Resolves to the message once it was tried, with its `problem` if it could not be delivered.
   */
  say(text, lang, wanted) {
    return this.#send(ownMessage(text, lang, { wanted }));
  }

  /** Picks one of the choices a message offers; they cannot be picked again. */
  choose(offer, choice, wanted) {
    if (offer.choicesUsed) return;
    pick(offer, choice);
    this.#send(ownMessage(choice.title, offer.lang, { choice: choice.payload, wanted }));
  }

  /** Whether the server knows the conversation: that a file could belong to it, for instance. */
  get mayAttach() {
    return this.#token !== null;
  }

  /** Sends a file along; it waits for the citizen's ticket or joins it. */
  attach(file, lang) {
    return this.#send(ownMessage(file.name, lang, { file }));
  }

  /** Sends a message again, under the same client_id, so that nothing is done twice. */
  retry(message, wanted) {
    if (message.state === "sending") return;
    message.wanted = wanted;
    this.#send(message);
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
    if (conversation !== before) {
      remember(this.#key, conversation);
      this.#startOver();
      this.#share({ startOver: true });
    }
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

  /** Calls a file back that is not sent yet; nothing of it stays, in no tab. */
  async callBack({ turn }) {
    this.#callBackHere(turn);
    this.#share({ calledBack: turn });
    await this.#outbox.remove(turn);
  }

  /** Tells what the citizen thinks of the answers of `turn`; rejects where that did not arrive. */
  judge(turn, helpful, words) {
    return this.client.judge(this.#token, { turn, helpful, words });
  }

  /** What the server holds of the conversation: a response of that kind. */
  ownData(kind) {
    return this.client.ownData(this.#token, kind);
  }

  /** Deletes the conversation on the server, then here, in all tabs; resolves to the receipt. */
  async forgetEverywhere() {
    const receipt = await this.client.forget(this.#token);
    await this.forgetDevice();
    return receipt;
  }

  /** Leaves nothing of the conversation in this browser, in no tab; the server keeps its own. */
  async forgetDevice() {
    this.#tabs?.tell({ forgotten: true });
    await this.#forgetHere();
  }

  #wake() {
    const name = `jisr ${this.client.base}`;
    this.#tabs = new Tabs(name, (told) => this.#hear(told));
    this.#outbox = new Outbox(`${name} outbox`);
    const post = (entry, signal) => this.#post(entry, signal);
    this.#delivery = new Delivery(`${name} delivery`, this.#outbox, post, (outcome) => {
      this.#settle(outcome);
      this.#share({ outcome });
    });
    addEventListener("online", this.#onNetwork);
    addEventListener("offline", this.#onNetwork);
    document.addEventListener("visibilitychange", this.#onVisible);
    this.#recover();
  }

  /** Takes up what was said before a reload and is not answered yet, or removes it. */
  async #recover() {
    if (keepsNothing) return this.#outbox.forget();
    if (!this.#outbox.isUsed) return;
    for (const entry of await this.#outbox.all()) this.#show(messageOf(entry));
    await this.#delivery.run();
  }

  async #send(message) {
    message.state = "sending";
    message.problem = null;
    this.#show(message);
    const entry = entryOf(message);
    await this.#outbox.put(entry);
    this.#share({ said: entry });
    await this.#delivery.run();
    return message;
  }

  async #post({ turn, text, choice, file, wanted }, signal) {
    const conversation = this.#token;
    if (file) return { conversation, replies: [await this.#postFile(turn, file)] };
    const said = choice === null ? { message: text, choice } : { message: null, choice };
    const asked = { lang: wanted, client_id: turn };
    try {
      return await this.client.send({ conversation, ...said, ...asked });
    } catch (error) {
      if (!conversation || !error.isUnknownConversation || signal.aborted) throw error;
      if (this.#token === conversation) this.#leave();
      // Begun anew: there the payload of an old choice means nothing.
      return this.client.send({ conversation: null, message: text, choice: null, ...asked });
    }
  }

  async #postFile(turn, file) {
    const leaving = (this.#leaving = { turn, calling: new AbortController() });
    const onProgress = (share) => this.#progressed(turn, share);
    const { signal } = leaving.calling;
    return (await this.client.sendFile(this.#token, turn, file, { onProgress, signal })).reply;
  }

  #progressed(turn, share) {
    const message = this.messages.find(({ key }) => key === turn);
    if (message) message.sentShare = share;
    this.#changed();
  }

  #callBackHere(turn) {
    if (this.#leaving?.turn === turn) this.#leaving.calling.abort();
    this.messages = this.messages.filter(({ key }) => key !== turn);
    this.#changed();
  }

  /** Tells the other tabs, unless each has a conversation of its own. */
  #share(told) {
    if (!keepsNothing) this.#tabs?.tell(told);
  }

  /** What another tab tells. */
  #hear({ said, outcome, calledBack, startOver, forgotten }) {
    if (forgotten) this.#forgetHere();
    if (startOver) this.#startOver();
    if (said) this.#show({ ...messageOf(said), state: "sending" });
    if (calledBack) this.#callBackHere(calledBack);
    if (outcome) this.#settle(outcome);
  }

  #show(message) {
    message.at ??= Math.max(this.client.clock.now(), this.messages.at(-1)?.at ?? 0);
    const shown = this.messages.find(({ key }) => key === message.key);
    if (shown) Object.assign(shown, { state: message.state, problem: message.problem });
    else this.messages = [...this.messages, message];
    this.newest = message.key;
    this.#changed();
  }

  #settle({ turn = null, state, answer, problem = null }) {
    if (turn === null) this.#markUnsent(state);
    const message = this.messages.find(({ key }) => key === turn);
    if (!message) return; // forgotten meanwhile
    Object.assign(message, { state, problem });
    if (answer) this.#answer(message, answer);
    this.#changed();
  }

  #markUnsent(state) {
    for (const message of this.messages) {
      if (["sending", "waiting"].includes(message.state)) message.state = state;
    }
    this.#changed();
  }

  #answer(message, answer) {
    const { conversation, understood } = answer;
    remember(this.#key, conversation);
    message.lang = understood?.lang ?? message.lang;
    const at = Math.max(this.client.clock.now(), message.at);
    const known = new Set(this.messages.map(({ key }) => key));
    const answers = answersTo(message.turn, answer, at).filter(({ key }) => !known.has(key));
    const messages = [...this.messages];
    messages.splice(messages.indexOf(message) + 1, 0, ...answers);
    this.messages = messages;
    this.#listen({ loaded: true });
  }

  #listen({ loaded }) {
    if (!this.#token || !this.#isOpen || this.#listening) return;
    const { signal } = (this.#listening = new AbortController());
    const stream = async (heard) => {
      if (!loaded) await this.#load(signal);
      loaded = true;
      await this.#read(heard, signal);
    };
    const links = { stream, poll: () => this.#poll(signal) };
    follow(links, signal, (error, failures) => this.#mayGoOn(error, failures));
  }

  async #load(signal) {
    this.loading = true;
    this.#changed();
    try {
      const { messages, last_event } = await this.client.history(this.#token);
      if (signal.aborted) return;
      const newest = this.messages.at(-1)?.key;
      this.messages = joined(this.messages, historyOf(messages));
      this.#lastEvent = last_event;
      if (this.messages.at(-1)?.key !== newest) this.newest = this.messages.at(-1).key;
      this.#changed();
      await this.host.updateComplete; // the log stays silent (aria-busy) while it is refilled
    } finally {
      this.loading = false;
      this.#changed();
    }
  }

  async #read(heard, signal) {
    const events = this.client.events(this.#token, this.#lastEvent, signal);
    for await (const { id, event, data } of events) {
      if (signal.aborted) return;
      heard();
      this.#tellLink("back");
      if (!data || event !== "message") continue;
      this.#lastEvent = id ?? this.#lastEvent;
      this.#receive(JSON.parse(data));
    }
  }

  async #poll(signal) {
    const { messages, last_event } = await this.client.history(this.#token, this.#lastEvent ?? 0);
    if (signal.aborted) return;
    this.#lastEvent = last_event;
    this.#tellLink("back");
    messages.forEach((line) => this.#receive(line));
  }

  #receive(line) {
    const message = serverMessage({ from: "staff", at: this.client.clock.now(), ...line });
    if (this.messages.some(({ key }) => key === message.key)) return;
    this.messages = [...this.messages, message];
    this.newest = message.key;
    this.#changed();
  }

  #mayGoOn(error, failures) {
    if (error.isUnknownConversation) {
      this.#leave();
      this.messages = this.messages.filter(({ state }) => state !== "sent");
    } else if (failures > 1) {
      this.#tellLink("down"); // one hiccup goes unmentioned
    }
    this.#changed();
    return this.#listening !== null;
  }

  #onNetwork = () => {
    if (navigator.onLine) return this.#reconnect();
    this.#stopListening();
    if (this.#isOpen) this.#tellLink("down");
  };

  #onVisible = () => {
    if (document.visibilityState === "visible") this.#reconnect();
  };

  /** Tries anew what waits for the network, as the phone may be back on it. */
  #reconnect() {
    if (this.#outbox.isUsed) this.#delivery.run();
    if (!this.#token) this.#tellLink("back");
    this.#stopListening();
    this.#listen({ loaded: false });
  }

  #tellLink(link) {
    if (link === this.link || (link === "back" && this.link === "up")) return;
    clearTimeout(this.#linkTimer);
    this.link = link;
    if (link === "back") this.#linkTimer = setTimeout(() => this.#tellLink("up"), TOLD_FOR_MS);
    this.#changed();
  }

  async #forgetHere() {
    this.#delivery.stop();
    this.#leave();
    this.messages = [];
    this.newest = null;
    this.#changed();
    await this.#outbox.forget();
  }

  /** Shows the conversation whose token is remembered now, from its beginning. */
  #startOver() {
    this.#stopListening();
    this.#lastEvent = null;
    this.messages = this.messages.filter(({ state }) => state !== "sent");
    this.#listen({ loaded: false });
    this.#changed();
  }

  #leave() {
    remember(this.#key, null);
    this.#lastEvent = null;
    this.#stopListening();
  }

  #stopListening() {
    this.#listening?.abort();
    this.#listening = null;
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
}
