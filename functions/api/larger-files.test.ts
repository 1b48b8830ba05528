import { beforeEach, describe, expect, test } from 'vitest';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { ProblemDocument } from './schemas.ts';
import type { Link, Sent } from './sending-schemas.ts';

const UPLOADS = '/api/periods/2021/units/LG-FGJ/uploads';
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

describe('a larger file', () => {
  const asked = { fileName: '大表.xlsx', size: 5_000_000, confirmed: true };

  test('is posted to exactly its key, then told of', async () => {
    const answer = await world.post('zhang', `${UPLOADS}/link`, asked);
    const link = (await answer.json()) as Link;
    expect(link).toMatchObject({
      key: 'uploads/2021/LG-FGJ/大表.xlsx',
      mostBytes: 10 * 1024 * 1024,
      expiresAt: '2022-03-01T04:15:00.000Z',
    });
    const versionId = world.postForm(link.fields, [{}]);
    const posted = { fileName: '大表.xlsx', versionId };
    // Nobody claims what another has sent.
    expect((await world.post('li', `${UPLOADS}/posted`, posted)).status).toBe(410);
    const sent = await sentIn(await world.post('zhang', `${UPLOADS}/posted`, posted));
    expect(sent).toMatchObject({ id: uploadId('uploads', link.key, versionId), repeated: false });
    const again = await sentIn(await world.post('zhang', `${UPLOADS}/posted`, posted));
    expect(again.repeated).toBe(true);
    expect(await (await world.ask('li', sent.receipt)).json()).toMatchObject({
      sender: { via: 'link', sub: 'zhang', name: '张三' },
      confirmedAt: world.now,
    });
  });

  test('needs its confirmation, and is not larger than can be read', async () => {
    const { confirmed: _, ...unconfirmed } = asked;
    expect((await world.post('zhang', `${UPLOADS}/link`, unconfirmed)).status).toBe(422);
    const huge = { ...asked, size: 11 * 1024 * 1024 };
    expect((await world.post('zhang', `${UPLOADS}/link`, huge)).status).toBe(413);
  });

  test('that came by the bucket is claimed by nobody, and one that is not there is told', async () => {
    const dropped = world.send([{}], { key: 'uploads/2021/LG-FGJ/大表.xlsx', versionId: 'v8' });
    const claim = { fileName: '大表.xlsx', versionId: dropped.versionId };
    expect(await kindIn(await world.post('zhang', `${UPLOADS}/posted`, claim))).toBe('gone');
    const posted = { fileName: '大表.xlsx', versionId: 'v9' };
    expect(await kindIn(await world.post('zhang', `${UPLOADS}/posted`, posted))).toBe('gone');
  });

  test('bears the name of whoever tells of it, not the one that was put into the bucket with it', async () => {
    const answer = await world.post('zhang', `${UPLOADS}/link`, asked);
    const { fields } = (await answer.json()) as Link;
    const note = JSON.stringify({ ...JSON.parse(fields['note'] ?? ''), name: '李四' });
    const versionId = world.postForm({ ...fields, note }, [{}]);
    const posted = { fileName: '大表.xlsx', versionId };
    const sent = await sentIn(await world.post('zhang', `${UPLOADS}/posted`, posted));
    expect(await (await world.ask('zhang', sent.receipt)).json()).toMatchObject({
      sender: { via: 'link', sub: 'zhang', name: '张三' },
    });
  });

  test('has a name of its own: a form in whose key S3 would put another name is not given', async () => {
    const open = { ...asked, fileName: `${'$'}{filename}` };
    expect(await kindIn(await world.post('zhang', `${UPLOADS}/link`, open))).toBe('not-valid');
    const inside = { ...asked, fileName: `a${'$'}{filename}b.xlsx` };
    expect(await kindIn(await world.post('zhang', `${UPLOADS}/link`, inside))).toBe('not-valid');
  });

  test('with half a character in its name gets a key that can be asked for', async () => {
    const answer = await world.post('zhang', `${UPLOADS}/link`, {
      ...asked,
      fileName: 'a\ud800.xlsx',
    });
    expect(((await answer.json()) as Link).key).toBe('uploads/2021/LG-FGJ/a.xlsx');
  });
});
