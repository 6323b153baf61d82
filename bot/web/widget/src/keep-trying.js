const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** How long to wait before the next try: longer each time, and never for all at once. */
export class Backoff {
  #wait = FIRST_WAIT_MS;

  reset() {
    this.#wait = FIRST_WAIT_MS;
  }

  next() {
    const wait = this.#wait * (0.75 + Math.random() / 2);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    return wait;
  }
}

/**
 * Runs `task` again and again until `signal` aborts, waiting longer after each short-lived run.
 * After a failure `mayGoOn(error, failures)` decides whether another try makes sense.
 */
export async function keepTrying(task, signal, mayGoOn) {
  const backoff = new Backoff();
  let failures = 0;
  while (!signal.aborted) {
    const begun = performance.now();
    try {
      await task();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || !mayGoOn(error, failures)) return;
    }
    if (performance.now() - begun > LONGEST_WAIT_MS) backoff.reset();
    await pause(backoff.next(), signal);
  }
}

/** Resolves after that time, or at once when `signal` aborts. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
