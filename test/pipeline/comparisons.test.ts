import { describe, expect, test } from 'vitest';
import { intake } from '../../shared/pipeline.ts';
import { GOOD_ROW } from '../make-sheet.ts';
import { makeWorld, PERIOD, type World } from '../memory-ports.ts';

const LONG = '按时完成区政府下达的储备粮轮换任务，出入库质量全部合格，未发生安全责任事故。';
const ROWS = [{ projectName: '粮食储备', overallCompletion: LONG }];

const in2022 = (versionId: string, eventTime = '2023-03-01T02:00:00.000Z') => ({
  key: 'uploads/2022/LG-FGJ/2022年度自评表.xlsx',
  versionId,
  eventTime,
});

/** A world with two periods; the form of 2021 serves both. */
async function twoYears(): Promise<World> {
  const world = await makeWorld();
  await world.ports.submissions.putPeriods([
    PERIOD,
    {
      ...PERIOD,
      id: '2022',
      // The sheets made for tests bear the year of their form.
      policy: { 'period-agrees': 'off', 'brackets-closed': staged },
    },
  ]);
  return world;
}

const staged = { severity: 'error', from: '2023-05-01', before: 'warning' } as const;

const rulesOf = (world: World, folder: string): readonly string[] => {
  const report = JSON.parse(world.outputs.get(`submissions/${folder}/findings.json`) ?? '{}') as {
    findings: { rule: string; severity: string }[];
  };
  return report.findings.map(({ rule, severity }) => `${severity} ${rule}`);
};

describe('last year’s accepted records', () => {
  test('are what this year’s table is held against', async () => {
    const world = await twoYears();
    await intake(world.send(ROWS), world.ports);
    await intake(world.send(ROWS, in2022('v2')), world.ports);
    expect(rulesOf(world, '2021/LG-FGJ/0001')).not.toContain('warning completion-of-this-year');
    expect(rulesOf(world, '2022/LG-FGJ/0001')).toContain('warning completion-of-this-year');
  });

  test('are those that stood when the upload was first judged, for every attempt', async () => {
    const world = await twoYears();
    const event = world.send(ROWS, in2022('v2'));
    const { decide } = world.ports.submissions;
    const dying = {
      ...world.ports,
      submissions: {
        ...world.ports.submissions,
        decide: () => Promise.reject(new Error('died before the verdict')),
      },
    };
    await expect(intake(event, dying)).rejects.toThrow('died before the verdict');
    await intake(world.send(ROWS), world.ports);
    await intake(event, { ...world.ports, submissions: { ...world.ports.submissions, decide } });
    expect(rulesOf(world, '2022/LG-FGJ/0001')).not.toContain('warning completion-of-this-year');
  });

  test('make the same bytes a revision of their own when they changed meanwhile', async () => {
    const world = await twoYears();
    const first = await intake(world.send(ROWS, in2022('v2')), world.ports);
    await intake(world.send(ROWS), world.ports);
    const again = await intake(
      world.send(ROWS, in2022('v3', '2023-03-02T02:00:00.000Z')),
      world.ports,
    );
    const third = await intake(
      world.send(ROWS, in2022('v4', '2023-03-03T02:00:00.000Z')),
      world.ports,
    );
    expect(first.outcome?.duplicateOf).toBeNull();
    expect(again).toMatchObject({ revision: 2, outcome: { duplicateOf: null } });
    expect(third.outcome?.duplicateOf).toBe(again.id);
  });
});

describe('a staged rule', () => {
  const open = [{ ...GOOD_ROW, annualGoal: '编制《规划' }];

  test('weighs by the day the upload was sent, in China', async () => {
    const world = await twoYears();
    const statusOf = async (versionId: string, eventTime: string) =>
      (await intake(world.send(open, in2022(versionId, eventTime)), world.ports)).status;
    expect(await statusOf('v1', '2023-04-30T15:59:59.000Z')).toBe('accepted');
    expect(await statusOf('v2', '2023-04-30T16:00:00.000Z')).toBe('returned');
    // An older upload that comes late is judged by its own day.
    expect(await statusOf('v3', '2023-04-29T02:00:00.000Z')).toBe('accepted');
  });
});
