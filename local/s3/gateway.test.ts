import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Bucket, startTestGateway, type TestGateway } from './gateway-for-tests.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

beforeEach(() => {
  gateway.told.length = 0;
});

afterAll(() => gateway.stop());

describe('events', () => {
  test('name the version, its time and the form-encoded key, in order', async () => {
    const first = await gateway.put('uploads/2021/A/一 表+1.xlsx', 'one');
    const second = await gateway.put('uploads/2021/A/一 表+1.xlsx', 'two!');
    await gateway.toldOf(2);

    expect(
      gateway.told.map(({ queue, event }) => [queue, event.eventName, event.s3.object]),
    ).toMatchObject([
      [
        'intake',
        'ObjectCreated:Put',
        {
          key: 'uploads/2021/A/%E4%B8%80+%E8%A1%A8%2B1.xlsx',
          versionId: first.VersionId,
          size: 3,
        },
      ],
      ['intake', 'ObjectCreated:Put', { versionId: second.VersionId, size: 4 }],
    ]);
    const [one, two] = gateway.told.map(({ event }) => event);
    expect(String(one?.eventTime) < String(two?.eventTime)).toBe(true);
    expect(String(one?.s3.object.sequencer) < String(two?.s3.object.sequencer)).toBe(true);
  });

  test('are not sent for keys outside the prefix', async () => {
    await gateway.put('elsewhere/a', 'a');
    await gateway.put('uploads/b', 'b');
    await gateway.toldOf(1);

    expect(gateway.told.map(({ event }) => event.s3.object.key)).toEqual(['uploads/b']);
  });
});

describe('forms', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  const ANY_NAME = 'uploads/2021/A/${filename}';

  async function post(fileName: string, content: string, key = ANY_NAME) {
    const { url, fields } = await createPresignedPost(gateway.s3, {
      Bucket,
      Key: key,
      Conditions: [['content-length-range', 1, 20]],
      Expires: 60,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([content]), fileName);
    return { url, form };
  }

  test('a form within its policy is stored under the name of its file', async () => {
    const { url, form } = await post('自评表.xlsx', 'workbook');
    const answer = await fetch(url, { method: 'POST', body: form });

    expect(answer.status).toBe(204);
    expect(answer.headers.get('x-amz-version-id')).toBeTruthy();
    expect(await gateway.textOf('uploads/2021/A/自评表.xlsx')).toBe('workbook');
    await gateway.toldOf(1);
    expect(gateway.told[0]?.event.eventName).toBe('ObjectCreated:Post');
  });

  test.each([
    ['a file beyond the size', 'x'.repeat(21), (_form: FormData) => {}, 400, 'EntityTooLarge'],
    ['an empty file', '', (_form: FormData) => {}, 400, 'EntityTooSmall'],
    [
      'another prefix',
      'x',
      (form: FormData) => form.set('key', 'summaries/x'),
      403,
      'AccessDenied',
    ],
    ['a field not agreed', 'x', (form: FormData) => form.set('acl', 'public'), 403, 'AccessDenied'],
    ['no policy at all', 'x', (form: FormData) => form.delete('Policy'), 403, 'AccessDenied'],
  ])('%s is refused and nothing is kept', async (_what, content, spoil, status, code) => {
    const { url, form } = await post('refused.xlsx', content);
    const file = form.get('file') as File;
    form.delete('file');
    spoil(form);
    form.set('file', file);
    const answer = await fetch(url, { method: 'POST', body: form });

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
    await expect(gateway.textOf('uploads/2021/A/refused.xlsx')).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.endpoint}/${Bucket}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('an allowed one may post and read the answer', async () => {
    const answer = await preflight('https://portal.example.cn');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://portal.example.cn');
  });

  test('another one is refused', async () => {
    expect((await preflight('https://example.org')).status).toBe(403);
  });
});

test('a link whose time is over is refused', async () => {
  await gateway.put('linked', 'x');
  const signed = 'X-Amz-Date=20200101T000000Z&X-Amz-Expires=60';

  expect((await fetch(`${gateway.endpoint}/${Bucket}/linked?${signed}`)).status).toBe(403);
});

test('a link may say the name under which the object is saved', async () => {
  await gateway.put('named', 'x');
  const disposition = "attachment; filename*=UTF-8''%E8%A1%A8.pdf";
  const query = new URLSearchParams({ 'response-content-disposition': disposition });
  const answer = await fetch(`${gateway.endpoint}/${Bucket}/named?${query}`);

  expect(answer.headers.get('content-disposition')).toBe(disposition);
});
