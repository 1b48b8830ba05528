import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import { liveJudge } from '../../functions/intake/live-judge.ts';
import { fontPrinter } from '../../functions/render/printer.ts';
import { seed } from '../../functions/seed.ts';
import { workbooks } from '../../functions/workbooks.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { executionRate, type Totals, totalsOf } from '../../shared/records/totals.ts';
import { loadRecordSet } from '../../shared/store/load-record-set.ts';
import { parseRegister } from '../../shared/unit.ts';
import type { Upload } from '../../shared/upload.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { PERIODS } from '../../templates/periods.ts';
import { type DynamoServer, startDynalite } from '../dynamo-server.ts';
import { deliverAll, makeWorld, type World } from '../memory-ports.ts';

/* The published workbooks through the real reader, rules, store, workbooks and report. */

const samples = new URL('../../templates/samples/', import.meta.url);
const PUBLISHED_2021 = '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx';
const PUBLISHED_2020 = '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx';
const MENDED_2020 = '2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx';

let dynamo: DynamoServer;
beforeAll(async () => {
  dynamo = await startDynalite();
});
afterAll(() => dynamo.stop());

let world: World;
beforeEach(async () => {
  const submissions = dynamoSubmissions(dynamo.documents, await dynamo.emptyTable());
  await seed(
    parseRegister(readFileSync(new URL('units.csv', samples), 'utf8')),
    PERIODS,
    submissions,
  );
  const empty = await makeWorld();
  const ports = {
    ...empty.ports,
    submissions,
    reader: { read: readWorkbook },
    judge: liveJudge(sourcePlaces()),
    printer: fontPrinter(sourcePlaces()),
    workbooks,
  };
  world = { ...empty, ports };
});

/** Uploads samples one after another; returns what became of each. */
async function upload(...files: string[]): Promise<readonly (Upload | null)[]> {
  const events = files.map((file, index) =>
    world.send(new Uint8Array(readFileSync(new URL(file, samples))), {
      key: `uploads/${file}`,
      eventTime: `2022-03-01T02:0${index}:00.000Z`,
    }),
  );
  world.messages.push(...events.map((body) => ({ stage: 'intake' as const, body })));
  await deliverAll(world);
  const { uploadsOf } = world.ports.submissions;
  const stored = await Promise.all([
    uploadsOf({ period: '2020', submitter: 'LG-GXJ' }),
    uploadsOf({ period: '2021', submitter: 'LG-FGJ' }),
  ]);
  return events.map((event) => stored.flat().find(({ key }) => key === event.key) ?? null);
}

/** 万元 of a stored revision: budget, actual, rate. */
function figures(totals: Totals) {
  const rate = executionRate(totals);
  return [totals.budget.total / 1e6, totals.actual.total / 1e6, (rate?.scaled ?? 0) / 100];
}

async function currentTotals(period: string, submitter: string) {
  const { head } = world.ports.submissions;
  const current = (await head({ period, submitter }))?.current;
  if (!current) throw new Error('nothing is current');
  const key = { period, submitter, revision: current.revision };
  const stored = await loadRecordSet(key, current.table, world.ports.submissions);
  return { all: totalsOf(stored.records), units: current.units };
}

describe('the published workbooks', () => {
  test('of 2021: accepted, its figures as published', async () => {
    const [accepted] = await upload(PUBLISHED_2021);
    expect(accepted).toMatchObject({ status: 'accepted', outcome: { rows: 26 } });
    expect(accepted?.outcome?.counts.errors).toBe(0);
    const { all } = await currentTotals('2021', 'LG-FGJ');
    expect(figures(all)).toEqual([24_271.73, 22_737.95, 93.68]);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0001/report.pdf')).toMatch(/^%PDF-/);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0001/stamped.pdf')).toMatch(/^%PDF-/);
    expect(world.outputs.has('summaries/2021/summary.xlsx')).toBe(true);
  });

  test('of 2020: returned for one error; mended: accepted, with both implementing units', async () => {
    const [returned, accepted] = await upload(PUBLISHED_2020, MENDED_2020);
    expect(returned).toMatchObject({
      status: 'returned',
      revision: 1,
      outcome: { counts: { errors: 1 }, form: 'longgang-2020' },
    });
    expect(accepted).toMatchObject({
      status: 'accepted',
      revision: 2,
      outcome: { rows: 33, counts: { errors: 0 }, duplicateOf: null },
    });
    const { all, units } = await currentTotals('2020', 'LG-GXJ');
    expect(figures(all)).toEqual([93_885.57, 90_329.94, 96.21]);
    expect(units.map(({ code, totals }) => [code, totals.projects, ...figures(totals)])).toEqual([
      ['LG-GXJ', 28, 93_321.7, 89_780.73, 96.21],
      ['LG-TZTGS', 5, 563.87, 549.21, 97.4],
    ]);
    expect([...world.outputs.keys()].filter((key) => key.endsWith('report.pdf'))).toEqual([
      'submissions/2020/LG-GXJ/0002/report.pdf',
    ]);
  });
});
