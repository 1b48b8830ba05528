import type { Cell, Sheet } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { type AmountUnit, amountIn, isAmountUnit } from '../money.ts';
import { plainNumber } from '../rows/plain-number.ts';
import { comparableName } from '../unit.ts';
import { LISTED_AMOUNTS, type ListedField, type ListedProject } from './project-list.ts';

/** A project as an imported sheet has it; name and department of its unit are the register's to say. */
export type ImportedProject = Omit<ListedProject, 'unitName' | 'department'>;

/** The projects of a sheet, and what is wrong with it; with any fault nothing should be taken over. */
export interface ProjectSheet {
  readonly projects: readonly ImportedProject[];
  readonly faults: readonly { readonly row: number; readonly says: Text }[];
}

type Field = 'code' | 'unit' | 'unitName' | 'name' | ListedField;

/** What the columns are called in lists of budgets and of final accounts. */
const TITLES: Readonly<Record<Field, RegExp>> = {
  code: /^项目(?:编码|代码|编号)$/u,
  unit: /^(?:预算)?单位(?:编码|代码)$/u,
  unitName: /^(?:预算|实施)?单位(?:名称)?$|^部门名称$/u,
  name: /^(?:预算)?项目(?:名称)?$/u,
  budgetTotal: /预算(?!执行)(?!.*(?:支出|决算))/u,
  actualGeneral: /一般公共预算(?:支出|决算)|一般公共预算$/u,
  actualFund: /政府性基金/u,
  actualNonFiscal: /非财政|其他资金/u,
  actualTotal: /(?:决算|实际)?支出|决算数/u,
};

/** Titles that say more are looked at first: 一般公共预算支出 is no budget. */
const ORDER: readonly Field[] = [
  'code',
  'unit',
  'unitName',
  'name',
  'actualGeneral',
  'actualFund',
  'actualNonFiscal',
  'actualTotal',
  'budgetTotal',
];

/** Rows within which the header is looked for. */
const HEADER_WITHIN = 20;

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
  /** What its amounts are stated in, column by column. */
  readonly units: ReadonlyMap<Field, AmountUnit>;
}

/** Reads the first sheet with a list of projects; units by code, or by a name of `codes`. */
export function readProjectSheet(
  sheets: readonly Sheet[],
  codes: ReadonlyMap<string, string>,
): ProjectSheet {
  for (const sheet of sheets) {
    const header = headerOf(sheet);
    if (header !== null) return projectsBelow(sheet, header, codes);
  }
  return { projects: [], faults: [{ row: 0, says: NO_HEADER }] };
}

const NO_HEADER: Text = {
  zh: '没有找到表头：至少要有“项目名称”和“单位代码”或“单位名称”',
  en: 'No header was found: it must have 项目名称, and 单位代码 or 单位名称',
};

function headerOf({ rows }: Sheet): Header | null {
  for (const [row, cells] of [...rows].slice(0, HEADER_WITHIN)) {
    const columns = new Map<Field, number>();
    const units = new Map<Field, AmountUnit>();
    for (const [column, { text }] of cells) {
      const title = comparableName(text);
      const stated = /[（(]([^）)]*元)[）)]/u.exec(title)?.[1] ?? '';
      const bare = title.replace(/[（(][^）)]*[）)]/gu, '');
      const field = ORDER.find((each) => TITLES[each].test(bare) && !columns.has(each));
      if (field === undefined) continue;
      columns.set(field, column);
      if (isAmountUnit(stated)) units.set(field, stated);
    }
    const hasUnit = columns.has('unit') || columns.has('unitName');
    if (columns.has('name') && hasUnit) return { row, columns, units };
  }
  return null;
}

function projectsBelow(
  sheet: Sheet,
  header: Header,
  codes: ReadonlyMap<string, string>,
): ProjectSheet {
  const projects: ImportedProject[] = [];
  const faults: { row: number; says: Text }[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row <= header.row) continue;
    const line = lineOf(cells, header, codes);
    if (line === null) continue;
    if ('says' in line) faults.push({ row, says: line.says });
    else projects.push(line);
  }
  return { projects, faults };
}

function lineOf(
  cells: ReadonlyMap<number, Cell>,
  { columns, units }: Header,
  codes: ReadonlyMap<string, string>,
): ImportedProject | { readonly says: Text } | null {
  const text = (field: Field): string => cells.get(columns.get(field) ?? 0)?.text.trim() ?? '';
  const name = text('name');
  if (name === '' || /^(?:合计|小计|总计)$/u.test(comparableName(name))) return null;
  const named = text('unit') || text('unitName');
  const unit = codes.get(comparableName(named));
  if (unit === undefined) {
    return {
      says: { zh: `名册里没有单位“${named}”`, en: `the register has no unit “${named}”` },
    };
  }
  const amounts: Partial<Record<ListedField, number>> = {};
  for (const field of LISTED_AMOUNTS) {
    const typed = text(field);
    if (typed === '' || typed === '—') continue;
    const amount = amountOf(cells.get(columns.get(field) ?? 0), units.get(field) ?? '万元');
    if (amount === null) {
      return { says: { zh: `金额“${typed}”不是数`, en: `the amount “${typed}” is no number` } };
    }
    amounts[field] = amount;
  }
  const projectCode = text('code');
  return { ...(projectCode === '' ? {} : { projectCode }), unit, name, amounts };
}

function amountOf(cell: Cell | undefined, unit: AmountUnit): number | null {
  const { value, unit: typed } = plainNumber(cell?.text ?? '');
  const stored =
    cell?.number === undefined ? value : (plainNumber(String(cell.number)).value ?? value);
  const amount = stored === undefined ? undefined : amountIn(typed ?? unit, stored, 2);
  return amount === undefined || amount.fen < 0 ? null : amount.fen;
}
