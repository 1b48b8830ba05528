import { expect, test } from 'vitest';
import { receivedUpload } from '../../shared/upload-id.ts';
import { acceptedOutcome, uploadEvent } from '../sample-uploads.ts';
import type { StoreContract } from './contract.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const other = { period: '2021', submitter: 'LG-GXJ' };
const NOON = '2022-03-01T12:00:00.000Z';
const LATER = '2022-03-01T12:10:00.000Z';

/** What every store promises of uploads. */
export const uploadsContract: StoreContract = (store) => {
  const record = (versionId: string, eventTime = NOON, since = NOON) =>
    store().recordUpload(receivedUpload(uploadEvent({ versionId, eventTime })), since);

  test('recordUpload: the first announcement stands, also of 50 at once', async () => {
    const seconds = Array.from({ length: 50 }, (_, index) => String(index).padStart(2, '0'));
    const stored = await Promise.all(
      seconds.map((second) => record('v1', `2022-03-01T12:00:${second}.000Z`)),
    );
    expect(new Set(stored.map(({ eventTime }) => eventTime)).size).toBe(1);
    expect(await record('v1', LATER)).toEqual(stored[0]);
  });

  test('upload: what was recorded comes back whole; null for an unknown id', async () => {
    const upload = await record('v1');
    expect(await store().upload(upload.id)).toEqual(upload);
    expect(upload).toMatchObject({ submission, status: 'received', outcome: null });
    expect(await store().upload('unknown')).toBeNull();
  });

  test('recordedUploads: says which of 150 ids are known', async () => {
    const known = await Promise.all(['v1', 'v2'].map((version) => record(version)));
    const strangers = Array.from({ length: 148 }, (_, index) => `stranger-${index}`);
    const ids = known.map(({ id }) => id);
    expect(await store().recordedUploads([...strangers, ...ids])).toEqual(new Set(ids));
    expect(await store().recordedUploads([])).toEqual(new Set());
  });

  test('uploadsOf: a submission’s uploads in order of receipt, however they arrived', async () => {
    const late = await record('v2', LATER);
    const early = await record('v1', NOON);
    const stray = await store().recordUpload(
      receivedUpload(uploadEvent({ key: 'uploads/散件.xlsx' })),
      NOON,
    );
    expect(await store().uploadsOf(submission)).toEqual([early, late]);
    expect(await store().uploadsOf(null)).toEqual([stray]);
    expect(await store().uploadsOf(other)).toEqual([]);
  });

  test('finishUpload: the first final status stands', async () => {
    const { id } = await record('v1');
    const outcome = acceptedOutcome();
    const finished = await store().finishUpload(id, 1, outcome);
    expect(finished).toMatchObject({ status: 'accepted', revision: 1, outcome });
    const again = await store().finishUpload(id, 1, acceptedOutcome({ status: 'failed' }));
    expect(again).toEqual(finished);
    expect(await store().upload(id)).toEqual(finished);
    await expect(store().finishUpload('unknown', 1, outcome)).rejects.toThrow(/unknown/);
  });

  test('keepContacts: kept with an upload until it is final, and by its final status', async () => {
    const { id } = await record('v1');
    const at = { sheet: '自评表', cell: 'A9', row: 9, column: 'A' };
    const contacts = [{ role: '填表人', text: '张三', at }];
    await store().keepContacts(id, [{ ...contacts[0]!, text: '李四' }]);
    await store().keepContacts(id, contacts);
    expect(await store().upload(id)).toMatchObject({ status: 'received', contacts });
    expect(await store().finishUpload(id, 1, acceptedOutcome())).toMatchObject({ contacts });
    await store().keepContacts(id, []);
    expect(await store().upload(id)).toMatchObject({ status: 'accepted', contacts });
    await store().keepContacts('unknown', contacts);
    expect(await store().upload('unknown')).toBeNull();
  });

  test('unfinishedUploads: those without a final status, longest wait first', async () => {
    const second = await record('v2', NOON, '2022-03-01T11:30:00.000Z');
    const firstToWait = await record('v1', NOON, '2022-03-01T11:00:00.000Z');
    const done = await record('v3', NOON, '2022-03-01T11:00:00.000Z');
    await record('v4', NOON, LATER);
    await store().finishUpload(done.id, 1, acceptedOutcome());
    expect(await store().unfinishedUploads(NOON)).toEqual([firstToWait, second]);
  });

  test('uploadAnnounced: starts the wait anew, but not of a finished upload', async () => {
    const waiting = await record('v1', NOON, '2022-03-01T11:00:00.000Z');
    const done = await record('v2', NOON, '2022-03-01T11:00:00.000Z');
    await store().finishUpload(done.id, 1, acceptedOutcome());
    await store().uploadAnnounced(waiting.id, NOON);
    await store().uploadAnnounced(done.id, NOON);
    expect(await store().unfinishedUploads(NOON)).toEqual([]);
    expect(await store().unfinishedUploads(LATER)).toEqual([waiting]);
  });
};
