import { formatThousands } from '../shared/money.ts';
import { formatPercent } from '../shared/rate.ts';
import { executionRate, type Totals } from '../shared/records/totals.ts';
import { STATUS_NAMES } from '../shared/status-names.ts';
import type { Submissions } from '../shared/store/submissions.ts';
import type { UploadStatus } from '../shared/upload.ts';
import type { DemoUpload } from './demo-results.ts';
import { textTable } from './text-table.ts';

/** What became of each file, a line each. */
export const uploadsTable = (uploads: readonly DemoUpload[]): string =>
  textTable([
    ['文件', '年度', '单位', '状态', '错误', '警告', '提示'],
    ...uploads.map(({ file, period, unit, status, errors, warnings, hints }) => [
      file,
      period,
      unit,
      STATUS_NAMES[status as UploadStatus].zh,
      ...[errors, warnings, hints].map(String),
    ]),
  ]);

/** What each period adds up to, in 万元: the figures at the foot of its summary. */
export async function periodsTable(
  submissions: Submissions,
  periods: readonly string[],
): Promise<string> {
  const rows = [['年度', '单位数', '项目数', '预算（万元）', '支出（万元）', '执行率']];
  for (const period of periods) {
    const heads = await submissions.headsOf(period);
    const current = heads.flatMap((head) => head.current ?? []);
    const sums = sumOf(current.flatMap(({ units }) => units.map(({ totals }) => totals)));
    const rate = executionRate(sums);
    rows.push([
      period,
      String(current.length),
      String(sums.projects),
      formatThousands(sums.budget.total),
      formatThousands(sums.actual.total),
      rate === null ? '—' : formatPercent(rate),
    ]);
  }
  return textTable(rows);
}

const sumOf = (parts: readonly Totals[]): Totals => {
  const fen = (of: (totals: Totals) => number): number =>
    parts.reduce((sum, totals) => sum + of(totals), 0);
  const unsplit = { general: null, fund: null, nonFiscal: null };
  return {
    projects: fen(({ projects }) => projects),
    budget: { ...unsplit, total: fen(({ budget }) => budget.total) },
    actual: { ...unsplit, total: fen(({ actual }) => actual.total) },
  };
};
