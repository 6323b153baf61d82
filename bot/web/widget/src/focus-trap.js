const COVERS_THE_PAGE = matchMedia("(max-width: 519px), (max-height: 479px)"); // as in panel.css
const FOCUSABLE = "a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex='0']";

/**
 * Where the focus goes, as a Lit controller: it stays in the panel as long as that covers the
 * page, and returns to where it came from.
 */
export class FocusTrap {
  #cameFrom = null;
  #redraw = () => this.host.requestUpdate();

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    COVERS_THE_PAGE.addEventListener("change", this.#redraw);
  }

  hostDisconnected() {
    COVERS_THE_PAGE.removeEventListener("change", this.#redraw);
  }

  /** Whether nothing but the panel can be used now. */
  get isModal() {
    return COVERS_THE_PAGE.matches;
  }

  /** Notes what was used to open the panel: the launcher, or a link of the page. */
  enter() {
    const { activeElement } = document;
    this.#cameFrom = activeElement === this.host || activeElement === document.body ? null : activeElement;
  }

  /** Gives the focus back, to the launcher where the page's own element is gone. */
  leave(launcher) {
    const goal = this.#cameFrom?.isConnected ? this.#cameFrom : launcher;
    this.#cameFrom = null;
    goal.focus();
  }

  /** Tab goes round in the panel. */
  onKey(event, panel) {
    if (event.key !== "Tab" || !this.isModal) return;
    const stops = [...panel.querySelectorAll(FOCUSABLE)].filter((each) => each.getClientRects().length);
    const here = panel.getRootNode().activeElement;
    const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (here !== edge && !(event.shiftKey && here === panel)) return;
    event.preventDefault();
    other.focus();
  }
}
