// Keyboard shortcuts of the console. Each does what a link, a button or a field does anyway; the
// page "keys" lists them, and "?" shows that list in a dialog.
const QUEUE = "jisr-queue";
const LIST = "jisr-list";

const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

const rows = () => [...document.querySelectorAll("table.queue tbody th a")];

function compose(mode) {
  const radio = document.getElementById(`mode-${mode}`);
  if (!radio) return;
  radio.checked = true;
  radio.form.elements.text.focus();
}

// On a list: to the next row. On a ticket: to the next ticket of the list last seen.
function step(by) {
  const links = rows();
  if (links.length) {
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
    return;
  }
  const seen = JSON.parse(sessionStorage.getItem(QUEUE) ?? "[]");
  const at = seen.indexOf(location.pathname);
  const next = at < 0 ? undefined : seen[at + by];
  if (next) location.assign(next);
}

// A page without a search field leads to the one of the queues.
function find() {
  const field = document.getElementById("search");
  if (field) return field.focus();
  const queues = document.querySelector("a.brand");
  location.assign(`${queues.href}#search`);
}

async function help() {
  const link = document.querySelector("a[rel=help]");
  if (!link) return;
  const answer = await fetch(link.href);
  if (!answer.ok || answer.redirected) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.append(document.adoptNode(page.getElementById("shortcuts")));
  dialog.setAttribute("aria-labelledby", "shortcuts-title");
  const close = document.createElement("button");
  close.textContent = link.dataset.close;
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const press = (selector) => document.querySelector(selector)?.click();

const KEYS = {
  r: () => compose("reply"),
  q: () => compose("question"),
  n: () => compose("note"),
  c: () => press("form.claim button"),
  j: () => step(1),
  k: () => step(-1),
  "/": find,
  "?": help,
};

const isSend = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey);

document.addEventListener("keydown", (event) => {
  if (isSend(event) && event.target.matches("#composer textarea")) {
    return event.target.form.requestSubmit();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// The way back from a ticket leads to the list that it was opened from, filters and all.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("a.to-queue");
    const list = sessionStorage.getItem(LIST);
    if (link && list) link.href = list;
  },
  true,
);

// What was done is said where the page was changed, and read out: the focus would be lost.
document.addEventListener("htmx:after:swap", () => {
  if (document.activeElement !== document.body) return;
  document.querySelector("#content > [role=status], #content > [role=alert]")?.focus();
});

// A page is left with the list it showed, for j, k and the way back from a ticket.
addEventListener("pagehide", () => {
  const links = rows().map((link) => new URL(link.href).pathname);
  if (!links.length) return;
  sessionStorage.setItem(QUEUE, JSON.stringify(links));
  sessionStorage.setItem(LIST, location.href);
});
