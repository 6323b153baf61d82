import { keepsNothing, recall, remember } from "./memory.js";

const STORE = "messages";
const OPENED_WITHIN_MS = 2_000; // some browsers leave the request without an answer

/**
 * What the citizen said and the server has not answered yet, in order. Kept in IndexedDB, so that
 * it survives a reload; for this page's life only where the browser or the site forbids that.
 */
export class Outbox {
  #name;
  #own = new Map(); // what this page said, and whether IndexedDB keeps it
  #isForbidden = false;
  #newest = 0;

  constructor(name) {
    this.#name = name;
  }

  /** Whether this browser ever kept anything here: no database is made for who never spoke. */
  get isUsed() {
    return recall(this.#name) !== null;
  }

  /** Keeps an entry under its `turn`, after all others unless it has its place already. */
  async put(entry) {
    remember(this.#name, "used");
    this.#newest = Math.max(Date.now(), this.#newest + 1);
    const placed = { ...entry, order: entry.order ?? this.#newest };
    const putting = this.#stored("readwrite", (store) => store.put(placed));
    const isKept = await putting.then(() => true, () => false);
    this.#own.set(placed.turn, { placed, isKept });
  }

  async all() {
    const own = [...this.#own.values()];
    const reading = this.#stored("readonly", (store) => store.getAll());
    const entries = await reading.then(
      (stored) => [...stored, ...own.filter(({ isKept }) => !isKept).map(({ placed }) => placed)],
      () => own.map(({ placed }) => placed),
    );
    return entries.sort((one, other) => one.order - other.order);
  }

  async remove(turn) {
    this.#own.delete(turn);
    // What cannot be deleted is sent again one day, and gets the answer it had.
    await this.#stored("readwrite", (store) => store.delete(turn)).catch(() => {});
  }

  /** Leaves nothing behind in this browser. */
  async forget() {
    this.#own.clear();
    remember(this.#name, null);
    await settled(() => indexedDB.deleteDatabase(this.#name)).catch(() => {});
  }

  async #stored(mode, act) {
    const database = await this.#opened();
    try {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      return request.result;
    } finally {
      database.close();
    }
  }

  async #opened() {
    if (this.#isForbidden || keepsNothing) throw new Error("no database here");
    try {
      return await settled(() => {
        const request = indexedDB.open(this.#name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "turn" });
        return request;
      });
    } catch (error) {
      this.#isForbidden = true; // asked once: the next message need not wait for it
      throw error;
    }
  }
}

function settled(ask) {
  return new Promise((resolve, reject) => {
    const request = ask();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error("no answer")), OPENED_WITHIN_MS);
  });
}
