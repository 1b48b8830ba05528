import { describe, expect, test } from 'vitest';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { projectRecord } from '../../test/sample-uploads.ts';
import { differenceBetween } from './difference.ts';
import type { ProjectRecord } from './record.ts';

const project = (
  number: number,
  name: string,
  more: Partial<ProjectRecord> = {},
): ProjectRecord => {
  const record = projectRecord(number);
  return { ...record, ...more, texts: { ...record.texts, projectName: name, ...more.texts } };
};
const names = (records: readonly ProjectRecord[]) =>
  records.map(({ texts }) => texts['projectName']);

describe('differenceBetween', () => {
  test('projects that came, went and stayed; moving up is no change', () => {
    const before = [project(1, '甲'), project(3, '乙'), project(5, '丙')];
    const after = [project(1, '乙'), project(3, '丁'), project(5, '丙')].map((record) => ({
      ...record,
      amounts: before[0]?.amounts ?? {},
    }));
    const same = before.map((record) => ({ ...record, amounts: before[0]?.amounts ?? {} }));
    const { added, dropped, changed, unchanged } = differenceBetween(same, after, longgang2021);
    expect([names(added), names(dropped), changed, unchanged]).toEqual([['丁'], ['甲'], [], 2]);
  });

  test('cells that read otherwise, named with the groups above them', () => {
    const before = [project(1, '甲', { texts: { qualityActual: '旧' } })];
    const after = [
      project(1, '甲', { texts: { qualityActual: '新' }, amounts: { budgetTotal: 100_000_000 } }),
    ];
    const { changed } = differenceBetween(before, after, longgang2021);
    const cells = changed[0]?.cells ?? [];
    expect(cells.map(({ field }) => field)).toEqual([
      'budgetTotal',
      'actualTotal',
      'qualityActual',
    ]);
    expect(cells[2]).toMatchObject({ before: '旧', after: '新' });
    expect(cells[2]?.title.zh).toMatch(/质量指标.*·完成情况$/);
  });

  test('a table against itself has none', () => {
    const records = [project(1, '甲'), project(2, '乙')];
    expect(differenceBetween(records, records, longgang2021)).toEqual({
      added: [],
      dropped: [],
      changed: [],
      unchanged: 2,
    });
  });
});
