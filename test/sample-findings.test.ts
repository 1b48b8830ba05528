import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { type FindingsReport, findingsReport } from '../shared/findings-report.ts';
import { judge } from '../shared/judge.ts';
import { readRegister } from '../shared/register-file.ts';
import { findingsPage } from './findings-page.ts';
import { bytesOf } from './formats/read-sample.ts';
import { judgeContext } from './judge-context.ts';

/*
 * What is said of the published tables, line by line and cell by cell, as pages to be read:
 * `golden/findings/`. They were checked by hand against the tables. A rule that says more or less of
 * them, or says it otherwise, shows here; `npm test -- test/sample-findings -u` writes the pages anew.
 */

const UNITS = new URL('../templates/samples/units.csv', import.meta.url);
const register = readRegister(new Uint8Array(readFileSync(UNITS)));

/** The three samples, and how many lines of errors, warnings and hints a unit can bear at most. */
const TABLES = [
  ['2020年部门预算项目绩效自评表', '2020', 'LG-GXJ', { must: 1, check: 12, reference: 8 }],
  ['2020年部门预算项目绩效自评表（更正）', '2020', 'LG-GXJ', { must: 0, check: 12, reference: 8 }],
  ['2021年度部门预算项目绩效自评表', '2021', 'LG-FGJ', { must: 0, check: 9, reference: 7 }],
] as const;

describe.each(TABLES)('%s', (name, period, submitter, most) => {
  let report: FindingsReport;

  beforeAll(async () => {
    const read = await readWorkbook(bytesOf({ period, submitter, name: `${name}.xlsx` }));
    const judgement = judge(read, judgeContext({ period, submitter, register }));
    report = findingsReport(`${name}.xlsx`, judgement);
  });

  test('every finding is the one that was checked by hand', async () => {
    const page = new URL(`golden/findings/${name}.md`, import.meta.url);
    await expect(`${findingsPage(report)}\n`).toMatchFileSnapshot(fileURLToPath(page));
  });

  test('is told in few enough lines', () => {
    const linesIn = (section: keyof typeof most): number =>
      report.lines.filter((line) => line.section === section).length;
    for (const section of ['must', 'check', 'reference'] as const) {
      expect(linesIn(section), section).toBeLessThanOrEqual(most[section]);
    }
  });
});
