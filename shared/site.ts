import { sha256 } from './sha256.ts';

/** A line at the foot of every page: 网站标识码, ICP 备案, 公安备案; with an address it is a link. */
export type FooterLine = string | { readonly text: string; readonly href: string };

/** What an installation says of its public site. */
export interface Site {
  readonly name: string;
  /** Where it is found, `https://…/`, with a slash at its end; null: no sitemap, as it needs one. */
  readonly address: string | null;
  readonly footer: readonly FooterLine[];
}

/** A file that pages load, under a name made from its bytes: pages of any age find the one they were made with. */
export interface SiteAsset {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The style of all pages, the scripts of two of them, the icon. Built from `portal/site`. */
export interface SiteAssets {
  readonly style: SiteAsset;
  readonly search: SiteAsset;
  readonly verify: SiteAsset;
  readonly icon: SiteAsset;
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

/** Digits of the hash in a name: as many as tell two builds apart. */
const DIGITS = 16;

/** An asset of these bytes. */
export const siteAsset = (
  name: string,
  extension: keyof typeof TYPES,
  bytes: Uint8Array,
): SiteAsset => ({
  key: `assets/${name}-${sha256(bytes).slice(0, DIGITS)}.${extension}`,
  bytes,
  contentType: TYPES[extension],
});
