import { keepTrying, pause } from "./keep-trying.js";

const POLL_MS = 15_000;
const MOST_POLLS = 20;
const SHORT_LIVED_MS = 10_000;

/**
 * Follows what reaches a conversation unasked until `signal` aborts. `stream(heard)` reads the
 * event stream and calls `heard` at its first word. Where a proxy blocks it, holds it back or
 * cuts it at once, `poll()` asks now and then instead, between tries that grow rarer.
 */
export async function follow({ stream, poll }, signal, mayGoOn) {
  let blocked = 0;

  const once = async () => {
    const { lived, error } = await attempt(stream);
    if (signal.aborted) return;
    if (error?.isUnknownConversation) throw error;
    if (lived < SHORT_LIVED_MS) {
      blocked += 1;
      await pollFor(Math.min(2 ** (blocked - 1), MOST_POLLS));
      return;
    }
    blocked = 0;
    if (error) throw error;
  };

  const pollFor = async (times) => {
    for (let time = 0; time < times && !signal.aborted; time += 1) {
      try {
        await poll();
      } catch (error) {
        blocked = 0; // nothing gets through at all
        throw error;
      }
      await pause(POLL_MS, signal);
    }
  };

  await keepTrying(once, signal, mayGoOn);
}

async function attempt(stream) {
  let heard = null;
  let error = null;
  try {
    await stream(() => (heard ??= performance.now()));
  } catch (reason) {
    error = reason;
  }
  return { lived: heard === null ? 0 : performance.now() - heard, error };
}
