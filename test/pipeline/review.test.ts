import { describe, expect, test } from 'vitest';
import { exportedTrail } from '../../shared/audit/trail.ts';
import { verifyTrail } from '../../shared/audit/verify-trail.ts';
import type { FindingsReport } from '../../shared/findings-report.ts';
import { intake, sweep } from '../../shared/pipeline.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import type { ReviewAct } from '../../shared/review/review-act.ts';
import { takeAct } from '../../shared/review/take-act.ts';
import { revisionReview } from '../../shared/submission-review.ts';
import { Crash, type CrashPoint, failingPorts } from '../failing-ports.ts';
import { deliverAll, makeWorld, PERIOD, type World } from '../memory-ports.ts';
import { act, SUBMISSION } from '../review-acts.ts';

/** Without warnings that would have to be waived. */
const LENIENT = { ...PERIOD, review: { explanations: false } };

async function reviewed(): Promise<World> {
  const world = await makeWorld();
  await world.ports.submissions.putPeriods([LENIENT]);
  await intake(world.send([{ projectName: '甲' }], { versionId: 'v1' }), world.ports);
  await deliverAll(world);
  return world;
}

/** What was done, as an export of the trail tells it; which holds. */
async function told(world: World): Promise<readonly string[]> {
  let text = '';
  for await (const line of exportedTrail('2021', world.ports.submissions)) text += line;
  expect(verifyTrail(text).holds).toBe(true);
  return text.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line).actionId));
}

const reviewOf = async (world: World) =>
  (await world.ports.submissions.head(SUBMISSION))?.review ?? null;

test('an act changes the review, stands in the trail and wakes the summary', async () => {
  const world = await reviewed();
  const approve = act('finance', 'approve');
  expect(await takeAct(approve, world.ports)).toMatchObject({ taken: true });
  expect(await reviewOf(world)).toMatchObject({ approved: 1, version: 1, underWay: null });
  expect(await told(world)).toEqual([approve.id]);
  expect(world.messages).toEqual([{ stage: 'summarise', body: { period: '2021' } }]);
});

test('what is not taken is not recorded', async () => {
  const world = await reviewed();
  const refused = await takeAct(act('auditor', 'approve'), world.ports);
  expect(refused).toEqual({ taken: false, refusal: 'not-yours' });
  const unknown = await takeAct(act('finance', 'approve', 7), world.ports);
  expect(unknown).toEqual({ taken: false, refusal: 'no-revision' });
  const nowhere = {
    ...act('finance', 'approve'),
    submission: { ...SUBMISSION, submitter: 'LG-GXJ' },
  };
  expect(await takeAct(nowhere, world.ports)).toEqual({ taken: false, refusal: 'no-revision' });
  expect([await reviewOf(world), await told(world)]).toEqual([null, []]);
});

test('warnings that nobody explained stand against approval, by the line that tells them', async () => {
  const world = await reviewed();
  await world.ports.submissions.putPeriods([PERIOD]);
  const copied = { annualGoal: '完成储备', overallCompletion: '完成储备' };
  const later = { versionId: 'v2', eventTime: '2022-03-01T03:00:00.000Z' };
  await intake(world.send([{ projectName: '乙', ...copied }], later), world.ports);
  const approve = () => takeAct(act('finance', 'approve', 2), world.ports);
  expect(await approve()).toEqual({ taken: false, refusal: 'warnings-open' });
  const { lines }: FindingsReport = JSON.parse(
    world.outputs.get('submissions/2021/LG-FGJ/0002/findings.json') ?? '',
  );
  const warnings = lines.filter(({ severity }) => severity === 'warning');
  expect(warnings.length).toBeGreaterThan(0);
  for (const finding of warnings.map(findingName)) {
    const waive = act('finance', { kind: 'waive', finding, reason: '已核实' }, 2);
    expect(await takeAct(waive, world.ports)).toMatchObject({ taken: true });
  }
  expect(await approve()).toMatchObject({ taken: true });
});

