import "./jisr-chat.js";
import { speaks } from "./labels.js";

// A plain (also deferred) script knows itself; a module has to be looked up.
const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');

function embed() {
  const { lang, color, keep } = script?.dataset ?? {};
  const widget = document.querySelector("jisr-chat") ?? document.createElement("jisr-chat");
  widget.base = new URL(script?.src ?? "", location.href).origin;
  widget.pageLang = [lang, document.documentElement.lang, ...navigator.languages].find(speaks);
  widget.color = color ?? null;
  widget.keep ??= keep ?? null;
  if (!widget.isConnected) document.body.append(widget);
}

if (document.body) embed();
else addEventListener("DOMContentLoaded", embed, { once: true });
