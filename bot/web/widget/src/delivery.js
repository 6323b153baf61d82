import { Backoff } from "./keep-trying.js";
import { alone } from "./tabs.js";

/**
 * Brings what lies in the outbox to the server: in order, from one tab at a time, and again after
 * a while when the network fails. `post(entry)` sends one; `tell` is told what becomes of it:
 * {turn, state: "sending"}, {turn, state: "sent", answer}, {turn, state: "failed", problem}, or
 * {state: "waiting"} for all when there is no getting through.
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
    return this.#run((entry) => this.#tell({ turn: entry.turn, state: "sending" }));
  }

  /** What is on its way counts no more: its answer is not told. */
  stop() {
    clearTimeout(this.#timer);
    this.#life.abort();
    this.#life = new AbortController();
  }

  #run(begin) {
    clearTimeout(this.#timer);
    const { signal } = this.#life;
    const pass = () => alone(this.#name, () => this.#sendAll(begin, signal));
    return (this.#running = this.#running.catch(() => {}).then(pass));
  }

  async #sendAll(begin, signal) {
    while (!signal.aborted) {
      const entries = await this.#outbox.all();
      const next = entries.find(({ problem }) => !problem);
      if (!next) return;
      begin(next);
      const outcome = await this.#send(next);
      if (signal.aborted) return;
      if (outcome.state === "waiting") return this.#putOff(outcome);
      if (outcome.state === "called back") continue;
      this.#backoff.reset();
      if (outcome.problem?.mayRetry) await this.#outbox.put({ ...next, problem: outcome.problem });
      else await this.#outbox.remove(next.turn);
      this.#tell(outcome);
    }
  }

  async #send(entry) {
    const { turn } = entry;
    try {
      return { turn, state: "sent", answer: await this.#post(entry) };
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

  #putOff(outcome) {
    this.#tell(outcome);
    const quietly = () => {}; // what waits would be read aloud again and again otherwise
    this.#timer = setTimeout(() => this.#run(quietly), this.#backoff.next());
  }
}
