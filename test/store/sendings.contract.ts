import { expect, test } from 'vitest';
import type { Sendings, SentUpload } from '../../shared/store/sendings.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const NOON = '2022-03-01T12:00:00.000Z';
const zhang = { name: '张三', at: NOON };
const sent: SentUpload = {
  uploadId: 'upload-1',
  submission,
  bucket: 'uploads',
  key: 'uploads/2021/LG-FGJ/表.xlsx',
  versionId: 'v1',
  size: 3,
  sha256: null,
  sub: 'zhang',
  name: '张三',
  via: 'api',
  confirmedAt: NOON,
  sentAt: NOON,
};
const request = { sub: 'zhang', key: 'k-1', digest: 'd', uploadId: 'upload-1', at: NOON };

/** What every store promises of files on their way. */
export function sendingsContract(store: () => Sendings): void {
  test('takeTurn: one of those who read the same', async () => {
    expect(await store().lastSending(submission)).toBeNull();
    const taken = await Promise.all([1, 2, 3].map(() => store().takeTurn(submission, 0, zhang)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store().lastSending(submission)).toEqual({ number: 1, taken: zhang, last: null });
    expect(await store().takeTurn(submission, 0, zhang)).toBe(false);
    expect(await store().takeTurn(submission, 1, zhang)).toBe(true);
    expect(await store().takeTurn({ ...submission, submitter: 'LG-GXJ' }, 0, zhang)).toBe(true);
  });

  test('endTurn, sent: what was sent last, and nobody is sending', async () => {
    await store().takeTurn(submission, 0, zhang);
    await store().endTurn(sent);
    const last = { uploadId: 'upload-1', ...zhang };
    expect(await store().lastSending(submission)).toEqual({ number: 1, taken: null, last });
    expect(await store().sent('upload-1')).toEqual(sent);
    expect(await store().sent('upload-2')).toBeNull();
  });

  test('endTurn: also for what was sent without a turn', async () => {
    await store().endTurn(sent);
    const last = { uploadId: 'upload-1', ...zhang };
    expect(await store().lastSending(submission)).toEqual({ number: 0, taken: null, last });
    expect(await store().takeTurn(submission, 0, zhang)).toBe(true);
  });

  test('giveTurnBack: one’s own alone', async () => {
    await store().takeTurn(submission, 0, zhang);
    await store().giveTurnBack(submission, 1);
    expect(await store().lastSending(submission)).toEqual({ number: 1, taken: null, last: null });
    await store().takeTurn(submission, 1, zhang);
    await store().giveTurnBack(submission, 1);
    expect((await store().lastSending(submission))?.taken).toEqual(zhang);
  });

  test('request, keepRequest: the first one stands, for its caller alone', async () => {
    expect(await store().request('zhang', 'k-1')).toBeNull();
    await store().keepRequest(request);
    await store().keepRequest({ ...request, uploadId: 'upload-2' });
    expect(await store().request('zhang', 'k-1')).toEqual(request);
    expect(await store().request('li', 'k-1')).toBeNull();
  });

  test('receiptCode, makeReceiptCode: the first one stands for good', async () => {
    expect(await store().receiptCode('upload-1')).toBeNull();
    expect(await store().makeReceiptCode('upload-1', 'code-1')).toBe('code-1');
    expect(await store().makeReceiptCode('upload-1', 'code-2')).toBe('code-1');
    expect(await store().receiptCode('upload-1')).toBe('code-1');
    expect(await store().receiptCode('upload-2')).toBeNull();
  });
}
