/**
 * How many messages came while nobody was looking: a number in the page's title and on the
 * button, never what they say. A Lit controller.
 */
export class Unread {
  count = 0;
  #seen = new Set();

  constructor(host, conversation) {
    this.host = host;
    this.conversation = conversation;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener("visibilitychange", this.#look);
  }

  hostDisconnected() {
    document.removeEventListener("visibilitychange", this.#look);
    this.#show(0);
  }

  hostUpdate() {
    const { messages, loading } = this.conversation;
    const others = messages.filter(({ from }) => from !== "citizen").map(({ key }) => key);
    const looking = this.host.isOpen && document.visibilityState === "visible";
    if (looking || loading) this.#seen = new Set(others); // a history that is loaded is no news
    this.#show(others.filter((key) => !this.#seen.has(key)).length);
  }

  #show(count) {
    if (count === this.count) return;
    this.count = count;
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = count ? `(${count}) ${title}` : title;
  }

  #look = () => this.host.requestUpdate();
}
