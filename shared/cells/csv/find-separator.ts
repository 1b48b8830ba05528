import { parseCsv } from './parse-csv.ts';

const SEPARATORS = [',', '\t', ';'];

/** Characters looked at, and lines. */
const SAMPLE = 65_536;
const LINES = 200;

/**
 * The sign that splits a text into a table, or undefined when it is no table: most lines of a table
 * have the same number of fields, sentences have not.
 */
export function findSeparator(text: string): string | undefined {
  let best: { readonly separator: string; readonly score: number } | undefined;
  for (const separator of SEPARATORS) {
    const score = tableLikeness(text.slice(0, SAMPLE), separator);
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator;
}

/** Columns that most lines agree on, weighed by how many do; 0 when fewer than half agree on two. */
function tableLikeness(sample: string, separator: string): number {
  const widths: number[] = [];
  const filled: boolean[] = [];
  parseCsv(sample, separator, (row, column, field) => {
    if (row > LINES) return;
    widths[row - 1] = column;
    filled[row - 1] = (filled[row - 1] ?? false) || field.trim() !== '';
  });
  const lines = widths.filter((_width, index) => filled[index]);
  const counts = new Map<number, number>();
  for (const width of lines) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return width > 1 && count * 2 >= lines.length ? (width * count) / lines.length : 0;
}
