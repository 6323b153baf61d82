import { html, nothing } from "lit";
import { listenIcon, stopIcon } from "./icons.js";
import { partsOf } from "./text-parts.js";

// Darija in Latin letters ("3lach") is read right by no voice.
const SPOKEN = { ar: "ar", ary: "ar", fr: "fr" };
const PREFERRED = { ar: "ar-MA", fr: "fr-FR" };

/**
 * Reads messages aloud where this device has a voice for their language. Voices that send the
 * text to a service elsewhere are left out. A Lit controller.
 */
export class ReadAloud {
  #reading = null; // key of the message

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", this.#update);
  }

  hostDisconnected() {
    globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", this.#update);
    this.stop();
  }

  /** The button beside a message; nothing where no voice can read it. */
  view(message, labels) {
    const voice = message.from !== "citizen" && message.text.trim() && voiceFor(message.lang);
    if (!voice) return nothing;
    const reads = this.#reading === message.key;
    const label = reads ? labels.stopListening : labels.listen;
    return html`<button
      type="button" class="listen" aria-label=${label} title=${label} aria-pressed=${reads}
      @click=${() => (reads ? this.stop() : this.#read(message, voice))}
    >${reads ? stopIcon : listenIcon}</button>`;
  }

  stop() {
    if (this.#reading === null) return;
    this.#reading = null;
    speechSynthesis.cancel();
    this.#update();
  }

  #read({ key, text }, voice) {
    this.stop();
    this.#reading = key;
    const paragraphs = text.split(/\n+/).filter((line) => line.trim());
    const utterances = paragraphs.map((line) => spoken(line, voice));
    const ended = () => {
      if (this.#reading === key) this.#reading = null;
      this.#update();
    };
    for (const utterance of utterances) utterance.onerror = ended;
    utterances.at(-1).onend = ended;
    for (const utterance of utterances) speechSynthesis.speak(utterance);
    this.#update();
  }

  #update = () => this.host.requestUpdate();
}

function voiceFor(lang) {
  const base = SPOKEN[lang];
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const fit = voices.filter((voice) => voice.localService && tagOf(voice).split("-")[0] === base);
  return fit.find((voice) => tagOf(voice) === PREFERRED[base].toLowerCase()) ?? fit[0] ?? null;
}

const tagOf = ({ lang }) => lang.replace("_", "-").toLowerCase(); // Android writes "ar_MA"

function spoken(line, voice) {
  const utterance = new SpeechSynthesisUtterance(partsOf(line).map(sayable).join(""));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  return utterance;
}

/** Phone numbers by their groups, references and codes sign by sign, as one dictates them. */
function sayable({ kind, text }) {
  if (kind === "phone") return text.match(/\d{1,3}/g).join(", ");
  if (kind === "reference" || kind === "code") return [...text.replaceAll("-", "")].join(" ");
  if (kind === "number") return text.replaceAll(" ", "");
  return text;
}
