import { html, nothing } from "lit";
import { fileIcon, voiceIcon } from "./icons.js";
import { fill } from "./plurals.js";

/** What the server takes, told before a file is sent. */
export const MOST_FILES = 5;
export const LARGEST_BYTES = 10 * 1024 * 1024;
export const ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf,audio/*";

const EDGE = 160; // of a picture in small: twice its size on the screen
const drawn = new WeakMap();

/** A file as it goes along: its picture in small, or a sign of its kind; name and size. */
export function fileView(file, labels) {
  return html`
    <span class="file">
      ${pictureOf(file) ?? (file.type.startsWith("audio/") ? voiceIcon : fileIcon)}
      <span class="file-name"><bdi>${file.name}</bdi><span>${sizeInWords(file.size, labels)}</span></span>
    </span>
  `;
}

/** How far a file on its way has come, with a button to call it back; nothing for others. */
export function uploadView(message, labels, onCallBack) {
  if (!message.file || message.state === "sent" || message.state === "failed") return nothing;
  return html`
    <div class="upload">
      <progress max="1" .value=${message.sentShare} aria-label=${message.file.name}></progress>
      <button type="button" class="quiet" @click=${() => onCallBack(message)}>${labels.stopSending}</button>
    </div>
  `;
}

function sizeInWords(bytes, { kilobytes, megabytes }) {
  const thousands = Math.max(1, Math.round(bytes / 1024));
  if (thousands < 1000) return fill(kilobytes, { n: thousands });
  return fill(megabytes, { n: (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "") });
}

/** Drawn on a canvas: a page may forbid pictures from "blob:" addresses. */
function pictureOf(file) {
  if (!file.type.startsWith("image/")) return null;
  if (!drawn.has(file)) {
    const canvas = document.createElement("canvas");
    drawn.set(file, canvas);
    draw(file, canvas);
  }
  return drawn.get(file);
}

async function draw(file, canvas) {
  canvas.width = canvas.height = EDGE;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return; // no picture after all: the server will say so
  const scale = EDGE / Math.min(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, (EDGE - width) / 2, (EDGE - height) / 2, width, height);
  picture.close();
}
