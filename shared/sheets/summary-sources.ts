import { type FormDefinition, leaves } from '../../templates/form.ts';
import { largestRemainder } from '../largest-remainder.ts';
import type { Fen } from '../money.ts';
import { NO_FIGURE } from '../records/record.ts';
import type { Funds, Totals } from '../records/totals.ts';
import {
  lineRow,
  sheetOfRows,
  spannedRow,
  spanOf,
  type TextColumn,
  titleRow,
} from './sheet-rows.ts';
import { amountFormula, RATE_FORMAT, rateFormula } from './summary-cells.ts';
import { DEPARTMENT_LETTERS, departmentCell, fundLetter } from './summary-department-columns.ts';
import { approvedPart, periodTotals, SOURCES, spendingOfTotals } from './summary-figures.ts';
import { acceptedOf, type SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import { departmentPlaces } from './summary-places.ts';
import { approvedHeading, totalNames } from './summary-review.ts';
import {
  type CellModel,
  formulaCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '资金来源', en: 'Source of funds' }, width: 22 },
  { title: { zh: '预算', en: 'Budget' }, width: 17 },
  { title: { zh: '占比', en: 'Share' }, width: 11 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 17 },
  { title: { zh: '占比', en: 'Share' }, width: 11 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 13 },
  { title: { zh: '说明', en: 'Note' }, width: 52 },
];

const LETTERS = { budget: 'B', actual: 'D' } as const;
type Side = keyof typeof LETTERS;

const NAMES = ['一般公共预算', '政府性基金', '非财政资金'];
const UNSPLIT = '未分来源';

/** Rows of a block: the sources, what is in none, the total. */
const LINES = SOURCES.length + 2;

const FIRST = 4;
/** Of what is approved: below the first block and the line that says so. */
const FIRST_APPROVED = FIRST + LINES + 1;

/** Shares are told in hundredths of a percent. */
const WHOLE = 10_000;

/** What a side comes to by source, and what is in none; null: nobody states the source. */
interface SplitSide {
  readonly parts: readonly (Fen | null)[];
  readonly unsplit: Fen;
  readonly total: Fen;
  /** Hundredths of a percent, of the parts and of what is in none; null: nothing to share. */
  readonly shares: readonly number[] | null;
}

/** A block of the sheet: what it tells of, and which line of 部门汇总 it is made from. */
interface Block {
  readonly part: SummaryInput;
  readonly name: string;
  readonly first: number;
  readonly departments: number;
}

