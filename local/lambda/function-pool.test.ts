import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FunctionPool, functionPool } from './function-pool.ts';

let folder: string;
let pool: FunctionPool;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-pool-'));
  await mkdir(path.join(folder, 'bundle'));
});

afterEach(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

/** A pool of a function with this body; `event` and `context` are its parameters. */
async function poolOf(body: string, timeout = 60): Promise<FunctionPool> {
  const source = `export async function handler(event, context) { ${body} }`;
  await writeFile(path.join(folder, 'bundle/index.mjs'), source);
  pool = functionPool(
    {
      name: 'worker',
      folder: path.join(folder, 'bundle'),
      handler: 'index.handler',
      memoryMb: 128,
      timeout,
      environment: { TOLD: 'by the template' },
    },
    { AWS_REGION: 'cn-north-1' },
    folder,
  );
  return pool;
}

test('a function answers, with the environment of the template and no other', async () => {
  const worker = await poolOf('return { event, names: Object.keys(process.env).sort() };');

  expect(await worker.invoke({ asked: 1 })).toEqual({
    event: { asked: 1 },
    names: [
      'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
      'AWS_LAMBDA_FUNCTION_NAME',
      'AWS_REGION',
      'LAMBDA_TASK_ROOT',
      'TOLD',
      'TZ',
    ],
  });
});

test('a warm process is used again, two calls at once take two', async () => {
  const worker = await poolOf('return process.pid;');
  const first = await worker.invoke({});
  const second = await worker.invoke({});
  const together = await Promise.all([worker.invoke({}), worker.invoke({})]);

  expect(second).toBe(first);
  expect(new Set(together).size).toBe(2);
});

test('a handler that throws fails the call; the process goes on', async () => {
  const worker = await poolOf(
    'if (event.fail) throw new Error("no such row"); return process.pid;',
  );
  const before = await worker.invoke({});

  await expect(worker.invoke({ fail: true })).rejects.toMatchObject({
    message: expect.stringContaining('no such row'),
    died: false,
  });
  expect(await worker.invoke({})).toBe(before);
});

test('a process that dies fails its call alone; the next call gets another', async () => {
  const worker = await poolOf('if (event.die) process.exit(3); return process.pid;');
  const before = await worker.invoke({});

  await expect(worker.invoke({ die: true })).rejects.toMatchObject({
    message: expect.stringContaining('exit 3'),
    died: true,
  });
  expect(await worker.invoke({})).not.toBe(before);
});

test('a call beyond the timeout ends the process and all it started', async () => {
  const worker = await poolOf(
    `const { fork } = await import('node:child_process');
     const { writeFileSync } = await import('node:fs');
     const child = fork('forever.mjs', { stdio: 'ignore' });
     writeFileSync('child.pid', String(child.pid));
     for (;;) await new Promise((resolve) => setTimeout(resolve, 1000));`,
    2,
  );
  await writeFile(path.join(folder, 'bundle/forever.mjs'), 'setInterval(() => {}, 1000);');

  await expect(worker.invoke({})).rejects.toMatchObject({
    message: expect.stringContaining('超时'),
    died: true,
  });
  const pid = Number(await readFile(path.join(folder, 'bundle/child.pid'), 'utf8'));
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
});

test('what a function prints is in its log', async () => {
  const worker = await poolOf('console.log("row 9 returned");');
  await worker.invoke({});

  const log = path.join(folder, 'worker.log');
  await expect.poll(() => readFile(log, 'utf8'), { timeout: 30_000 }).toContain('row 9 returned');
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
