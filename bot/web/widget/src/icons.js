import { html, svg } from "lit";

const icon = (content) => html`<svg
  viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
>${content}</svg>`;

/** The mark of Jisr: a bridge of two arches over water. */
export const bridgeIcon = icon(svg`
  <path
    fill="currentColor" stroke-width="1"
    d="M2 10.5Q12 3.5 22 10.5V16.5H20.5a3.7 3.7 0 0 0-7.4 0h-2.200a3.7 3.7 0 0 0-7.4 0H2Z"
  />
  <path d="M3 20.5c1.5-1 3-1 4.5 0s3 1 4.5 0 3-1 4.5 0 3 1 4.5 0" />
`);
export const closeIcon = icon(svg`<path d="m6.5 6.5 11 11m0-11-11 11" />`);
export const menuIcon = icon(svg`<path d="M12 5.5v.01M12 12v.01M12 18.500v.01" stroke-width="3.4" />`);
export const ticketsIcon = icon(svg`<path d="M4 6.500h6l2 2.500h8v9.500H4zM8 13.500h8" />`);
export const keepIcon = icon(svg`<path d="M12 4.500v10m-4-4 4 4 4-4M5 19.500h14" />`);
export const printIcon = icon(
  svg`<path d="M7.500 9V4.500h9V9M7.500 17H4.500V9h15v8h-3M7.500 14h9v6h-9z" />`,
);
export const forgetIcon = icon(
  svg`<path d="M5 7h14M9.500 7V4.500h5V7M7 7l.8 12.500h8.400L17 7M10.500 10.500v5.500m3-5.500v5.500" />`,
);
export const copyIcon = icon(svg`<path d="M9 9h10.500v10.500H9zM15 9V4.500H4.500V15H9" />`);
export const listenIcon = icon(
  svg`<path d="M4.500 9.500v5h3.500l4.500 4V5.500L8 9.500zM15.500 9.500a3.500 3.500 0 0 1 0 5m2-8a7.500 7.500 0 0 1 0 11" />`,
);
export const stopIcon = icon(svg`<path fill="currentColor" d="M8 8h8v8H8z" />`);
const thumb = svg`<path d="M4.500 11h3.200v8.500H4.500zM7.700 12l3.500-7.500c1.600 0 2.500 1 2.200 2.600L13 9.500h5.300c1.200 0 2 1 1.700 2.200l-1.400 6.200c-.2 1-1 1.600-2 1.600H7.700" />`;
export const thumbUpIcon = icon(thumb);
export const thumbDownIcon = icon(svg`<g transform="rotate(180 12 12)">${thumb}</g>`);
export const fileIcon = icon(svg`<path d="M6.500 3.500h7l4 4v13h-11zM13.500 3.500v4h4M9.500 12.500h5m-5 3.500h5" />`);
export const voiceIcon = icon(
  svg`<path d="M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4zM6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3" />`,
);
export const devicesIcon = icon(
  svg`<path d="M9 17H3.500V5h14v3M13 9.500h7.500v10.500H13zM16 17.500h1.500" />`,
);
export const clipIcon = icon(
  svg`<path d="m19 11.500-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400l8-8a3 3 0 0 1 4.300 4.300l-8 8a1.500 1.500 0 0 1-2.200-2.200l7.300-7.200" />`,
);
export const retryIcon = icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9m0-4.5V9H15" />`);
export const sendIcon = icon(svg`<path d="M4.5 12h14m-5.5-5.5 5.5 5.5-5.5 5.5" />`);

/** A band of eight-pointed stars, as in zellige. */
export const starBand = html`<svg class="band" aria-hidden="true">
  <defs>
    <pattern id="stars" width="28" height="14" patternUnits="userSpaceOnUse">
      <path d="M3 3h8v8H3zM7 1.34 12.66 7 7 12.66 1.34 7z" />
      <path d="M15 7h12M21 1v12" />
      <path class="dot" d="m21 4.5 2.5 2.5-2.5 2.5L18.5 7z" />
    </pattern>
  </defs>
  <rect width="100%" height="14" fill="url(#stars)" />
</svg>`;
