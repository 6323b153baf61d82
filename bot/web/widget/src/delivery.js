import { Backoff } from "./keep-trying.js";
import { alone } from "./tabs.js";

/**
 * Brings what lies in the outbox to the server: in order, from one tab at a time, and again after
 * a while when the network fails. `post(entry, signal)` sends one; `tell` is told what became of it:
 * {turn, state: "sent", answer} or {turn, state: "failed", problem}; and of all that is left:
 * {state: "sending"}, or {state: "waiting"} while there is no getting through.
 */
export class Delivery {
  #name;
  #outbox;
  #post;
  #tell;
  #backoff = new Backoff();
  #timer = null;
  #running = Promise.resolve();
  #life = new AbortController();

  constructor(name, outbox, post, tell) {
    this.#name = name;
    this.#outbox = outbox;
    this.#post = post;
    this.#tell = tell;
  }

  /** Resolves once all that lies there was tried. */
  run() {
    this.#tell({ state: "sending" });
    return this.#pass();
  }

  /** What is on its way counts no more: its answer is not told. */
  stop() {
    clearTimeout(this.#timer);
    this.#life.abort();
    this.#life = new AbortController();
  }

  #pass() {
    clearTimeout(this.#timer);
    const { signal } = this.#life;
    const pass = () => alone(this.#name, () => this.#sendAll(signal));
    return (this.#running = this.#running.catch(() => {}).then(pass));
  }

  async #sendAll(signal) {
    while (!signal.aborted) {
      const entries = await this.#outbox.all();
      const next = entries.find(({ problem }) => !problem);
      if (!next) return;
      const outcome = await this.#send(next, signal);
      if (signal.aborted) return;
      if (outcome.state === "waiting") return this.#putOff(outcome);
      if (outcome.state === "called back") continue;
      this.#backoff.reset();
      if (outcome.problem?.mayRetry) await this.#outbox.put({ ...next, problem: outcome.problem });
      else await this.#outbox.remove(next.turn);
      this.#tell(outcome);
      if (entries.length > 1) this.#tell({ state: "sending" });
    }
  }

  async #send(entry, signal) {
    const { turn } = entry;
    const stopped = new Promise((_, reject) => signal.addEventListener("abort", reject));
    try {
      return { turn, state: "sent", answer: await Promise.race([this.#post(entry, signal), stopped]) };
    } catch (error) {
      if (error.name === "AbortError") return this.#calledBack(turn);
      if (!error.status || error.isFromTheWay) return { state: "waiting" };
      const problem = { text: error.message, mayRetry: !error.isAboutTheMessage };
      return { turn, state: "failed", problem };
    }
  }

  async #calledBack(turn) {
    await this.#outbox.remove(turn);
    return { turn, state: "called back" };
  }

  /** Later tries go untold: what waits would be read aloud again each time. */
  #putOff(outcome) {
    this.#tell(outcome);
    this.#timer = setTimeout(() => this.#pass(), this.#backoff.next());
  }
}
