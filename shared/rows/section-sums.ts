import { type Fen, sumFen } from '../money.ts';
import { readSerial } from './read-serial.ts';
import type { LeftOutRow, Row } from './row.ts';
import { statedAmount } from './stated-amount.ts';

/** 一、 or （二）: the serial of a section, where projects are numbered 1, 2, 3. */
const SECTION = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u;

const FIELDS = ['budgetTotal', 'actualTotal'];

interface Lines {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * Takes a line such as “一、本级 1,500.00” for the sum it is: its serial is of another kind than the
 * projects', and its amounts are exactly those of the projects below it up to the next such line.
 */
export function sectionSums(lines: Lines): Lines {
  const { rows, leftOut } = lines;
  const isSection = ({ entries }: Row): boolean => SECTION.test(entries['serial']?.text ?? '');
  if (!rows.some(isSection)) return lines;
  const sums = new Set<Row>();
  let section: Row | undefined;
  let projects: Row[] = [];
  const close = (): void => {
    if (section !== undefined && addsUp(section, projects)) sums.add(section);
    projects = [];
  };
  for (const row of rows) {
    if (isSection(row)) {
      close();
      section = row;
    } else if (readSerial(row.entries['serial']?.text ?? '') !== null) projects.push(row);
  }
  close();
  if (sums.size === 0) return lines;
  const asSums = [...sums].map((row): LeftOutRow => ({ kind: 'sum', row }));
  return {
    rows: rows.filter((row) => !sums.has(row)),
    leftOut: [...leftOut, ...asSums].sort((a, b) => a.row.number - b.row.number),
  };
}

const addsUp = (section: Row, projects: readonly Row[]): boolean =>
  projects.length > 0 &&
  FIELDS.every((field) => {
    const stated = statedAmount(section, field)?.fen;
    const parts = projects.map((row) => statedAmount(row, field)?.fen);
    return stated !== undefined && parts.every(isFen) && sumFen(parts.filter(isFen)) === stated;
  });

const isFen = (value: Fen | undefined): value is Fen => value !== undefined;
