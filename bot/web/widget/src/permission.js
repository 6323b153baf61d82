import { html, nothing } from "lit";

/**
 * Whether this site lets the widget talk to Jisr, as a Lit controller: its Content-Security-Policy
 * may forbid it, or Jisr does not know the site (JISR_WIDGET_ORIGINS).
 */
export class Permission {
  isRefused = false;

  constructor(host, client) {
    this.host = host;
    this.client = client;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener("securitypolicyviolation", this.#onViolation);
  }

  hostDisconnected() {
    document.removeEventListener("securitypolicyviolation", this.#onViolation);
  }

  /** Asks once a site of another origin is to talk; a network that is down refuses nothing. */
  async ask() {
    if (this.isRefused || this.client.base === location.origin) return;
    try {
      if (!(await this.client.mayEmbed())) this.#refuse();
    } catch {
      // Offline, or the policy forbade it: that is told by #onViolation.
    }
  }

  view(labels, lang) {
    if (!this.isRefused) return nothing;
    return html`
      <div class="barred" role="alert">
        <p>${labels.barred}</p>
        <a href="${this.client.base}/assistant?lang=${lang}" target="_blank" rel="noopener"
          >${labels.ownPage}<span class="unseen"> (${labels.newTab})</span></a
        >
      </div>
    `;
  }

  #onViolation = ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === "connect-src" && blockedURI.startsWith(this.client.base)) this.#refuse();
  };

  #refuse() {
    this.isRefused = true;
    this.host.requestUpdate();
  }
}