/** The sheet 资金来源: budget and actual expenditure by source of funds, with what is in none. */
export function sourcesSheet(input: SummaryInput): SheetModel {
  const places = departmentPlaces(input);
  const names = totalNames(input);
  const approved = approvedPart(input);
  const all = { part: input, name: names.accepted, first: FIRST, departments: places.total };
  const sheet = sheetOfRows({
    name: SHEETS.sources,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度资金来源`, COLUMNS.length),
      spannedRow(
        '单位：万元　　“—”：没有单位填报，或预算为 0，或有未分来源的金额因而算不出执行率。占比按最大余数法凑足 100%。',
        'noteRight',
        COLUMNS,
      ),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    lines: [
      ...blockLines(all),
      ...(approved === null || places.approved === null
        ? []
        : [
            approvedHeading(approved, COLUMNS),
            ...blockLines({
              part: approved,
              name: names.approvedAlone,
              first: FIRST_APPROVED,
              departments: places.approved,
            }),
          ]),
    ],
    print: {},
    frozenColumns: 1,
    filterable: false,
  });
  const bars = (first: number) => ({ top: first, left: 6, bottom: first + LINES - 1, right: 6 });
  if (approved === null) return { ...sheet, dataBars: [bars(FIRST)] };
  return {
    ...sheet,
    merges: [...sheet.merges, spanOf(FIRST_APPROVED - 1, COLUMNS.length)],
    dataBars: [bars(FIRST), bars(FIRST_APPROVED)],
  };
}

function blockLines({ part, name, first, departments }: Block): readonly RowModel[] {
  const totals = periodTotals(part);
  const split = { budget: splitOf(totals.budget), actual: splitOf(totals.actual) };
  return [
    ...SOURCES.map((_, index) => sourceLine(index, first + index, split, departments)),
    unsplitLine(split, departments, unsplitReason(part, split)),
    totalLine(name, totals, split, { first, departments }),
  ];
}

function splitOf(funds: Funds): SplitSide {
  const parts = SOURCES.map((source) => funds[source]);
  const unsplit = funds.total - parts.reduce((sum: Fen, part) => sum + (part ?? 0), 0);
  return {
    parts,
    unsplit,
    total: funds.total,
    shares:
      unsplit < 0 ? null : largestRemainder([...parts.map((part) => part ?? 0), unsplit], WHOLE),
  };
}

type Split = Readonly<Record<Side, SplitSide>>;

/** Only where every amount has a source do budget and expenditure of one speak of the same projects. */
const hasRates = ({ budget, actual }: Split): boolean =>
  budget.unsplit === 0 && actual.unsplit === 0;

function sourceLine(index: number, row: number, split: Split, departments: number): RowModel {
  const budget = split.budget.parts[index] ?? null;
  const actual = split.actual.parts[index] ?? null;
  const amounts = (side: Side): readonly CellModel[] => {
    const fen = split[side].parts[index] ?? null;
    const letter = fundLetter(side, index + 1);
    return [
      amountFormula(departmentCell(letter, departments), fen, 'figure'),
      shareCell(fen === null ? null : (split[side].shares?.[index] ?? null)),
    ];
  };
  return lineRow(
    [
      textCell(NAMES[index] ?? '', 'text'),
      ...amounts('budget'),
      ...amounts('actual'),
      hasRates(split) && budget !== null && actual !== null
        ? rateFormula(cellsOf(row), { budget, actual }, 'figure')
        : textCell(NO_FIGURE, 'figure'),
      textCell(noteOf(budget, actual), 'text'),
    ],
    COLUMNS,
  );
}

const cellsOf = (row: number) => ({
  budget: `${LETTERS.budget}${row}`,
  actual: `${LETTERS.actual}${row}`,
});

const noteOf = (budget: Fen | null, actual: Fen | null): string => {
  if (budget === null && actual === null) return '没有单位填报';
  if (budget === null) return '预算没有单位按本来源填报';
  return actual === null ? '实际支出没有单位按本来源填报' : '';
};

const shareCell = (share: number | null): CellModel =>
  share === null ? textCell(NO_FIGURE, 'figure') : numberCell(share / WHOLE, 'figure', RATE_FORMAT);

/** What the totals hold beyond the sources: live, and why there is any. */
function unsplitLine(split: Split, departments: number, reason: string): RowModel {
  const amounts = (side: Side): readonly CellModel[] => {
    const cell = (index: number) => departmentCell(fundLetter(side, index), departments);
    const sources = `${cell(1)}:${fundLetter(side, SOURCES.length)}${departments}`;
    return [
      amountFormula(`ROUND(${cell(0)}-SUM(${sources}),6)`, split[side].unsplit, 'figure'),
      shareCell(split[side].shares?.[SOURCES.length] ?? null),
    ];
  };
  return lineRow(
    [
      textCell(UNSPLIT, 'text'),
      ...amounts('budget'),
      ...amounts('actual'),
      textCell(NO_FIGURE, 'figure'),
      textCell(reason, 'text'),
    ],
    COLUMNS,
  );
}

/** Why amounts are in no source: a form does not ask for it, or a unit did not say. */
function unsplitReason(input: SummaryInput, split: Split): string {
  if (hasRates(split)) return '';
  const forms = new Set(acceptedOf(input).map(({ current }) => current.form));
  const reasons = [...forms].flatMap((form) => {
    const sides = unsplitSides(form);
    return sides === '' ? [] : [`${form.version} 年表式的${sides}只填合计，不分来源`];
  });
  return `${reasons.length === 0 ? '有项目只填了合计，没有填来源' : reasons.join('；')}；因此各来源不算执行率。`;
}

/** The sides of a form that have no column for a source. */
const unsplitSides = (form: FormDefinition): string => {
  const fields = new Set(leaves(form.columns).map(({ field }) => field));
  return [
    ...(fields.has('budgetGeneral') ? [] : ['预算']),
    ...(fields.has('actualGeneral') ? [] : ['实际支出']),
  ].join('和');
};

function totalLine(
  label: string,
  totals: Totals,
  split: Split,
  { first, departments }: Pick<Block, 'first' | 'departments'>,
): RowModel {
  const row = first + LINES - 1;
  const side = (name: Side): readonly CellModel[] => {
    const letter = name === 'budget' ? 'C' : 'E';
    return [
      amountFormula(
        departmentCell(DEPARTMENT_LETTERS[name], departments),
        totals[name].total,
        'totalFigure',
      ),
      split[name].shares === null
        ? textCell(NO_FIGURE, 'totalFigure')
        : formulaCell(`SUM(${letter}${first}:${letter}${row - 1})`, 1, 'totalFigure', RATE_FORMAT),
    ];
  };
  return lineRow(
    [
      textCell(label, 'total'),
      ...side('budget'),
      ...side('actual'),
      rateFormula(cellsOf(row), spendingOfTotals(totals), 'totalFigure'),
      textCell('与“部门汇总”合计行一致', 'total'),
    ],
    COLUMNS,
  );
}
