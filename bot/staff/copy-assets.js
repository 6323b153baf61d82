// Copies what the console takes from npm into assets/, from where the application serves it.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const files = {
  "node_modules/htmx.org/dist/htmx.min.js": "htmx.min.js",
  "node_modules/chart.js/dist/chart.umd.min.js": "chart.umd.min.js",
};

mkdirSync(join(here, "assets"), { recursive: true });
for (const [from, to] of Object.entries(files)) {
  copyFileSync(join(here, from), join(here, "assets", to));
}
