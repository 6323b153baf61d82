import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig } from "vite";

/** Escapes what is not ASCII: a page in another encoding than UTF-8 may embed the script. */
const inAscii = {
  name: "in-ascii",
  generateBundle(_, files) {
    for (const file of Object.values(files)) file.code &&= file.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

function escaped(unit) {
  return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
}

/** Templates are indented for who reads them; a browser takes one space for all of it. */
const noIndents = {
  name: "no-indents",
  generateBundle(_, files) {
    for (const file of Object.values(files)) file.code &&= file.code.replace(/\n[ \t]+/g, " ");
  },
};

/** A page's `html { font-size: 62.5% }` would shrink the widget: its rem is a length of its own. */
const ownRem = {
  name: "own-rem",
  enforce: "pre",
  transform(code, id) {
    if (id.includes(".css")) return code.replace(/([\d.]+)rem\b/g, "calc($1 * var(--rem))");
  },
};

/**
 * Lit notes its versions, and what decorators would tell, in global names and in Symbol; a guest
 * leaves nothing behind. tests/e2e/test_widget_embedding.py sees when Lit writes this otherwise.
 */
const noGlobals = {
  name: "no-globals",
  transform(code, id) {
    if (!id.includes("/node_modules/")) return null;
    return code
      .replace(/\(\w+\.\w+Versions\s*\?\?=\s*\[\]\)\.push\(["'][\d.]+["']\)/, "0")
      .replace(/Symbol\.metadata\?\?=[^;]+;/, "const litPropertyMetadata = new WeakMap();");
  },
};

// Shorter blocks than zlib's own choice: words, styles and code each get codes of their own.
const GZIP = { level: 9, memLevel: 6 };

/** What the server sends to browsers that take it compressed. */
const compressed = {
  name: "compressed",
  generateBundle(_, files) {
    for (const { fileName, code } of Object.values(files)) {
      this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(code, GZIP) });
      this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotliCompressSync(code) });
    }
  },
};

// One self-contained classic script: a site embeds it with a single <script> tag.
export default defineConfig({
  publicDir: false,
  plugins: [ownRem, noGlobals, noIndents, inAscii, compressed],
  build: {
    target: "es2022",
    cssTarget: "safari15",
    outDir: "../assets",
    emptyOutDir: false,
    lib: {
      entry: "src/main.js",
      formats: ["iife"],
      name: "JisrWidget",
      fileName: () => "widget.js",
    },
  },
});
