const INK = "#1d2b26";
const READABLE = 4.5; // WCAG AA for text

function luminance(hex) {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The custom properties for a site's own accent colour ("#rgb" or "#rrggbb"), text on it and
 * in it kept readable; null when the colour is not understood.
 */
export function accentProperties(colour) {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i;
  const hex = (colour ?? "").trim().replace(short, "#$1$1$2$2$3$3");
  if (!/^#[\da-f]{6}$/i.test(hex)) return null;
  const darkEnough = 1.05 / (luminance(hex) + 0.05) >= READABLE;
  return {
    "--accent": hex,
    "--on-accent": darkEnough ? "#fff" : "#000", // on a middle grey our ink would be too pale
    "--accent-text": darkEnough ? hex : INK,
  };
}
