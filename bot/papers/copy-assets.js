// Copies the font files of the printed papers from npm into assets/.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const font = "node_modules/@expo-google-fonts/ibm-plex-sans-arabic";
const files = {
  "400Regular/IBMPlexSansArabic_400Regular.ttf": "regular.ttf",
  "600SemiBold/IBMPlexSansArabic_600SemiBold.ttf": "bold.ttf",
};

mkdirSync(join(here, "assets"), { recursive: true });
for (const [from, to] of Object.entries(files)) {
  copyFileSync(join(here, font, from), join(here, "assets", to));
}
