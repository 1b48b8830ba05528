/** What goes into a function's folder. Paths are relative to the project's root. */
export interface Bundle {
  /** Name of the built file, without `.mjs`, → its source. */
  readonly entries: Readonly<Record<string, string>>;
  /** Copied to `fonts/` beside the code. */
  readonly fonts: readonly FontFile[];
  /** True where `site/` beside the code holds what pages of the public site load. */
  readonly site?: true;
}

/** What printing needs besides code: widths, glyphs with their licence, and the subsetter. */
export type FontFile =
  | 'metrics.json'
  | 'NotoSerifSC-Regular.core.ttf'
  | 'NotoSerifSC-Bold.core.ttf'
  | 'NotoSerifSC-Black.core.ttf'
  | 'NotoSerifSC-Regular.full.ttf'
  | 'NotoSansSC-Medium.core.ttf'
  | 'OFL.txt'
  | 'OFL-NotoSansSC.txt'
  | 'harfbuzz-subset.wasm';

const PRINTING: readonly FontFile[] = [
  'metrics.json',
  'NotoSerifSC-Regular.core.ttf',
  'NotoSerifSC-Bold.core.ttf',
  'NotoSerifSC-Black.core.ttf',
  'NotoSerifSC-Regular.full.ttf',
  'NotoSansSC-Medium.core.ttf',
  'OFL.txt',
  'OFL-NotoSansSC.txt',
  'harfbuzz-subset.wasm',
];

/** Every function of the system, by the name of its folder. */
export const BUNDLES = {
  intake: {
    // The untrusted parse runs in a child process, which needs a file of its own to start from.
    entries: {
      index: 'functions/intake/handler.ts',
      'reader-child': 'functions/intake/reader-child.ts',
    },
    // Enough to know which characters can be printed.
    fonts: ['metrics.json'],
  },
  render: {
    entries: { index: 'functions/render/handler.ts' },
    fonts: PRINTING,
  },
  summarise: { entries: { index: 'functions/summarise/handler.ts' }, fonts: [] },
  publish: { entries: { index: 'functions/publish/handler.ts' }, fonts: PRINTING, site: true },
  sweep: { entries: { index: 'functions/sweep/handler.ts' }, fonts: [] },
  api: {
    // Drafts are read and printed here, the parse no less untrusted for that; so is what is to be public.
    entries: {
      index: 'functions/api/handler.ts',
      'reader-child': 'functions/intake/reader-child.ts',
    },
    fonts: PRINTING,
    site: true,
  },
} satisfies Record<string, Bundle>;

/** Name of a function's folder, in the sources and among the built bundles. */
export type BundleName = keyof typeof BUNDLES;
