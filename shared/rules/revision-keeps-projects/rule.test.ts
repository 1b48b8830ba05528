import { expect, test } from 'vitest';
import type { Typed } from '../../../test/make-sheet.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import type { RecordSet } from '../../records/record.ts';
import { toRecords } from '../../records/to-records.ts';
import { revisionKeepsProjects } from './rule.ts';

type Values = Readonly<Record<string, Typed>>;

const recordSetOf = (rows: readonly Values[]): RecordSet => ({
  form: 'longgang-2021',
  period: '2021',
  submitter: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
  attachment: null,
  records: toRecords(tableOf(rows), null),
});

const named = (projectName: string, more: Values = {}): Values => ({
  ...GOOD_ROW,
  projectName,
  ...more,
});

const changes = (before: readonly Values[], after: readonly Values[]) =>
  tableHits(revisionKeepsProjects, tableOf(after), {
    previous: recordSetOf(before),
    register: null,
  }).map(({ params }) => params);

test('dropped, added and changed projects are told, matched by name and not by serial', () => {
  const before = [named('甲'), named('乙'), named('丙')];
  const after = [named('丙', { serial: 1, budgetTotal: 36 }), named('甲'), named('丁')];
  expect(changes(before, after)).toEqual([
    { kind: 'dropped', count: 1, names: '乙' },
    { kind: 'added', count: 1, names: '丁' },
    { kind: 'changed', count: 1, names: '丙' },
  ]);
});

test('the second of two projects of one name is compared with the second', () => {
  const twice = [named('甲'), named('甲', { budgetTotal: 99 })];
  expect(changes(twice, twice)).toEqual([]);
});

test('more than five names are counted', () => {
  const many = Array.from('甲乙丙丁戊己庚', (name) => named(name));
  expect(changes(many, [named('辛')])[0]).toEqual({
    kind: 'dropped',
    count: 7,
    names: '甲、乙、丙、丁、戊 等',
  });
});

test('without an earlier revision the rule is silent', () => {
  expect(tableHits(revisionKeepsProjects, tableOf([GOOD_ROW]))).toEqual([]);
});