describe('the summary', () => {
  const SUMMARY = 'summaries/2021/summary.xlsx';
  const newer = { versionId: 'v2', eventTime: '2022-03-01T03:00:00.000Z' };

  test('stays on what was approved until finance approves the correction', async () => {
    const world = await reviewed();
    await takeAct(act('finance', 'approve'), world.ports);
    await intake(world.send([{ projectName: '乙' }], newer), world.ports);
    await deliverAll(world);
    expect(world.outputs.get(SUMMARY)).toContain('甲');
    await takeAct(act('finance', 'take', 2), world.ports);
    await takeAct(act('finance', 'approve', 2), world.ports);
    await deliverAll(world);
    expect(world.outputs.get(SUMMARY)).toContain('乙');
  });

  test('stays on what was approved though the unit takes it back, which then nobody can approve', async () => {
    const world = await reviewed();
    const { submissions, jobs } = world.ports;
    await takeAct(act('finance', 'approve'), world.ports);
    await submissions.recall(SUBMISSION, 1, { by: '填报员', at: '2022-04-01T02:00:00.000Z' });
    await submissions.raiseGeneration('2021', 'recall-1');
    await jobs.summarise({ period: '2021' });
    await deliverAll(world);
    expect(world.outputs.get(SUMMARY)).toContain('甲');
    const reopen = await takeAct(act('finance', 'reopen'), world.ports);
    expect(reopen).toEqual({ taken: false, refusal: 'not-newest' });
  });

  test('says how the review stands after every act that changes it', async () => {
    const world = await makeWorld();
    const review = { explanations: false, signatures: 1 } as const;
    await world.ports.submissions.putPeriods([{ ...PERIOD, review }]);
    await intake(world.send([{ projectName: '甲' }], { versionId: 'v1' }), world.ports);
    await deliverAll(world);
    const told: unknown[] = [];
    const { workbooks } = world.ports;
    const summary: typeof workbooks.summary = (input, details) => {
      told.push(input.submissions[0]?.review?.state);
      return workbooks.summary(input, details);
    };
    Object.assign(world.ports, { workbooks: { ...workbooks, summary } });
    const steps = [
      'forward',
      'send-back',
      'reopen',
      'approve',
      'sign',
      'publish',
      'withdraw',
    ] as const;
    for (const step of steps) {
      const by = ['forward', 'sign', 'publish'].includes(step) ? 'first' : 'finance';
      const action = step === 'publish' ? ({ kind: step } as const) : step;
      expect(await takeAct(act(by, action), world.ports)).toMatchObject({ taken: true });
      await deliverAll(world);
    }
    expect(told).toEqual([
      'forwarded',
      'sent-back',
      'pending',
      'approved',
      'published',
      'withdrawn',
    ]);
  });

  test('goes without what the unit took back', async () => {
    const world = await reviewed();
    await takeAct(act('unit', 'recall'), world.ports);
    await deliverAll(world);
    expect(world.outputs.get(SUMMARY)).toBe('[]');
    await intake(world.send([{ projectName: '乙' }], newer), world.ports);
    await deliverAll(world);
    expect(world.outputs.get(SUMMARY)).toContain('乙');
  });
});

describe('unit and finance are told', () => {
  const toldOf = ({ reviewNotices }: World) =>
    reviewNotices.map(({ status, unit, revision }) => `${status} ${unit} ${revision}`);

  test('what was sent back and approved, and nothing else, by ids alone', async () => {
    const world = await reviewed();
    const back = act('finance', { kind: 'send-back', reason: '甲项目的单价有误' });
    await takeAct(back, world.ports);
    await takeAct(act('finance', 'reopen'), world.ports);
    await takeAct(act('finance', 'approve'), world.ports);
    await takeAct(act('first', 'sign'), world.ports);
    expect(toldOf(world)).toEqual(['sent-back LG-FGJ 1', 'approved LG-FGJ 1']);
    const [upload] = world.tables.uploads.keys();
    expect(world.reviewNotices[0]).toMatchObject({ actId: back.id, uploadId: upload });
    expect(JSON.stringify(world.reviewNotices)).not.toContain('单价');
  });

  test('again by whoever finishes an act that died, with the same id', async () => {
    const world = await reviewed();
    const back = act('finance', { kind: 'send-back', reason: '理由' });
    const { submissions } = world.ports;
    const dying = { ...submissions, actFinished: () => Promise.reject(new Crash('died')) };
    await expect(takeAct(back, { ...world.ports, submissions: dying })).rejects.toThrow(Crash);
    world.now = '2022-04-01T03:00:00.000Z';
    await sweep(world.ports);
    expect(world.reviewNotices.map(({ actId }) => actId)).toEqual([back.id, back.id]);
  });

  test('or the operator is, where nobody can be', async () => {
    const world = await reviewed();
    const unsent: string[] = [];
    const notices = {
      ...world.ports.notices,
      sendReview: () => Promise.reject(new Error('no topic')),
      unsent: ({ status }: { readonly status: string }) => void unsent.push(status),
    };
    const back = act('finance', { kind: 'send-back', reason: '理由' });
    expect(await takeAct(back, { ...world.ports, notices })).toMatchObject({ taken: true });
    expect(await reviewOf(world)).toMatchObject({ underWay: null });
    expect(unsent).toEqual(['sent-back']);
  });
});

