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

// One self-contained classic script: a site embeds it with a single <script> tag.
export default defineConfig({
  publicDir: false,
  plugins: [inAscii],
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
