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
