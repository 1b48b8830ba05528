import type { Cell } from '../../shared/cells/cell.ts';

/*
 * A second opinion on what amount a cell states. It knows less than the product's reader: it says
 * which amounts a cell can mean, and is asked whether the one that was read is among them.
 */

const FEN_PLACES = 6;

/** Unit at the end of a text or in the line above a table → power of ten against 万元. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/亿/u, 4],
  [/(?:千万)/u, 3],
  [/百万/u, 2],
  [/万/u, 0],
  [/千元/u, -1],
  [/(?<![万亿千百])元/u, -4],
];

/** Digits an amount may be off: floating point noise of spreadsheets ends after 15 digits. */
const NOISE_DIGITS = 14;

/** True when `fen` can be what the cell states, in 万元 or a unit that the cell or `unitLine` names. */
export function canState(cell: Cell | undefined, fen: number, unitLine: string): boolean {
  if (cell === undefined || cell.isDate || cell.isError || cell.isUncomputed) return false;
  const stated =
    cell.number === undefined ? typedDecimal(cell.text) : decimalOf(String(cell.number));
  if (stated === undefined) return false;
  const powers = new Set([0, ...powersIn(cell.text), ...powersIn(unitLine)]);
  return [...powers].some((power) => isNear(stated, power, BigInt(fen)));
}

const powersIn = (text: string): readonly number[] =>
  UNITS.filter(([unit]) => unit.test(text.normalize('NFKC'))).map(([, power]) => power);

interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimalOf(text: string): Scaled | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (match === null || `${match[2]}${match[3] ?? ''}` === '') return undefined;
  const digits = BigInt(`${match[2]}${match[3] ?? ''}`);
  return {
    digits: match[1] === '-' ? -digits : digits,
    exponent: Number(match[4] ?? 0) - (match[3] ?? '').length,
  };
}

/** The one number of a text that is a number but for signs and a unit. */
function typedDecimal(text: string): Scaled | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s,'¥]|人民币|RMB|约|整|\(含税\)/gu, '')
    .replace(/(?:[亿万千百]*元?)$/u, '')
    .replace('−', '-');
  const isPercent = bare.endsWith('%');
  const decimal = decimalOf(isPercent ? bare.slice(0, -1) : bare);
  return decimal === undefined || !isPercent
    ? decimal
    : { ...decimal, exponent: decimal.exponent - 2 };
}

function isNear({ digits, exponent }: Scaled, power: number, fen: bigint): boolean {
  const shift = exponent + power + FEN_PLACES;
  if (Math.abs(shift) > 400) return digits === 0n ? fen === 0n : shift < 0 && fen === 0n;
  // Both sides as integers of the smaller unit.
  const scale = 10n ** BigInt(Math.abs(shift));
  const [exact, read] = shift >= 0 ? [digits * scale, fen] : [digits, fen * scale];
  const size = exact < 0n ? -exact : exact;
  const halfFen = shift >= 0 ? 0n : scale / 2n + 1n;
  const difference = exact > read ? exact - read : read - exact;
  return difference <= halfFen + size / 10n ** BigInt(NOISE_DIGITS);
}
