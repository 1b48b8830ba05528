import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { ProblemDocument } from './schemas.ts';
import type { Sent } from './sending-schemas.ts';

const named = (more: string): string => `fileName=a.xlsx&confirmed=true&${more}`;

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

const sentIn = async (response: Response): Promise<Sent> => {
  expect(response.status).toBe(201);
  return (await response.json()) as Sent;
};
const problemIn = async (response: Response): Promise<ProblemDocument> =>
  (await response.json()) as ProblemDocument;
const kindIn = async (response: Response): Promise<string> =>
  (await problemIn(response)).type.split('/').at(-1) ?? '';

describe('an idempotency key', () => {
  test('makes a request that comes again one', async () => {
    const first = await sentIn(await world.sendAs('zhang', [{}], named('idempotencyKey=k1')));
    const again = await sentIn(await world.sendAs('zhang', [{}], named('idempotencyKey=k1')));
    expect(again).toEqual({ ...first, repeated: true });
    expect(world.messages).toHaveLength(1);
  });

  test('is no other request’s, and no other person’s', async () => {
    await sentIn(await world.sendAs('zhang', [{}], named('idempotencyKey=k1')));
    const other = await world.sendAs('zhang', [{}, {}], named('idempotencyKey=k1'));
    expect(await kindIn(other)).toBe('key-taken');
    const li = await sentIn(await world.sendAs('li', [{}], named('idempotencyKey=k1')));
    expect(li.repeated).toBe(false);
  });

  test('of a request that was refused is free still', async () => {
    await world.sendAs('li', [{}]);
    const query = 'idempotencyKey=k1&basedOn=';
    expect((await world.sendAs('zhang', [{}], named(`${query}none`))).status).toBe(409);
    const { basedOn } = (await problemIn(await world.sendAs('zhang', [{}], named(`${query}none`))))
      .last!;
    expect((await world.sendAs('zhang', [{}], named(query + basedOn))).status).toBe(201);
  });

  test('of a double click sends once', async () => {
    const clicks = await Promise.all(
      [1, 2, 3].map(() => world.sendAs('zhang', [{}], named('idempotencyKey=k1'))),
    );
    const statuses = clicks.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(world.messages).toHaveLength(1);
  });
});

test('a request whose file was purged since is not sent again by its key', async () => {
  const send = () => world.sendAs('zhang', [{}], named('idempotencyKey=k1'));
  await sentIn(await send());
  Object.assign(world.api.sendings, { sent: async () => null });
  expect(await kindIn(await send())).toBe('gone');
  expect(world.faults).toEqual([]);
});

test('of an idempotency key only a digest is kept: it may be a file’s name, which a purge takes out', async () => {
  const { keepRequest } = world.api.sendings;
  const kept: string[] = [];
  Object.assign(world.api.sendings, {
    keepRequest: (request: Parameters<typeof keepRequest>[0]) => {
      kept.push(JSON.stringify(request));
      return keepRequest(request);
    },
  });
  await sentIn(await world.sendAs('zhang', [{}], named('idempotencyKey=secret.xlsx')));
  expect(kept).toHaveLength(1);
  expect(kept[0]).not.toContain('secret');
});
