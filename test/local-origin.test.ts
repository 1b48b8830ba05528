import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hashPassword } from '../functions/api/identity/passwords.ts';
import { openStore, seedSamples } from '../local/open-store.ts';
import { type Endpoints, type RunningSystem, startSystem } from '../local/system.ts';

/* The real system through the one origin that browsers see: sign in, send, wait, download. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const UNIT = '/api/periods/2021/units/LG-FGJ';
const FILE_NAME = '2021年度部门预算项目绩效自评表.xlsx';
const SAMPLE = fileURLToPath(
  new URL(`../templates/samples/2021/LG-FGJ/${FILE_NAME}`, import.meta.url),
);
/** Cheap to check, as no real password's may be. */
const CHEAP = { logN: 4, r: 8, p: 1 };

let folder: string;
let system: RunningSystem;
let sample: Buffer;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-origin-'));
  sample = await readFile(SAMPLE);
  system = await startSystem({
    dataFolder: folder,
    log: () => {},
    async prepare(endpoints) {
      await seedSamples(endpoints);
      await addAccounts(endpoints);
    },
  });
  token = await signIn('fgj');
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

/** One person of the unit that sends, one of another. */
async function addAccounts(endpoints: Endpoints): Promise<void> {
  const { accounts, close } = openStore(endpoints);
  for (const [name, unit] of [
    ['fgj', 'LG-FGJ'],
    ['gxj', 'LG-GXJ'],
  ] as const) {
    await accounts.addAccount({
      name,
      person: '李四',
      groups: ['unit'],
      units: [unit],
      passwordHash: await hashPassword(`${name}-secret`, CHEAP),
      mustChangePassword: false,
      version: 1,
      isDisabled: false,
    });
  }
  close();
}

const jsonOf = async <Body>(answer: Response): Promise<Body> => (await answer.json()) as Body;

const ask = (target: string, { bearer = token, ...init }: RequestInit & { bearer?: string } = {}) =>
  fetch(`${system.portal}${target}`, {
    redirect: 'manual',
    ...init,
    headers: { authorization: `Bearer ${bearer}`, ...init.headers },
  });

async function signIn(account: string): Promise<string> {
  const answer = await fetch(`${system.portal}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: `${account}-secret` }),
  });
  expect(answer.status).toBe(200);
  return (await jsonOf<{ token: string }>(answer)).token;
}

/** How far an upload is; a fresh one states where to ask as its status. */
interface Settled {
  readonly status: string;
  readonly isSettled: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Link {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks until there is nothing more to come. */
async function settled(address: string): Promise<Settled> {
  for (;;) {
    const state = await jsonOf<Settled>(await ask(`${address}?waitSeconds=20`));
    if (state.isSettled) return state;
  }
}

describe('a file sent through the API', () => {
  let state: Settled;

  beforeAll(async () => {
    const fileName = encodeURIComponent(FILE_NAME);
    const answer = await ask(`${UNIT}/uploads?confirmed=true&fileName=${fileName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(sample),
    });
    expect(answer.status).toBe(201);
    state = await settled((await jsonOf<Settled>(answer)).status);
  });

  test('is accepted, and its report comes back byte by byte', async () => {
    expect(state.status).toBe('accepted');
    const report = await ask(String(state.outputs['report']));
    const bytes = Buffer.from(await report.arrayBuffer());

    expect(report.headers.get('content-type')).toBe('application/pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1').trimEnd()).toMatch(/%%EOF$/);
  });

  test('has a link to the bucket for whoever needs no token, and the page may follow it', async () => {
    const link = await ask(`${state.outputs['report']}?as=link`);
    const { url } = await jsonOf<Link>(link);
    const report = await fetch(url, { headers: { origin: String(system.portal) } });

    expect(report.headers.get('access-control-allow-origin')).not.toBeNull();
    expect((await report.text()).slice(0, 5)).toBe('%PDF-');
    // The policy of the pages lets them ask there.
    const policy = (await ask('/')).headers.get('content-security-policy');
    expect(policy).toMatch(new RegExp(`connect-src 'self' ${new URL(url).host}`));
  });

  test('is not there for another unit', async () => {
    const bearer = await signIn('gxj');
    expect((await ask(String(state.outputs['report']), { bearer })).status).toBe(404);
  });
});

test('a larger file goes to the bucket by a form, and is told of to the API', async () => {
  const link = await ask(`${UNIT}/uploads/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: '大.xlsx', size: sample.length, confirmed: true }),
  });
  expect(link.status).toBe(200);
  const { url, fields } = await jsonOf<Link>(link);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(sample)]), '大.xlsx');
  const origin = String(system.portal);
  const posted = await fetch(url, { method: 'POST', body: form, headers: { origin } });

  expect(posted.status).toBe(204);
  expect(posted.headers.get('access-control-expose-headers')).toContain('x-amz-version-id');
  const versionId = posted.headers.get('x-amz-version-id');
  const told = await ask(`${UNIT}/uploads/posted`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: '大.xlsx', versionId }),
  });
  expect(told.status).toBe(201);
  expect((await settled((await jsonOf<Settled>(told)).status)).status).toBe('accepted');
});

test.each([
  ['/api/nothing', 404, 'application/problem+json'],
  ['/api', 503, 'text/html'],
])('%s is answered by %i %s', async (target, status, type) => {
  const answer = await ask(target);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain(type);
});
