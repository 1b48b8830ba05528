import { computeRate, formatPercent } from '../../shared/rate.ts';
import type { WorkbookModel } from '../../shared/sheets/workbook-model.ts';
import { formTitle } from '../form.ts';
import { longgang2021 } from '../longgang-2021/form.ts';
import type { SampleTable } from '../samples/sample-data.ts';
import { sampleWorkbook } from '../samples/sample-workbooks.ts';
import type { ExampleProject } from './example-projects.ts';
import { EXAMPLE_UNITS, type ExampleUnit, projectsOf } from './example-units.ts';

type Row = Readonly<Record<string, string>>;

/** What share of its budget a project spends, in the order the projects of all units come in. */
const SPENT = [1, 0.9862, 0.953, 1, 0.9271, 0.8735, 1, 0.764, 0.9918, 0.6125, 1, 0.9744] as const;
/** How large units are beside the one that the projects' figures are of. */
const SIZES = [1, 0.62, 1.35, 0.81] as const;
/** How far completions go beyond their targets. */
const BEYOND = 1.04;
/** Below this share a unit says why money was left. */
const EXPLAINED = 0.9;

/** Units that make a mistake, the first time that they send. */
const MISTAKES: Readonly<Record<string, (rows: readonly Row[]) => readonly Row[]>> = {
  'SL-WJJ-02': ([first, ...others]) => [{ ...first, executionRate: '89.62%' }, ...others],
  'SL-SWJ-02': ([first, ...others]) => [{ ...first, actualGeneral: '1.00' }, ...others],
  'SL-CGJ-01': ([first, ...others]) => [
    { ...first, qualityActual: '', projectName: '' },
    ...others,
  ],
};

/** True for a unit whose table holds an error when it is first sent. */
export const makesMistake = ({ code }: ExampleUnit): boolean => Object.hasOwn(MISTAKES, code);

/** The table of a made-up unit for a year, filled in as a clerk would; `mended`: without its mistake. */
export function exampleTable(unit: ExampleUnit, year: string, mended: boolean): WorkbookModel {
  const rows = projectsOf(unit).map((project, index) => exampleRow(unit, project, index));
  const mistake = mended ? undefined : MISTAKES[unit.code];
  const table: SampleTable = {
    form: longgang2021.version,
    title: formTitle(longgang2021, year, unit.name),
    attachment: longgang2021.attachment,
    department: unit.name,
    unit: '万元',
    rows: mistake === undefined ? rows : mistake(rows),
  };
  return sampleWorkbook(table, longgang2021);
}

function exampleRow(unit: ExampleUnit, project: ExampleProject, index: number): Row {
  const place = EXAMPLE_UNITS.indexOf(unit);
  const size = SIZES[place % SIZES.length] ?? 1;
  const share = SPENT[(place * 5 + index * 3) % SPENT.length] ?? 1;
  const amount = Math.max(1, Math.round(project.amount * size));
  const said = (text: string): string =>
    text.replaceAll('{a}', grouped(amount)).replaceAll('{b}', grouped(Math.ceil(amount * BEYOND)));
  const isExplained = share < EXPLAINED;
  return {
    seq: String(index + 1),
    unitName: unit.name,
    projectName: project.name,
    ...money(Math.round(project.budget * size * 100), share),
    annualGoal: project.goal,
    overallCompletion: isExplained
      ? `年度任务已完成，资金支付进度较慢。${said(project.quantity[1])}。`
      : `年度目标已完成。${said(project.quantity[1])}。`,
    quantityTarget: said(project.quantity[0]),
    quantityActual: said(project.quantity[1]),
    qualityTarget: project.quality[0],
    qualityActual: project.quality[1],
    timelinessTarget: '12月31日前完成',
    timelinessActual: '12月20日完成',
    economicTarget: '不适用',
    economicActual: '不适用',
    socialTarget: project.social[0],
    socialActual: project.social[1],
    ecologicalTarget: '不适用',
    ecologicalActual: '不适用',
    satisfactionTarget: project.satisfaction[0],
    satisfactionActual: project.satisfaction[1],
    problems: isExplained ? project.problem : '无',
    rectification: isExplained ? project.remedy : '不需要整改',
  };
}

/** Budget and spending in hundredths of 万元, three quarters from the general budget. */
function money(budget: number, share: number): Row {
  const spent = Math.round(budget * share);
  const rate = computeRate(spent, budget, 4);
  const [budgetGeneral, actualGeneral] = [budget, spent].map((all) => Math.round(all * 0.75));
  return {
    budgetTotal: wanYuan(budget),
    budgetGeneral: wanYuan(budgetGeneral ?? 0),
    budgetFund: wanYuan(budget - (budgetGeneral ?? 0)),
    budgetNonFiscal: '0.00',
    actualTotal: wanYuan(spent),
    actualGeneral: wanYuan(actualGeneral ?? 0),
    actualFund: wanYuan(spent - (actualGeneral ?? 0)),
    actualNonFiscal: '0.00',
    executionRate: rate === null ? '' : formatPercent(rate),
  };
}

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

const wanYuan = (hundredths: number): string =>
  `${grouped(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
