/** Sizes of the report, in points. */
export interface Typography {
  readonly bodySize: number;
  readonly bodyLeading: number;
  readonly headerSize: number;
  readonly headerLeading: number;
  /** Between a cell's rule and its text, left and right. */
  readonly cellPaddingX: number;
  /** Between a cell's rule and its text, above and below. */
  readonly cellPaddingY: number;
}

/**
 * Sizes that the body may have: never under 6.5 points, which is as small as print can be read;
 * at most 9 points (小五), the size of text in official tables.
 */
export const BODY_SIZES = [6.5, 6.6, 6.8, 7, 7.25, 7.5, 7.75, 8, 8.5, 9] as const;

/** Distance between baselines over size. */
const LEADING = 1.26;

/** In em. Readers of PDF take texts less than 0.6 em apart for one: two cells have 0.64 between them. */
const CELL_PADDING_X = 0.32;

/** In em. */
const CELL_PADDING_Y = 0.4;

/** The sizes that go with a body size. */
export const typography = (bodySize: number): Typography => ({
  bodySize,
  bodyLeading: bodySize * LEADING,
  headerSize: bodySize,
  headerLeading: bodySize * LEADING,
  cellPaddingX: bodySize * CELL_PADDING_X,
  cellPaddingY: bodySize * CELL_PADDING_Y,
});

/** Sizes of a report that is lists, in points. */
export interface ListTypography {
  readonly size: number;
  readonly leading: number;
  readonly headingSize: number;
  readonly headingLeading: number;
  /** Between a heading and the list below it. */
  readonly headingGap: number;
  /** Between a rule and the text beside it. */
  readonly paddingX: number;
  readonly paddingY: number;
  /** Between a list and the next heading. */
  readonly gap: number;
}

/** Sizes that the texts of a list may have: never under 9 points (小五), at most 10.5 (五号). */
export const LIST_SIZES = [9, 9.25, 9.5, 9.75, 10, 10.5] as const;

/** The sizes that go with the size of a list's texts. */
export const listTypography = (size: number): ListTypography => ({
  size,
  leading: size * 1.35,
  headingSize: size + 2,
  headingLeading: (size + 2) * 1.35,
  headingGap: size * 0.4,
  paddingX: size * 0.5,
  paddingY: size * 0.25,
  gap: size * 1.6,
});

/** Points of the attachment mark (附件2): 三号黑体 (GB/T 9704). */
export const ATTACHMENT_SIZE = 16;

/** Points of the title: 二号 (GB/T 9704). */
export const TITLE_SIZE = 22;

/** Points of the notes between title and table: 五号. */
export const NOTE_SIZE = 10.5;

/** Points of the remark below the table: 小五. */
export const REMARK_SIZE = 9;

/** Points of the page number: 四号 (GB/T 9704). */
export const PAGE_NUMBER_SIZE = 14;

/** Millimetres across an official seal. */
export const SEAL_DIAMETER = 42;

/** Points of the 草稿 laid across a draft. */
export const DRAFT_SIZE = 220;

/** Part of the em above the baseline: Han characters stand 0.88 above and 0.12 below it. */
export const ASCENT = 0.88;

/** Baseline of a line whose slot of height `leading` begins at `top`. */
export const baselineIn = (top: number, size: number, leading: number): number =>
  top + (leading - size) / 2 + ASCENT * size;

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** So many millimetres in points. */
export const millimetres = (value: number): number => value * POINTS_PER_MILLIMETRE;

/** Coordinates are stated to the hundredth of a point. */
export const rounded = (points: number): number => Math.round(points * 100) / 100;
