/** The server's time, as its answers tell it: the clock of a device may be off by a year. */
export class ServerClock {
  #told = Date.now();
  #since = performance.now();

  /** Takes the time from the headers of an answer. */
  set(headers) {
    const told = Date.parse(headers.get("Date") ?? "");
    if (Number.isNaN(told)) return;
    this.#told = told;
    this.#since = performance.now();
  }

  /** Milliseconds since 1970. */
  now() {
    return this.#told + performance.now() - this.#since;
  }
}
