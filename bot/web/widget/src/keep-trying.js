const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Runs `task` again and again until `signal` aborts, waiting longer after each short-lived run.
 * After a failure `mayGoOn(error, failures)` decides whether another try makes sense.
 */
export async function keepTrying(task, signal, mayGoOn) {
  let wait = FIRST_WAIT_MS;
  let failures = 0;
  while (!signal.aborted) {
    const begun = Date.now();
    try {
      await task();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || !mayGoOn(error, failures)) return;
    }
    if (Date.now() - begun > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS;
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
