import { matchProjects } from '../../records/match-projects.ts';
import type { ProjectRecord } from '../../records/record.ts';
import { toRecords } from '../../records/to-records.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Project names written out in a message; the rest is counted. */
const NAMED_PROJECTS = 5;

/** Against the revision before, no project is dropped or added and no amount changes unnoticed. */
export const revisionKeepsProjects = defineRule({
  id: 'revision-keeps-projects',
  number: 'W14',
  severity: 'warning',
  scope: 'table',
  title: {
    zh: '与上一版相比，项目和金额没有变化',
    en: 'Projects and amounts are those of the revision before',
  },
  message: {
    zh: ({ kind, count, names }: ChangeParams) => WORDINGS[kind].zh(count, names),
    en: ({ kind, count, names }: ChangeParams) => WORDINGS[kind].en(count, names),
  },
  cause: ({ kind }) => kind,
  example: { kind: 'dropped', count: 1, names: '节能减排补助资金' },
  *check(table, { previous, register }) {
    if (previous === null) return;
    const changes = changesBetween(previous.records, toRecords(table, register));
    for (const kind of ['dropped', 'added', 'changed'] as const) {
      const records = changes[kind];
      if (records.length === 0) continue;
      const named = records.slice(0, NAMED_PROJECTS).map(projectName).join('、');
      const names = records.length > NAMED_PROJECTS ? `${named} 等` : named;
      yield { at: inTable(table, undefined), params: { kind, count: records.length, names } };
    }
  },
});

type ChangeKind = 'dropped' | 'added' | 'changed';
type ChangeParams = { kind: ChangeKind; count: number; names: string };

const WORDINGS = {
  dropped: {
    zh: (count: number, names: string) =>
      `比上一版少 ${count} 个项目：${names}。若分科室报送，请合并为一份再传；如确已取消，请说明。`,
    en: (count: number, names: string) =>
      `${count} projects of the revision before are missing: ${names}. If departments report apart, merge them into one file.`,
  },
  added: {
    zh: (count: number, names: string) => `比上一版多 ${count} 个项目：${names}。请核对。`,
    en: (count: number, names: string) =>
      `${count} projects were added since the revision before: ${names}.`,
  },
  changed: {
    zh: (count: number, names: string) => `${count} 个项目的金额与上一版不同：${names}。请核对。`,
    en: (count: number, names: string) =>
      `The amounts of ${count} projects differ from the revision before: ${names}.`,
  },
} as const;

const projectName = (record: ProjectRecord): string => record.texts['projectName'] ?? '';

function changesBetween(
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
): Readonly<Record<ChangeKind, readonly ProjectRecord[]>> {
  const { pairs, dropped, added } = matchProjects(before, after);
  const changed = pairs.flatMap(([earlier, record]) =>
    sameAmounts(earlier, record) ? [] : [record],
  );
  return { dropped, added, changed };
}

const sameAmounts = (a: ProjectRecord, b: ProjectRecord): boolean =>
  Object.keys({ ...a.amounts, ...b.amounts }).every(
    (field) => (a.amounts[field] ?? null) === (b.amounts[field] ?? null),
  );
