import { addressOf } from '../shared/cells/cell.ts';
import type { Entry, Row, Table } from '../shared/rows/row.ts';
import { type Finding, WHOLE_FILE } from '../shared/rules/finding.ts';
import { leaves } from '../templates/form.ts';
import { longgang2020 } from '../templates/longgang-2020/form.ts';

/* A small table with a finding of each kind: what feedback is made from. */

/** Two projects that stand lower and further right in the unit's file than in ours. */
export const FIRST_ROW = 17;
const FIRST_COLUMN = 3;

export function rowOf(number: number, typed: Readonly<Record<string, string>>): Row {
  const entries: Record<string, Entry> = {};
  for (const [index, { field }] of leaves(longgang2020.columns).entries()) {
    const at = addressOf('Sheet1', number, FIRST_COLUMN + index);
    entries[field] = { at, text: typed[field] ?? '' };
  }
  const rate = typed['executionRate'] ?? '';
  entries['executionRate'] = {
    ...entries['executionRate']!,
    figure: { kind: 'rate', rate: { scaled: Number(rate.replace('.', '')), places: 7 } },
  };
  return { number, entries, extraIndicators: [] };
}

export const table: Table = {
  form: longgang2020,
  sheet: 'Sheet1',
  title: { text: '2020年某局部门预算项目绩效自评表', at: addressOf('Sheet1', 3, 3) },
  titleYear: '2020',
  submitterName: { text: '某局', at: addressOf('Sheet1', 4, 3) },
  amountUnit: { text: '元', at: addressOf('Sheet1', 4, 20) },
  rows: [
    rowOf(FIRST_ROW, { serial: '1', projectName: '=节能减排', executionRate: '0.9581458' }),
    rowOf(FIRST_ROW + 1, { serial: '3', projectName: '企业服务', executionRate: '0.9837206' }),
  ],
  leftOut: [],
  addedIndicators: [],
  unknownColumns: [],
  missingColumns: [],
  misnamedColumns: [],
  repeatedColumns: [],
  mergedOverProjects: [],
  otherTables: [],
  hiddenSheets: [],
  hiddenRows: [],
  contacts: [],
  normalised: [],
  identity: null,
  explanations: [],
};

const rateParams = { stated: '0.9', actual: '9', budget: '10', computed: '0.91' };

function at(row: Row, field: string): Finding['at'] {
  const entry = row.entries[field]!;
  const serial = row.entries['serial']!.text;
  return { ...entry.at, field, serial, project: row.entries['projectName']!.text };
}

export const [first, second] = [table.rows[0]!, table.rows[1]!];
export const findings: readonly Finding[] = [
  {
    rule: 'execution-rate-rounded',
    group: 'execution-rate-rounded',
    severity: 'hint',
    at: at(second, 'executionRate'),
    params: rateParams,
  },
  {
    rule: 'serials-continuous',
    group: 'serials-continuous',
    severity: 'warning',
    at: at(second, 'serial'),
    params: { kind: 'gap', serials: '2' },
  },
  {
    rule: 'execution-rate-correct',
    group: 'execution-rate-correct',
    severity: 'error',
    at: at(first, 'executionRate'),
    params: rateParams,
    suggestion: '0.9584458',
  },
  {
    rule: 'required-cell-filled',
    group: 'required-cell-filled',
    severity: 'error',
    at: at(first, 'executionRate'),
    params: { column: '预算支出执行率', columnEn: 'Execution rate' },
  },
  {
    rule: 'amounts-in-wan-yuan',
    group: 'amounts-in-wan-yuan',
    severity: 'error',
    at: { ...WHOLE_FILE, ...table.amountUnit!.at },
    params: { unit: '元' },
  },
  {
    rule: 'table-has-rows',
    group: 'table-has-rows',
    severity: 'error',
    at: WHOLE_FILE,
    params: {},
  },
];
