// The page holds both languages; ?lang= picks one. Runs before the body is drawn.
const lang = new URLSearchParams(location.search).get("lang") === "fr" ? "fr" : "ar";
document.documentElement.lang = lang;
document.documentElement.dir = lang === "fr" ? "ltr" : "rtl";

// "interactive" comes after parsing and before deferred scripts: the widget reads data-lang then.
document.addEventListener(
  "readystatechange",
  () => {
    document.querySelector('script[src="/widget.js"]').dataset.lang = lang;
    document.title = document.querySelector(`.page[lang="${lang}"] .name strong`).textContent;
  },
  { once: true },
);

document.addEventListener("click", (event) => {
  const widget = document.querySelector("jisr-chat:defined");
  if (!widget || !event.target.closest("[data-opens-chat]")) return;
  event.preventDefault();
  widget.open();
});