describe('exactly one effect', () => {
  test.each(['before', 'after'] as const)(
    'dying %s any call, and tried again',
    async (point: CrashPoint) => {
      for (let call = 1, died = true; died; call += 1) {
        const world = await reviewed();
        const approve = act('finance', 'approve');
        died = await takeAct(approve, failingPorts(world.ports, call, point)).then(
          () => false,
          (error: unknown) => {
            if (error instanceof Crash) return true;
            throw error;
          },
        );
        expect(await takeAct(approve, world.ports)).toMatchObject({ taken: true });
        expect(await told(world)).toEqual([approve.id]);
        expect(await reviewOf(world)).toMatchObject({ version: 1, underWay: null });
        expect(world.messages).toContainEqual({ stage: 'summarise', body: { period: '2021' } });
        expect(call).toBeLessThan(50);
      }
    },
  );

  test('an act that died and is not tried again: the sweep finishes it', async () => {
    const world = await reviewed();
    const approve = act('finance', 'approve');
    const { submissions } = world.ports;
    const shut = { ...submissions, appendEntry: () => Promise.reject(new Crash('shut')) };
    await expect(takeAct(approve, { ...world.ports, submissions: shut })).rejects.toThrow(Crash);
    world.now = approve.at;
    expect(await sweep(world.ports)).toMatchObject({ acts: 0 });
    world.now = '2022-04-01T03:00:00.000Z';
    expect(await sweep(world.ports)).toMatchObject({ acts: 1 });
    expect(await told(world)).toEqual([approve.id]);
    expect(world.messages).toContainEqual({ stage: 'summarise', body: { period: '2021' } });
    expect(await sweep(world.ports)).toMatchObject({ acts: 0 });
  });

  test('an act that died before its entry was written: the next one writes it first', async () => {
    const world = await reviewed();
    const first = act('finance', 'approve');
    const { submissions } = world.ports;
    const shut = { ...submissions, appendEntry: () => Promise.reject(new Crash('shut')) };
    await expect(takeAct(first, { ...world.ports, submissions: shut })).rejects.toThrow(Crash);
    const second = act('first', 'sign');
    await takeAct(second, world.ports);
    expect(await told(world)).toEqual([first.id, second.id]);
  });

  test('many at once: one approves, three sign, each act stands in the trail once', async () => {
    const world = await reviewed();
    const at = async (acts: readonly ReviewAct[]) =>
      (await Promise.all(acts.map((one) => takeAct(one, world.ports)))).filter(
        ({ taken }) => taken,
      );
    const same = act('finance', 'approve');
    expect(await at([same, same, act('colleague', 'approve')])).toHaveLength(
      (await reviewOf(world))?.acts.includes(same.id) ? 2 : 1,
    );
    const signs = (['first', 'second', 'third'] as const).map((by) => act(by, 'sign'));
    expect(await at([...signs, ...signs])).toHaveLength(6);
    expect(await told(world)).toHaveLength(4);
  });
});

describe('特批受理', () => {
  const STRICT = { ...LENIENT, policy: { 'brackets-closed': 'error' } } as const;
  const open = { projectName: '甲（未完' };

  async function sent(row: Readonly<Record<string, string | number>>): Promise<World> {
    const world = await makeWorld();
    await world.ports.submissions.putPeriods([STRICT]);
    await intake(world.send([row], { versionId: 'v1' }), world.ports);
    world.messages.splice(0);
    return world;
  }

  test('returned for judgement alone: its rows stand in report and summary then', async () => {
    const world = await sent(open);
    const { submissions } = world.ports;
    expect((await submissions.head(SUBMISSION))?.current).toBeNull();
    const special = act('finance', 'accept-specially');
    for (const _ of [1, 2]) {
      expect(await takeAct(special, world.ports)).toMatchObject({ taken: true });
    }
    const head = await submissions.head(SUBMISSION);
    expect(head).toMatchObject({ latest: { status: 'returned' }, current: { revision: 1 } });
    await deliverAll(world);
    expect(world.outputs.get('submissions/2021/LG-FGJ/0001/report.pdf')).toContain(
      open.projectName,
    );
    expect(world.outputs.get('summaries/2021/summary.xlsx')).toContain(open.projectName);
    expect(await takeAct(act('finance', 'approve'), world.ports)).toMatchObject({ taken: true });
    expect(revisionReview((await reviewOf(world))!, 1)).toMatchObject({
      state: 'approved',
      specially: { reason: '理由' },
    });
  });

  test('purged before the act was finished: it stands on record, and others go on', async () => {
    const world = await sent(open);
    const { submissions, removals } = world.ports;
    const shut = { ...submissions, appendEntry: () => Promise.reject(new Crash('shut')) };
    const special = act('finance', 'accept-specially');
    const dying = takeAct(special, { ...world.ports, submissions: shut });
    await expect(dying).rejects.toThrow(Crash);
    await removals.purgeRevision({ ...SUBMISSION, revision: 1 }, null);
    world.now = '2022-04-01T03:00:00.000Z';
    expect(await sweep(world.ports)).toMatchObject({ acts: 1 });
    expect(await told(world)).toEqual([special.id]);
    expect((await reviewOf(world))?.underWay).toBeNull();
    expect((await submissions.head(SUBMISSION))?.current).toBeNull();
  });

  test('returned for what cannot be added up besides: never, and no row of it is kept', async () => {
    const world = await sent({ ...open, budgetTotal: '若干' });
    const special = act('finance', 'accept-specially');
    expect(await takeAct(special, world.ports)).toEqual({ taken: false, refusal: 'not-arguable' });
    expect(world.tables.rows.size).toBe(0);
  });
});
