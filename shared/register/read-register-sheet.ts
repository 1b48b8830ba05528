import type { Cell, Sheet } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { comparableName, isUnitCode } from '../unit.ts';
import type { RegisterEntry } from './register-entry.ts';

/** A row of an imported list that cannot be used. */
export interface SheetFault {
  /** The sheet's row number; 0 for the sheet as a whole. */
  readonly row: number;
  readonly says: Text;
}

/** The units of a sheet, and what is wrong with it; with any fault nothing should be taken over. */
export interface RegisterSheet {
  readonly units: readonly RegisterEntry[];
  readonly faults: readonly SheetFault[];
}

type Field = 'code' | 'name' | 'aliases' | 'parent' | 'contact' | 'phone';

/** What the columns are called, in lists of offices and in our own CSV. */
const TITLES: Readonly<Record<Field, readonly string[]>> = {
  code: ['code', '单位代码', '预算单位编码', '单位编码', '代码', '编码'],
  name: ['name', '单位名称', '预算单位名称', '名称', '单位'],
  aliases: ['aliases', '别名', '曾用名', '简称'],
  parent: ['parent', '主管部门', '上级单位', '主管部门代码', '上级单位代码', '上级', '主管单位'],
  contact: ['contact', '联系人', '经办人'],
  phone: ['phone', '联系电话', '电话', '手机'],
};

/** Rows within which the header is looked for. */
const HEADER_WITHIN = 20;

/** Reads a register from the first sheet that has its columns. A parent is told by code or by name. */
export function readRegisterSheet(sheets: readonly Sheet[]): RegisterSheet {
  for (const sheet of sheets) {
    const header = headerOf(sheet);
    if (header !== null) return unitsBelow(sheet, header);
  }
  return { units: [], faults: [{ row: 0, says: NO_HEADER }] };
}

const NO_HEADER: Text = {
  zh: '没有找到表头：至少要有“单位代码”“单位名称”两栏',
  en: 'No header was found: it must have 单位代码 and 单位名称',
};

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
}

function headerOf({ rows }: Sheet): Header | null {
  for (const [row, cells] of [...rows].slice(0, HEADER_WITHIN)) {
    const columns = new Map<Field, number>();
    for (const [column, { text }] of cells) {
      const title = comparableName(text).toLowerCase();
      const field = FIELDS.find((each) => TITLES[each].includes(title));
      if (field !== undefined && !columns.has(field)) columns.set(field, column);
    }
    if (columns.has('code') && columns.has('name')) return { row, columns };
  }
  return null;
}

const FIELDS = Object.keys(TITLES) as readonly Field[];

function unitsBelow(sheet: Sheet, { row: headerRow, columns }: Header): RegisterSheet {
  const lines = [...sheet.rows]
    .filter(([row]) => row > headerRow)
    .map(([row, cells]) => ({ row, of: textsIn(cells, columns) }))
    .filter(({ of }) => of('code') !== '' || of('name') !== '');
  const codes = new Map(lines.map(({ of }) => [comparableName(of('name')), of('code')]));
  const seen = new Set<string>();
  const faults: SheetFault[] = [];
  const units = lines.map(({ row, of }) => {
    const [code, name] = [of('code'), of('name')];
    const says = faultOf(code, name, seen);
    if (says !== null) faults.push({ row, says });
    seen.add(code);
    return entryOf(of, codes);
  });
  return { units, faults };
}

const textsIn =
  (cells: ReadonlyMap<number, Cell>, columns: ReadonlyMap<Field, number>) =>
  (field: Field): string =>
    cells.get(columns.get(field) ?? 0)?.text.trim() ?? '';

function faultOf(code: string, name: string, seen: ReadonlySet<string>): Text | null {
  if (!isUnitCode(code)) {
    return {
      zh: `代码“${code}”应为 2–32 位大写字母、数字或短横`,
      en: `code “${code}” must be 2–32 capitals, digits or hyphens`,
    };
  }
  if (name === '') return { zh: '缺单位名称', en: 'the name is missing' };
  return seen.has(code) ? { zh: `代码 ${code} 重复`, en: `${code} is doubled` } : null;
}

function entryOf(of: (field: Field) => string, codes: ReadonlyMap<string, string>): RegisterEntry {
  const above = of('parent');
  const [contact, phone] = [of('contact'), of('phone')];
  return {
    code: of('code'),
    name: of('name'),
    aliases: of('aliases')
      .split(/[;；、\n]/u)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    parent: above === '' ? null : (codes.get(comparableName(above)) ?? above),
    ...(contact === '' ? {} : { contact }),
    ...(phone === '' ? {} : { phone }),
  };
}
