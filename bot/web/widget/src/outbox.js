import { recall, remember } from "./memory.js";

const STORE = "messages";
const OPENED_WITHIN_MS = 3_000; // some browsers leave the request without an answer

/**
 * What the citizen said and the server has not answered yet, in order. Kept in IndexedDB, so that
 * it survives a reload; for this page's life only where the browser forbids that.
 */
export class Outbox {
  #name;
  #fallback = new Map();
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
    try {
      await this.#stored("readwrite", (store) => store.put(placed));
    } catch {
      this.#fallback.set(placed.turn, placed);
    }
  }

  async all() {
    const stored = await this.#stored("readonly", (store) => store.getAll()).catch(() => []);
    const entries = [...stored, ...this.#fallback.values()];
    return entries.sort((one, other) => one.order - other.order);
  }

  async remove(turn) {
    this.#fallback.delete(turn);
    // What cannot be deleted is sent again one day, and gets the answer it had.
    await this.#stored("readwrite", (store) => store.delete(turn)).catch(() => {});
  }

  /** Leaves nothing behind in this browser. */
  async forget() {
    this.#fallback.clear();
    const used = this.isUsed;
    remember(this.#name, null);
    if (used) await settled(() => indexedDB.deleteDatabase(this.#name)).catch(() => {});
  }

  async #stored(mode, act) {
    const database = await opened(this.#name);
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
}

async function opened(name) {
  return settled(() => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "turn" });
    return request;
  });
}

function settled(ask) {
  return new Promise((resolve, reject) => {
    const request = ask();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error("no answer")), OPENED_WITHIN_MS);
  });
}
