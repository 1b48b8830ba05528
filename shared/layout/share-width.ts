/** Columns of text that have a width to share. All widths are in em. */
export interface Sharing {
  /** Row by row, column by column: how long the cell's text is on a single line. Of long tables a sample. */
  readonly demand: readonly (readonly number[])[];
  /** What each column asks for when there is nothing to read. */
  readonly weights: readonly number[];
  readonly total: number;
  /** No column gets less, as long as the total allows it. */
  readonly least: number;
}

/** Rows looked at: more of them cost time and do not change the answer. */
const SAMPLE = 200;

/** Rows of a table, evenly spread over it, that stand for all. */
export function sampleRows<T>(rows: readonly T[]): readonly T[] {
  const step = Math.ceil(rows.length / SAMPLE);
  return rows.filter((_, index) => index % step === 0);
}

/** Rounds of improvement at most; the widths stand still after some twenty. */
const ROUNDS = 40;

/** In em: changes below this do not matter. */
const STANDSTILL = 0.05;

/** The higher, the more the tallest cell alone stands for the height of its row. */
const SHARPNESS = 8;

/** A column's part falls with the power SHARPNESS of its width, so a larger step would overshoot. */
const STEP = 1 / (SHARPNESS + 1);

/**
 * Whole-em widths that make the table as low as possible: a wider column makes its cells lower, but
 * only a row's tallest cell counts. Returns one width a column; they add up to the total.
 */
export function shareWidth(sharing: Sharing): readonly number[] {
  const { demand } = sharing;
  const asked = sharing.weights.reduce((sum, weight) => sum + weight, 0);
  let widths = fitted(
    sharing.weights.map((weight) => (sharing.total * weight) / asked),
    sharing,
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const gains = heightsOwed(demand, widths);
    const owed = gains.reduce((sum, gain) => sum + gain, 0);
    if (owed === 0) break;
    const before = widths;
    widths = fitted(
      before.map((width, column) => {
        const deserved = (sharing.total * (gains[column] ?? 0)) / owed;
        return width * (deserved / width) ** STEP;
      }),
      sharing,
    );
    if (widths.every((width, column) => Math.abs(width - (before[column] ?? 0)) < STANDSTILL))
      break;
  }
  return wholeEms(widths, sharing.total);
}

/**
 * How much of the table's height each column answers for. The height of a row is the p-norm of its
 * cells' heights, a smooth stand-in for the tallest; a column's part is its share in that norm.
 */
function heightsOwed(
  rows: readonly (readonly number[])[],
  widths: readonly number[],
): readonly number[] {
  const owed = widths.map(() => 0);
  // One array for all rows: this is the innermost work of trying sizes.
  const powers = new Float64Array(widths.length);
  for (const row of rows) {
    let sum = 0;
    for (let column = 0; column < powers.length; column += 1) {
      const power = sharpened((row[column] ?? 0) / (widths[column] ?? 1));
      powers[column] = power;
      sum += power;
    }
    if (sum === 0) continue;
    const height = sum ** (1 / SHARPNESS);
    for (let column = 0; column < powers.length; column += 1) {
      owed[column] = (owed[column] ?? 0) + (height * (powers[column] ?? 0)) / sum;
    }
  }
  return owed;
}

/** `height` to the power of SHARPNESS. */
function sharpened(height: number): number {
  const square = height * height;
  const fourth = square * square;
  return fourth * fourth;
}

/** The widths stretched to the total, none below the least. */
function fitted(widths: readonly number[], { total, least }: Sharing): readonly number[] {
  const floor = Math.min(least, total / widths.length);
  const above = widths.map((width) => Math.max(0, width - floor));
  const sum = above.reduce((added, width) => added + width, 0);
  const spare = total - floor * widths.length;
  return above.map((width) => floor + (sum === 0 ? spare / widths.length : (width / sum) * spare));
}

/** Rounded so that they still add up to the total: the largest remainders are rounded up. */
function wholeEms(widths: readonly number[], total: number): readonly number[] {
  const floors = widths.map(Math.floor);
  const missing = total - floors.reduce((sum, width) => sum + width, 0);
  const roundedUp = [...widths.keys()]
    .sort((a, b) => fraction(widths[b]) - fraction(widths[a]) || a - b)
    .slice(0, missing);
  return floors.map((width, column) => width + (roundedUp.includes(column) ? 1 : 0));
}

const fraction = (width = 0): number => width - Math.floor(width);
