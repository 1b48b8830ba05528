import { type FormDefinition, type Leaf, leaves, type SumCheck } from '../../templates/form.ts';
import { parseDecimal, roundDecimal } from '../decimal.ts';
import { NOT_PUBLIC, type ProjectRecord, printAmount } from './record.ts';

/** Printed below a table whose printed parts do not all add up to their printed total. */
export const TAIL_DIFFERENCE_NOTE = '注：因四舍五入，分项与合计可能存在尾差。';

/** True when a reader who adds up the printed parts of a total finds another figure than is printed. */
export function hasTailDifference(
  records: readonly ProjectRecord[],
  form: FormDefinition,
): boolean {
  const columns = new Map(leaves(form.columns).map((leaf) => [leaf.field, leaf]));
  return form.sums.some((sum) => records.some((record) => differs(record, sum, columns)));
}

/** A part left blank counts as nothing; a total without any part is not one of printed figures. */
function differs(
  record: ProjectRecord,
  { total, parts }: SumCheck,
  columns: ReadonlyMap<string, Leaf>,
): boolean {
  const printed = (field: string): bigint | null => {
    const fen = record.amounts[field] ?? null;
    return fen === null ? null : asPrinted(fen, columns.get(field)?.format);
  };
  const stated = printed(total);
  // Who cannot see a part does not add up the others.
  if (parts.some((part) => record.texts[part] === NOT_PUBLIC)) return false;
  const figures = parts.map(printed).filter((figure) => figure !== null);
  if (stated === null || figures.length === 0) return false;
  return figures.reduce((sum, figure) => sum + figure, 0n) !== stated;
}

/** Decimals that hold every printed amount exactly. */
const PLACES = 6;

/** An amount as its printed figure says it, in millionths of 万元. */
function asPrinted(fen: number, format: Leaf['format']): bigint {
  const value = parseDecimal(printAmount(fen, format).replaceAll(',', ''));
  if (value === undefined) throw new Error(`an amount of ${fen} fen is not printed as a figure`);
  return roundDecimal(value, PLACES).digits;
}
