import { fieldTitle } from '../../templates/form.ts';
import type { Change, Correction } from '../correct.ts';
import type { Table } from '../rows/row.ts';
import { cellText } from './excel-limits.ts';
import { feedbackTable, shownCell } from './feedback-table.ts';
import { OFFICIAL_SHEET, officialTableSheet } from './official-table.ts';
import { lineRow, sheetOfRows, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { type CellModel, linkCell, textCell, type WorkbookModel } from './workbook-model.ts';

/** What a corrected copy is made from. */
export interface CorrectedInput {
  readonly correction: Correction;
  /** Name of the unit's own file. */
  readonly fileName: string;
}

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '本表单元格', en: 'Cell here' }, width: 11 },
  { title: { zh: '原表单元格', en: 'Cell in your file' }, width: 16 },
  { title: { zh: '序号', en: 'No.' }, width: 7 },
  { title: { zh: '项目名称', en: 'Project' }, width: 26 },
  { title: { zh: '栏目', en: 'Column' }, width: 22 },
  { title: { zh: '改前', en: 'Before' }, width: 16 },
  { title: { zh: '改后', en: 'After' }, width: 16 },
  { title: { zh: '为什么改', en: 'Why' }, width: 42 },
];

const WHY: Readonly<Record<Change['kind'], string>> = {
  rate: '执行率判为错误，按 实际支出÷预算 重算；两个金额没有改，请核对\nThe rate was wrong and is computed anew from the amounts, which stay',
  format: '只改写法（全角、空格、单位字样），数值不变\nOnly the notation: the figure is the same',
  own: '填报人在网页上改的\nChanged by the unit in the page',
};

/**
 * The table written anew in the official layout with its certain mistakes mended, and a list of every
 * changed cell. A valid upload itself.
 */
export function correctedWorkbook({ correction, fileName }: CorrectedInput): WorkbookModel {
  const { table, changes } = correction;
  const shown = feedbackTable(table, []);
  const above = [
    titleRow('改动清单', COLUMNS.length),
    spannedRow(`原文件：${fileName}　　共改 ${changes.length} 格`, 'heading', COLUMNS),
    spannedRow(scopeOf(correction), 'note', COLUMNS),
  ];
  const list = sheetOfRows({
    name: '改动清单',
    columns: COLUMNS,
    above,
    spanned: { rows: above.length, columns: COLUMNS.length },
    lines: changes.map((change) =>
      lineRow(changeCells(change, table, shownCell(shown, change)), COLUMNS),
    ),
    print: {},
    frozenColumns: 0,
    filterable: false,
  });
  return { title: `改正稿：${fileName}`, sheets: [officialTableSheet(shown.official), list] };
}

/** What was changed and what never is. */
function scopeOf({ table, changes }: Correction): string {
  const count = table.normalised.reduce((sum, { count: times }) => sum + times, 0);
  const cleaned =
    count === 0 ? '' : `另外，读取时已去掉看不见的字符、多余空格等 ${count} 处，内容不变。`;
  const scope = changes.some(({ kind }) => kind === 'own')
    ? '下列各格由填报人在网页上改过。'
    : '只改判为错误的执行率和数字的写法；金额、序号、名称、文字一律不改，提示不代改。';
  return `${scope}核对无误后可直接上传本文件。${cleaned}`;
}

function changeCells(change: Change, table: Table, cell: string | null): readonly CellModel[] {
  const { row, field, before, after, kind } = change;
  const textOf = (name: string): string => cellText(row.entries[name]?.text || '—');
  const at = row.entries[field]?.at;
  return [
    cell === null ? textCell('—', 'centred') : linkCell(OFFICIAL_SHEET, cell, `→ ${cell}`),
    textCell(at === undefined ? '—' : `${at.sheet}!${at.cell}`, 'text'),
    textCell(textOf('serial'), 'centred'),
    textCell(textOf('projectName'), 'text'),
    textCell(fieldTitle(table.form, field).zh, 'text'),
    textCell(cellText(before), 'centred'),
    textCell(cellText(after), 'centred'),
    textCell(WHY[kind], 'text'),
  ];
}
