import { decimalText, parseDecimal } from '../../shared/decimal.ts';
import {
  captionCell,
  officialTableSheet,
  styleOfLeaf,
} from '../../shared/sheets/official-table.ts';
import { typedFigure } from '../../shared/sheets/typed-figure.ts';
import {
  type CellModel,
  textCell,
  type WorkbookModel,
} from '../../shared/sheets/workbook-model.ts';
import { type FormDefinition, type Leaf, leaves } from '../form.ts';
import { longgang2020 } from '../longgang-2020/form.ts';
import { longgang2021 } from '../longgang-2021/form.ts';
import { type SampleTable, sampleTable, sampleText } from './sample-data.ts';

/** A sample workbook and where it is kept. */
export interface SampleWorkbook {
  /** Path below `templates/samples`: `<period>/<submitter>/<name>.xlsx`. */
  readonly path: string;
  readonly model: WorkbookModel;
}

/** The rate of project 9 as published has a digit wrong; 53.28 ÷ 55.59 is this. */
const MENDED_RATE = { serial: '9', rate: '0.9584458' };

/** The two published tables, and that of 2020 with its one wrong figure mended. */
export function sampleWorkbooks(): readonly SampleWorkbook[] {
  const table2020 = sampleTable('2020-LG-GXJ');
  const table2021 = sampleTable('2021-LG-FGJ');
  return [
    {
      path: '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx',
      model: sampleWorkbook(table2020, longgang2020),
    },
    {
      path: '2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx',
      model: sampleWorkbook(mended(table2020), longgang2020),
    },
    {
      path: '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
      model: sampleWorkbook(table2021, longgang2021),
    },
  ];
}

const mended = (table: SampleTable): SampleTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row['seq'] === MENDED_RATE.serial ? { ...row, executionRate: MENDED_RATE.rate } : row,
  ),
});

/** A table as a workbook that looks as published. */
export const sampleWorkbook = (table: SampleTable, form: FormDefinition): WorkbookModel => ({
  title: table.title,
  sheets: [
    officialTableSheet({
      form,
      attachment: table.attachment,
      captions: {
        title: captionCell('title', table.title),
        submitter: captionCell(
          'submitter',
          form.notes.submitter.replace('{name}', () => table.department),
        ),
        unit: captionCell('unit', `单位：${table.unit}`),
      },
      rows: table.rows.map((row) =>
        leaves(form.columns).map((leaf) => sampleCell(leaf, sampleText(row, leaf.field))),
      ),
    }),
  ],
});

const FIGURES: readonly Leaf['type'][] = ['serial', 'money', 'rate'];

/** Figures become numbers that look as published; texts stay as they are. */
function sampleCell(leaf: Leaf, published: string): CellModel {
  const style = styleOfLeaf(leaf);
  if (published === '' || !FIGURES.includes(leaf.type)) return textCell(published, style);
  return typedFigure(published, statedNumber(published), style, leaf.format);
}

/** The number a published figure states: 1,424.79 → 1424.79, 98.64% → 0.9864. */
function statedNumber(published: string): number {
  const decimal = parseDecimal(published.replaceAll(/[,%]/g, ''));
  if (decimal === undefined) throw new Error(`"${published}" is not a figure`);
  const places = published.endsWith('%') ? decimal.places + 2 : decimal.places;
  return Number(decimalText({ digits: decimal.digits, places }));
}
