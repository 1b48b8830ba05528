import { describe, expect, test } from 'vitest';
import type { Submissions } from '../../shared/store/submissions.ts';
import { type AllPorts, deliver } from '../memory-ports.ts';
import { simulate } from './simulate.ts';
import type { Sabotage } from './system.ts';

/*
 * The simulation itself is tested: it is repeatable, it finds nothing wrong with the product, and it
 * finds what is broken on purpose.
 */

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

test.each(SEEDS)('seed %i holds', async (seed) => {
  expect((await simulate(seed)).problems).toEqual([]);
});

test('a seed replays exactly, and another goes another way', async () => {
  const first = await simulate(7);
  expect(first.story.length).toBeGreaterThan(100);
  expect(await simulate(7)).toEqual(first);
  expect((await simulate(8)).story).not.toEqual(first.story);
});

/** Seeds tried until the sabotage is seen. */
const PATIENCE = 60;

/** What the simulation says when something is broken. */
async function problemsOf(sabotage: Sabotage): Promise<string> {
  for (let seed = 0; seed < PATIENCE; seed += 1) {
    const { problems } = await simulate(seed, sabotage);
    if (problems.length > 0) return problems.join('\n');
  }
  return '';
}

const brokenStore =
  (breakStore: (store: Submissions) => Partial<Submissions>) =>
  (ports: AllPorts): AllPorts => ({
    ...ports,
    submissions: { ...ports.submissions, ...breakStore(ports.submissions) },
  });

test.each(SEEDS.slice(0, 8))('seed %i holds where nobody can be told', async (seed) => {
  const ports = ({ notices, ...rest }: AllPorts): AllPorts => ({
    ...rest,
    notices: {
      ...notices,
      send: async () => {
        throw new Error('no topic');
      },
    },
  });
  expect((await simulate(seed, { ports })).problems).toEqual([]);
});

describe('what is broken on purpose is seen', () => {
  test('nobody is told how an upload ended', async () => {
    const ports = ({ notices, ...rest }: AllPorts): AllPorts => ({
      ...rest,
      notices: { ...notices, send: async () => {} },
    });
    expect(await problemsOf({ ports })).toMatch(/^nobody was told of v\d+/m);
  });

  test('HEAD takes whatever arrives last', async () => {
    let arrivals = 0;
    const ports = brokenStore(({ moveCurrent }) => ({
      moveCurrent(submission, current) {
        arrivals += 1;
        const order = `9999-${String(arrivals).padStart(6, '0')}`;
        return moveCurrent(submission, { ...current, order });
      },
    }));
    expect(await problemsOf({ ports })).toMatch(/^current of .* is v\d+ .*, newest accepted is v/m);
  });

  test('a revision number is taken anew at each attempt', async () => {
    let attempts = 0;
    const ports = brokenStore(({ reserveRevision }) => ({
      reserveRevision(submission, uploadId) {
        attempts += 1;
        return reserveRevision(submission, `${uploadId}-${attempts}`);
      },
    }));
    expect(await problemsOf({ ports })).toMatch(/belongs to no upload/);
  });

  test('every attempt decides for itself', async () => {
    const ports = brokenStore(({ decide }) => ({
      async decide(key, verdict, since) {
        await decide(key, verdict, since);
        return verdict;
      },
    }));
    expect(await problemsOf({ ports })).not.toBe('');
  });

  test('the summary is not told that something changed', async () => {
    const ports = brokenStore(() => ({ raiseGeneration: async () => {} }));
    expect(await problemsOf({ ports })).toMatch(/^summary.xlsx of 2021 does not say/m);
  });

  test('a row is lost', async () => {
    const ports = brokenStore(({ saveRecords }) => ({
      saveRecords: (key, records) => saveRecords(key, records.slice(1)),
    }));
    expect(await problemsOf({ ports })).toMatch(/threw by itself|the store of v\d+ holds/);
  });

  test('the same upload processed again leaves other bytes', async () => {
    let writes = 0;
    const ports = ({ outputs, ...rest }: AllPorts): AllPorts => ({
      ...rest,
      outputs: {
        ...outputs,
        writeOutput(key, bytes, file) {
          writes += 1;
          const spaced = new Uint8Array([...bytes, ...new Array<number>(writes).fill(32)]);
          return outputs.writeOutput(key, key.endsWith('.json') ? spaced : bytes, file);
        },
      },
    });
    expect(await problemsOf({ ports })).toMatch(/of a final upload changed/);
  });

  test('the final status is written before the rest', async () => {
    const eager: Sabotage['deliver'] = async (message, ports) => {
      if (message.stage !== 'intake') return deliver(message, ports);
      const submissions: Submissions = {
        ...ports.submissions,
        async decide(key, verdict, since) {
          const stands = await ports.submissions.decide(key, verdict, since);
          const id = (await ports.submissions.revision(key))?.uploadId ?? '';
          await ports.submissions.finishUpload(id, key.revision, stands.outcome);
          return stands;
        },
      };
      await deliver(message, { ...ports, submissions });
    };
    expect(await problemsOf({ deliver: eager })).toMatch(
      /^(current|latest) of |^nobody was told of /m,
    );
  });

  test('nobody looks for lost events', async () => {
    const ports = ({ submissions, ...rest }: AllPorts): AllPorts => ({
      ...rest,
      submissions: {
        ...submissions,
        recordedUploads: async (ids) => new Set(ids),
      },
    });
    expect(await problemsOf({ ports })).toMatch(/has no final status/);
  });
});
