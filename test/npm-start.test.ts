import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { examplePeriod } from '../local/examples/example-period.ts';
import { openStore } from '../local/open-store.ts';
import { startSystem } from '../local/system.ts';
import { summaryIsReady, waitFor } from '../local/upload-progress.ts';
import {
  accepted2021,
  final,
  PATIENCE,
  put,
  reportReady,
  returned2020,
  s3At,
} from './local-uploads.ts';

/* The script that people start: what it says, and what it does after a kill. */

const root = fileURLToPath(new URL('..', import.meta.url));
vi.setConfig({ testTimeout: 2 * PATIENCE });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-local-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('npm start', () => {
  let started: ChildProcess[];

  beforeEach(() => {
    started = [];
  });

  afterEach(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  const start = (dataFolder: string, ...args: string[]): Promise<Started> =>
    startWithExamples(dataFolder, '--no-examples', ...args);

  /** Starts the script on free ports; resolves with what it says until it is up, or has ended. */
  function startWithExamples(dataFolder: string, ...args: string[]): Promise<Started> {
    const script = path.join(root, 'local/start.ts');
    const child = spawn(process.execPath, [script, '--port=0', `--data=${dataFolder}`, ...args]);
    started.push(child);
    let said = '';
    const heard = (): string => said;
    return new Promise((resolve) => {
      const listen = (text: Buffer): void => {
        said += text;
        const endpoint = /endpoint\s+(http:\S+)/.exec(said)?.[1] ?? '';
        if (said.includes('Ctrl+C')) resolve({ child, said, heard, endpoint, exitCode: null });
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('close', (exitCode) => resolve({ child, said, heard, endpoint: '', exitCode }));
    });
  }

  interface Started {
    readonly child: ChildProcess;
    readonly said: string;
    /** What it has said by now. */
    readonly heard: () => string;
    readonly endpoint: string;
    readonly exitCode: number | null;
  }

  const killed = (child: ChildProcess): Promise<unknown> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    return gone;
  };

  test('what a kill interrupts is finished after the next start, and nothing is done twice', async () => {
    const dataFolder = path.join(folder, 'killed');
    const good = await accepted2021();
    const bad = await returned2020();
    const ids: string[] = [];
    // Killed at once, on the way, and near the end: whatever the machine's speed, work is under way.
    for (const delay of [0, 400, 1500]) {
      const { child, endpoint } = await start(dataFolder);
      const s3 = s3At(endpoint);
      ids.push(await put(s3, 'uploads/2021/LG-FGJ/自评表.xlsx', good));
      ids.push(await put(s3, 'uploads/2020/LG-GXJ/自评表.xlsx', bad));
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killed(child);
      s3.destroy();
    }

    const system = await startSystem({ dataFolder, log: () => {} });
    const store = openStore(system);
    const uploads = [];
    for (const id of ids) uploads.push(await final(store, id));
    const good2021 = uploads.filter(({ key }) => key.includes('2021'));

    expect(uploads.map(({ status }) => status)).toEqual([
      ...['accepted', 'returned', 'accepted', 'returned', 'accepted', 'returned'],
    ]);
    // A revision for each upload, and no more, however often it was begun.
    expect(good2021.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
    for (const upload of good2021) await reportReady(store, upload);
    await waitFor('summary', Date.now() + PATIENCE, async () =>
      (await summaryIsReady(store.submissions, '2021')) ? true : null,
    );
    store.close();
    await system.stop();
  });

  test('what a kill interrupts is announced after the next start, as one line each', async () => {
    const dataFolder = path.join(folder, 'announced');
    const first = await start(dataFolder);
    const s3 = s3At(first.endpoint);
    const body = await accepted2021();
    for (const name of ['a', 'b\n伪造：已接收\u001b[2J', 'c']) {
      await put(s3, `uploads/2021/LG-FGJ/${name}.xlsx`, body);
    }
    await killed(first.child);
    s3.destroy();
    const second = await start(dataFolder);

    const lines = () =>
      `${first.heard()}${second.heard()}`.split('\n').filter((line) => line.includes('：已接收'));
    await expect.poll(() => lines().length, { timeout: PATIENCE }).toBe(3);
    expect(lines().map((line) => line.split('.xlsx：')[0])).toEqual(
      expect.arrayContaining([
        'uploads/2021/LG-FGJ/a',
        'uploads/2021/LG-FGJ/b\\u000a伪造：已接收\\u001b[2J',
        'uploads/2021/LG-FGJ/c',
      ]),
    );
  });

  test('a first start shows a collection under way: sent, returned, reviewed, published', async () => {
    const dataFolder = path.join(folder, 'examples');
    const { child, heard } = await startWithExamples(dataFolder);
    await expect.poll(heard, { timeout: PATIENCE }).toContain('示例单位已就绪');
    await killed(child);

    const period = examplePeriod(new Date()).id;
    const system = await startSystem({ dataFolder, log: () => {} });
    const { submissions, close } = openStore(system);
    const heads = await submissions.headsOf(period);
    const states = heads.flatMap(({ review }) =>
      Object.values(review?.revisions ?? {}).map(({ state }) => state),
    );
    expect(states).toEqual(expect.arrayContaining(['published', 'approved', 'sent-back']));
    close();
    await system.stop();
  });

  test('a second start on the same data folder says so in one line, exit 2', async () => {
    const dataFolder = path.join(folder, 'shared');
    await start(dataFolder);
    const second = await start(dataFolder);

    expect(second.exitCode).toBe(2);
    expect(second.said.trim().split('\n')).toEqual([expect.stringMatching(/正在使用数据目录/)]);
  });

  test('a damaged data folder is told in one line, exit 2', async () => {
    const dataFolder = path.join(folder, 'damaged');
    await killed((await start(dataFolder)).child);
    await writeFile(path.join(dataFolder, 'tables/CURRENT'), 'garbage');
    const again = await start(dataFolder);

    expect(again.exitCode).toBe(2);
    expect(again.said.trim().split('\n')).toEqual([expect.stringMatching(/可能已损坏/)]);
  });

  test('a wrong argument is told in one line, exit 2', async () => {
    const { said, exitCode } = await start(path.join(folder, 'none'), '--prot=1');

    expect(exitCode).toBe(2);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/--help/)]);
  });
});
