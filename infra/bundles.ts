/** What goes into a function's folder. Paths are relative to the project's root. */
export interface Bundle {
  /** Name of the built file, without `.mjs`, → its source. */
  readonly entries: Readonly<Record<string, string>>;
  /** Copied to `fonts/` beside the code: the function checks for glyphs, or prints. */
  readonly fonts: boolean;
}

/** Every function of the system, by the name of its folder. */
export const BUNDLES = {
  intake: {
    // The untrusted parse runs in a child process, which needs a file of its own to start from.
    entries: {
      index: 'functions/intake/handler.ts',
      'reader-child': 'functions/intake/reader-child.ts',
    },
    fonts: true,
  },
  render: { entries: { index: 'functions/render/handler.ts' }, fonts: true },
  summarise: { entries: { index: 'functions/summarise/handler.ts' }, fonts: false },
  sweep: { entries: { index: 'functions/sweep/handler.ts' }, fonts: false },
} satisfies Record<string, Bundle>;

export type BundleName = keyof typeof BUNDLES;
