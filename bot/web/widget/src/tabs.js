/** The other tabs of this site in the same browser; silence where the browser joins none. */
export class Tabs {
  #channel = null;

  /** `hear(message)` is called for what another tab tells. */
  constructor(name, hear) {
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }) => hear(data);
    } catch {
      // An old browser, or one that keeps pages apart: each tab is on its own.
    }
  }

  tell(message) {
    this.#channel?.postMessage(message);
  }

  close() {
    this.#channel?.close();
    this.#channel = null;
  }
}

/** Runs `task` while no other tab runs one of that name; just runs it where tabs cannot agree. */
export async function alone(name, task) {
  let begun = false;
  const begin = () => {
    begun = true;
    return task();
  };
  if (!navigator.locks) return begin(); // an old browser, or a page without TLS
  try {
    return await navigator.locks.request(name, begin);
  } catch (error) {
    if (begun) throw error;
    return begin(); // forbidden here
  }
}
