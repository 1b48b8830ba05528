import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Outputs } from '../functions/s3-files.ts';
import type { SummaryOutputs } from '../shared/ports.ts';
import { Bucket, startTestGateway, type TestGateway } from './s3/gateway-for-tests.ts';

/* What a summary needs of its bucket, over S3's own protocol. */

let gateway: TestGateway;
let outputs: SummaryOutputs;

beforeAll(async () => {
  gateway = await startTestGateway();
  outputs = s3Outputs(gateway.s3, Bucket);
});

afterAll(() => gateway.stop());

const FILE = {
  contentType: 'text/csv; charset=utf-8',
  downloadName: '2021年度汇总表.csv',
  lasting: false,
};
const PIECE = 1024 * 1024;

async function* pieces(count: number, failsAt = Number.POSITIVE_INFINITY) {
  for (let piece = 0; piece < count; piece += 1) {
    if (piece === failsAt) throw new Error('the rows do not come');
    yield new Uint8Array(PIECE).fill(piece);
  }
}

const lies = (Key: string): Promise<boolean> =>
  gateway.s3.send(new HeadObjectCommand({ Bucket, Key })).then(
    () => true,
    () => false,
  );

describe('an output that comes piece by piece', () => {
  test.each([0, 1, 12])('%i MiB arrive as they were', async (count) => {
    const key = `summaries/2021/${count}.csv`;
    await outputs.streamOutput(key, pieces(count), FILE);
    const bytes = await outputs.readOutput(key);
    expect(bytes).toHaveLength(count * PIECE);
    for (let piece = 0; piece < count; piece += 1) expect(bytes[piece * PIECE]).toBe(piece);
  });

  test.each([2, 9])('one whose source fails after %i MiB lies nowhere', async (failsAt) => {
    const key = `summaries/2021/failed-${failsAt}.csv`;
    await expect(outputs.streamOutput(key, pieces(12, failsAt), FILE)).rejects.toThrow(
      'the rows do not come',
    );
    expect(await lies(key)).toBe(false);
  });
});

test('a copy is handed out as its original is', async () => {
  await outputs.streamOutput('summaries/2021/00000001.csv', pieces(1), FILE);
  await outputs.copyOutput('summaries/2021/00000001.csv', 'summaries/2021/summary.csv');
  const copy = await gateway.s3.send(
    new GetObjectCommand({ Bucket, Key: 'summaries/2021/summary.csv' }),
  );
  expect(copy.ContentType).toBe(FILE.contentType);
  expect(copy.ContentDisposition).toContain(encodeURIComponent(FILE.downloadName));
  expect((await copy.Body?.transformToByteArray())?.length).toBe(PIECE);
});

test('every key below a prefix is found, page after page, and no other', async () => {
  const bytes = new Uint8Array(1);
  const keys = Array.from(
    { length: 1_005 },
    (_, index) => `summaries/2020/details/BM-${String(index).padStart(4, '0')}/0001-v1.xlsx`,
  );
  for (const key of [...keys, 'summaries/2020/summary.xlsx']) {
    await outputs.writeOutput(key, bytes, FILE);
  }
  const found: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<SummaryOutputs['pageOfOutputs']>> = await outputs.pageOfOutputs(
      'summaries/2020/details/',
      after,
    );
    found.push(...page.keys);
    after = page.next;
    pages += 1;
  } while (after !== null);
  expect(found).toEqual(keys);
  expect(pages).toBe(2);
});
