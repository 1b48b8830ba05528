import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBundles, removeBundles, synthesise } from './template-for-tests.ts';

let bundles: string;
let alarms: readonly [id: string, description: string][];

beforeAll(() => {
  bundles = emptyBundles();
  alarms = synthesise(bundles)
    .ofType('AWS::CloudWatch::Alarm')
    .map(([id, { Properties }]) => [id, String(Properties['AlarmDescription'])]);
});

afterAll(() => removeBundles(bundles));

const sectionsOf = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, section = '']) => section))].sort();

test('every alarm names its section of the runbook, and every section has its alarm', () => {
  const runbook = readFileSync(new URL('../docs/runbook.md', import.meta.url), 'utf8');
  const written = sectionsOf(runbook, /^## (\S+)$/gm);
  const named = alarms.map(([id, description]) => {
    const [section] = sectionsOf(description, / → docs\/runbook\.md#([a-z-]+)$/g);
    expect(section, id).toBeDefined();
    return section;
  });
  expect([...new Set(named)].sort()).toEqual(written);
});

test.each(['Intake', 'Render', 'Summarise', 'Publish', 'Sweep', 'Api'])(
  'errors and throttles of %s are seen',
  (id) => {
    const ids = alarms.map(([alarm]) => alarm.replace(/[0-9A-F]{8}$/, ''));
    expect(ids).toEqual(expect.arrayContaining([`${id}ErrorsAlarm`, `${id}ThrottlesAlarm`]));
  },
);

test.each(['Intake', 'Render', 'Summarise', 'Publish'])(
  'the age and the dead letters of %s are seen',
  (id) => {
    const ids = alarms.map(([alarm]) => alarm.replace(/[0-9A-F]{8}$/, ''));
    expect(ids).toEqual(expect.arrayContaining([`${id}AgeAlarm`, `${id}DeadLettersAlarm`]));
  },
);
