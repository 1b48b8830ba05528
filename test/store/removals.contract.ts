import { expect, test } from 'vitest';
import { receivedUpload } from '../../shared/upload-id.ts';
import { acceptedOutcome, currentRevision, projectRecord, uploadEvent } from '../sample-uploads.ts';
import type { StoreContract } from './contract.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const first = { ...submission, revision: 1 };
const NOON = '2022-03-01T12:00:00.000Z';
const LATER = '2022-03-01T12:10:00.000Z';
const note = { at: LATER, by: '王科', reason: '误传', keyHash: 'c'.repeat(64) };
const accepted = { outcome: acceptedOutcome(), accepted: currentRevision() };
const latest = {
  uploadId: 'upload-1',
  order: '1',
  revision: 1,
  status: 'accepted' as const,
  duplicateOf: null,
  outputs: {},
};

/** What every store promises of a purge. */
export const removalsContract: StoreContract = (store) => {
  const record = () => store().recordUpload(receivedUpload(uploadEvent()), NOON);

  test('purgeUpload: a line without name and content is left; the first note stands', async () => {
    const received = await record();
    const upload = await store().finishUpload(received.id, 1, acceptedOutcome());
    const purged = await store().purgeUpload(upload, note);
    expect(purged).toMatchObject({
      ...{ id: upload.id, submission, revision: 1, eventTime: upload.eventTime },
      ...{ status: 'purged', key: '', versionId: '', size: 0, contacts: [], purge: note },
      outcome: { status: 'purged', sha256: 'a'.repeat(64), outputs: {}, rows: 0 },
    });
    expect(await store().upload(upload.id)).toEqual(purged);
    expect(await store().purgeUpload(upload, { ...note, by: '李科' })).toEqual(purged);
    expect(await store().uploadsOf(submission)).toEqual([purged]);
  });

  test('purgeUpload: what was not final waits no more, and no later status replaces it', async () => {
    const upload = await record();
    const purged = await store().purgeUpload({ ...upload, revision: 1 }, note);
    expect(purged).toMatchObject({ status: 'purged', outcome: { sha256: null } });
    expect(await store().unfinishedUploads(LATER)).toEqual([]);
    expect(await store().finishUpload(upload.id, 1, acceptedOutcome())).toEqual(purged);
    await store().keepContacts(upload.id, [
      { role: '填表人', text: '张三', at: { sheet: '表', cell: 'A1', row: 1, column: 'A' } },
    ]);
    await store().recordUpload(receivedUpload(uploadEvent()), LATER);
    expect(await store().upload(upload.id)).toEqual(purged);
  });

  test('revisionsOf: every revision by number, with what it was compared with', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().reserveRevision(submission, 'upload-2');
    const compared = { before: 1, lastYear: null, basis: 'b' };
    await store().compareWith({ ...submission, revision: 2 }, compared);
    expect(await store().revisionsOf(submission)).toEqual([
      { ...(await store().revision(first)), comparedWith: null },
      { ...(await store().revision({ ...submission, revision: 2 })), comparedWith: compared },
    ]);
    expect(await store().revisionsOf({ ...submission, submitter: 'LG-GXJ' })).toEqual([]);
  });

  test('purgeRevision: the number stays taken, decided as purged, and no report comes', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().compareWith(first, { before: null, lastYear: 3, basis: 'b' });
    await store().decide(first, accepted, NOON);
    await store().purgeRevision(first, 'd'.repeat(64));
    const [purged] = await store().revisionsOf(submission);
    expect(purged).toMatchObject({
      ...{ uploadId: 'upload-1', comparedWith: null },
      verdict: { outcome: { status: 'purged', sha256: 'd'.repeat(64) }, accepted: null },
      report: { state: 'none', file: null, sha256: null, asked: 0 },
    });
    expect((await store().decide(first, accepted, NOON)).outcome.status).toBe('purged');
    await store().reportReady(first, { file: 'report.pdf', sha256: 'e'.repeat(64) });
    expect((await store().revision(first))?.report.state).toBe('none');
    expect(await store().overdueReports(LATER)).toEqual([]);
    expect(await store().reserveRevision(submission, 'upload-2')).toBe(2);
  });

  test('removeRecords: all rows of the revision, and no other’s', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => projectRecord(index + 1));
    await store().saveRecords(first, rows);
    await store().saveRecords({ ...submission, revision: 2 }, rows.slice(0, 2));
    await store().removeRecords(first);
    await store().removeRecords(first);
    await expect(store().recordsOf(first, 1)).rejects.toThrow();
    expect(await store().recordsOf({ ...submission, revision: 2 }, 2)).toEqual(rows.slice(0, 2));
  });

  test('barFromHead: taken off the head, and never on it again; an older one may be', async () => {
    await store().moveLatest(submission, latest);
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    await store().barFromHead(submission, 'upload-1');
    await store().barFromHead(submission, 'upload-1');
    const empty = { ...submission, latest: null, current: null };
    expect(await store().head(submission)).toEqual(empty);
    await store().moveLatest(submission, latest);
    expect(await store().moveCurrent(submission, currentRevision({ order: '1' }))).toBe(
      'overtaken',
    );
    expect(await store().head(submission)).toEqual(empty);
    const older = currentRevision({ uploadId: 'upload-0', order: '0' });
    expect(await store().moveCurrent(submission, older)).toBe('moved');
    await store().moveLatest(submission, { ...latest, uploadId: 'upload-0', order: '0' });
    expect(await store().head(submission)).toMatchObject({
      latest: { uploadId: 'upload-0' },
      current: { uploadId: 'upload-0' },
    });
  });

  test('barFromHead: before there is a head, and beside another upload', async () => {
    await store().barFromHead(submission, 'upload-1');
    await store().moveLatest(submission, { ...latest, uploadId: 'upload-2', order: '2' });
    await store().barFromHead(submission, 'upload-3');
    await store().moveLatest(submission, { ...latest, order: '3' });
    expect((await store().head(submission))?.latest?.uploadId).toBe('upload-2');
    expect(await store().headsOf('2021')).toHaveLength(1);
  });

  test('renewSummary: one generation further each time; nothing for an unknown period', async () => {
    await store().putPeriods([{ id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' }]);
    await store().renewSummary('2021');
    await store().renewSummary('2021');
    await store().renewSummary('1999');
    expect((await store().summaryState('2021'))?.generation).toBe(2);
    expect(await store().summaryState('1999')).toBeNull();
  });
};
