import { beforeEach, expect, test } from 'vitest';
import { type ApiWorld, makeApiWorld, type Person } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { ProblemDocument } from './schemas.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

const FOR_FGJ = 'fileName=a.xlsx&confirmed=true&period=2021&unit=LG-FGJ';

const draft = (who: Person | null, rows: FileRows | 'JPEG', query = FOR_FGJ): Promise<Response> =>
  world.ask(who, `/api/draft?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: JSON.stringify(rows),
  });
const kindIn = async (response: Response): Promise<string> =>
  ((await response.json()) as ProblemDocument).type.split('/').at(-1) ?? '';

/** A rate that is wrong: the file would be returned. */
const WRONG = [{ projectName: '甲', executionRate: 0.5 }];

test('a file is printed as a draft, whatever is found in it, under the name of the register', async () => {
  const answer = await draft('zhang', WRONG);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(await answer.json()).toEqual(['草稿', '深圳市龙岗区发展和改革局', '甲']);
});

test('nothing of it is kept, announced or logged', async () => {
  await draft('zhang', WRONG);
  expect([world.outputs.size, world.uploads.size, world.messages.length]).toEqual([0, 0, 0]);
  expect(JSON.stringify(world.logged)).not.toContain('a.xlsx');
});

test('without a unit and a year the sheet says', async () => {
  const answer = await draft('cai', WRONG, 'fileName=a.xlsx&confirmed=true');
  expect(await answer.text()).toContain('甲');
});

test.each([
  ['what is no table', 'JPEG', FOR_FGJ, 'not-printable'],
  ['what is marked as secret', WRONG, FOR_FGJ.replace('a.xlsx', '机密★5年.xlsx'), 'not-printable'],
  ['too many projects', Array.from({ length: 1001 }, () => ({})), FOR_FGJ, 'draft-too-large'],
  ['too much text', [{ annualGoal: '字'.repeat(1_000_001) }], FOR_FGJ, 'draft-too-large'],
  ['a file that nobody confirmed', WRONG, 'fileName=a.xlsx', 'not-confirmed'],
  ['another unit', WRONG, FOR_FGJ.replace('LG-FGJ', 'LG-GXJ'), 'not-yours'],
] as const)('%s is not printed', async (_, rows, query, problem) => {
  expect(await kindIn(await draft('zhang', rows as FileRows, query))).toBe(problem);
});

test('each may ask for some in a row, then has to wait', async () => {
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) statuses.push((await draft('li', [{}])).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await draft('zhang', [{}])).status).toBe(200);
});

test('what no font has is not printed, either', async () => {
  Object.assign(world.ports.judge, { canPrint: (point: number) => point !== 0x10fffd });
  const answer = await draft('zhang', [{ projectName: '甲\u{10FFFD}' }]);
  expect(await kindIn(answer)).toBe('not-printable');
});
