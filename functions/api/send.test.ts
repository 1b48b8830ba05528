import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { Receipt } from './receipt-schemas.ts';
import type { Obligation, ProblemDocument } from './schemas.ts';
import type { Sent } from './sending-schemas.ts';

const UPLOADS = '/api/periods/2021/units/LG-FGJ/uploads';
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
const sendForm = (who: Person, fields: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return world.ask(who, UPLOADS, { method: 'POST', body: form });
};
const workbook = (name: string): File => new File([JSON.stringify([{}])], name);

test('a file goes to the unit’s folder with who sent it, and becomes an upload of the pipeline', async () => {
  const response = await world.sendAs('zhang', [{}]);
  const sent = await sentIn(response);
  expect(response.headers.get('location')).toBe(`/api/uploads/${sent.id}`);
  expect(sent).toEqual({
    id: uploadId('uploads', 'uploads/2021/LG-FGJ/自评表.xlsx', 'sent-1'),
    fileName: '自评表.xlsx',
    size: 4,
    sha256: createHash('sha256').update('[{}]').digest('hex'),
    basedOn: sent.id,
    status: `/api/uploads/${sent.id}`,
    receipt: `/api/uploads/${sent.id}/receipt`,
    repeated: false,
  });
  await world.settle();
  const upload = await world.ports.submissions.upload(sent.id);
  expect(upload).toMatchObject({ status: 'accepted', outcome: { sha256: sent.sha256 } });
  const receipt = (await (await world.ask('zhang', sent.receipt)).json()) as Receipt;
  expect(receipt).toMatchObject({
    fileName: '自评表.xlsx',
    sha256: sent.sha256,
    revision: 1,
    sender: { via: 'api', sub: 'zhang', name: '张三' },
    confirmedAt: world.now,
    status: 'accepted',
    report: { state: 'ready', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    verificationAddress: expect.stringMatching(`^/receipts/${sent.id}/[\\w-]{22}$`),
  });
});

describe('a form', () => {
  test('sends as a page without script does', async () => {
    const sent = await sentIn(
      await sendForm('zhang', { confirmed: 'on', file: workbook('C:\\表\\终稿.xlsx') }),
    );
    expect(sent.fileName).toBe('终稿.xlsx');
  });

  test('without the box ticked, or without a file, is told', async () => {
    expect(await kindIn(await sendForm('zhang', { file: workbook('a.xlsx') }))).toBe(
      'not-confirmed',
    );
    expect(await kindIn(await sendForm('zhang', { confirmed: 'on' }))).toBe('no-file');
    const empty = new File([], 'a.xlsx');
    expect(await kindIn(await sendForm('zhang', { confirmed: 'on', file: empty }))).toBe('no-file');
  });
});

test.each([
  ['confirmed=true', 422],
  ['fileName=a.xlsx', 422],
  ['fileName=a.xlsx&confirmed=false', 422],
  [`fileName=${'a'.repeat(201)}&confirmed=true`, 422],
])('%s is not enough', async (query, status) => {
  expect((await world.sendAs('zhang', [{}], query)).status).toBe(status);
  expect(world.messages).toEqual([]);
});

test('a file never leaves its folder, whatever it is called', async () => {
  const query = `fileName=${encodeURIComponent('../../2020/LG-GXJ/x.xlsx')}&confirmed=true`;
  await sentIn(await world.sendAs('zhang', [{}], query));
  expect(world.messages).toMatchObject([{ body: { key: 'uploads/2021/LG-FGJ/x.xlsx' } }]);
});

test('more than 4 MB is told what to do instead, before it is read', async () => {
  const large = await world.ask('zhang', `${UPLOADS}?${named('')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': '4194305' },
    body: 'x',
  });
  expect(large.status).toBe(413);
  const honest = await world.ask('zhang', `${UPLOADS}?${named('')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(4 * 1024 * 1024 + 1),
  });
  expect((await problemIn(honest)).detail).toContain('uploads/link');
});

describe('several people of a unit', () => {
  const basedOnOf = async (who: Person): Promise<string> => {
    const answer = await (await world.ask(who, '/api/obligations')).json();
    const { obligations } = answer as { obligations: Obligation[] };
    return obligations[0]!.basedOn;
  };

  test('do not overwrite what they have not seen', async () => {
    expect(await basedOnOf('zhang')).toBe('none');
    const first = await sentIn(await world.sendAs('zhang', [{}], named('basedOn=none')));
    const refused = await problemIn(await world.sendAs('li', [{}], named('basedOn=none')));
    expect(refused).toMatchObject({
      status: 409,
      type: '/api/problems/somebody-sent',
      last: { basedOn: first.id, sender: '张三', at: world.now },
    });
    expect(await basedOnOf('li')).toBe(first.id);
    await sentIn(await world.sendAs('li', [{}, {}], named(`basedOn=${first.id}`)));
  });

  test('are told of a file that came by the bucket', async () => {
    const first = await sentIn(await world.sendAs('zhang', [{}]));
    await world.settle();
    const dropped = world.send([{}, {}], { eventTime: '2022-03-01T05:00:00.000Z' });
    world.messages.push({ stage: 'intake', body: dropped });
    await world.settle();
    const refused = await world.sendAs('zhang', [{}], named(`basedOn=${first.id}`));
    expect((await problemIn(refused)).last?.sender).toBe('经存储桶');
  });

  test('at once: one sends, the others are told', async () => {
    const answers = await Promise.all(
      (['zhang', 'li', 'zhang', 'li'] as const).map((who) =>
        world.sendAs(who, [{}], named('basedOn=none')),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(world.messages).toHaveLength(1);
  });

  test('If-Match says the same as basedOn', async () => {
    const refused = await world.ask('zhang', `${UPLOADS}?${named('')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'if-match': '"old"' },
      body: '[{}]',
    });
    expect(refused.status).toBe(409);
  });
});

test('a turn whose holder died is over after half a minute', async () => {
  const submission = { period: '2021', submitter: 'LG-FGJ' };
  await world.api.sendings.takeTurn(submission, 0, { name: '李四', at: world.now });
  const refused = await world.sendAs('zhang', [{}]);
  expect(refused.headers.get('retry-after')).toBe('3');
  expect(await kindIn(refused)).toBe('somebody-sends');
  world.now = '2022-03-01T04:00:31.000Z';
  await sentIn(await world.sendAs('zhang', [{}]));
});

test('a bucket that fails keeps nobody’s turn', async () => {
  const { storeUpload } = world.api.sending;
  Object.assign(world.api.sending, {
    storeUpload: async () => {
      throw new Error('S3 is away');
    },
  });
  const failed = await world.sendAs('zhang', [{}]);
  expect(failed.status).toBe(500);
  expect(JSON.stringify(await problemIn(failed))).not.toContain('S3');
  expect(world.faults).toHaveLength(1);
  Object.assign(world.api.sending, { storeUpload });
  await sentIn(await world.sendAs('li', [{}]));
});
