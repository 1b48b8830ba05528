import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { childReader } from './child-reader.ts';

const tooHeavy = (why: string) => ({ ok: false, refusal: { kind: 'too-heavy', why } });
const SAMPLE = new URL(
  '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
  import.meta.url,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reader-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A child of the test's own: what it does with the text it is handed. */
async function childThat(does: string): Promise<string> {
  const file = path.join(folder, `${crypto.randomUUID()}.mjs`);
  const source = `process.on('message', ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    ${does}
  });
  process.send({ kind: 'ready' });`;
  await writeFile(file, source);
  return file;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const GENEROUS = { heapMegabytes: 256, milliseconds: 50_000 };
const echo = `process.send({ kind: 'read', result: text });`;

describe('the reader in a child process', () => {
  test('reads a workbook as it is read here', async () => {
    const bytes = new Uint8Array(await readFile(SAMPLE));
    const reader = childReader(GENEROUS);
    expect(await reader.read(bytes)).toEqual(await readWorkbook(bytes));
    expect(await reader.read(new Uint8Array())).toEqual(await readWorkbook(new Uint8Array()));
  });

  test('keeps one child for file after file, and reads those handed in at once in turn', async () => {
    const file = await childThat(`process.send({ kind: 'read', result: text + process.pid });`);
    const reader = childReader(GENEROUS, file);
    const [a, b] = await Promise.all([reader.read(bytesOf('')), reader.read(bytesOf(''))]);
    expect(a).toEqual(b);
  });

  test('finds a file too heavy that takes too long, and reads the next one', async () => {
    const file = await childThat(`if (text !== 'endless') { ${echo} }`);
    const reader = childReader({ ...GENEROUS, milliseconds: 3_000 }, file);
    expect(await reader.read(bytesOf('endless'))).toEqual(tooHeavy('time'));
    expect(await reader.read(bytesOf('good'))).toBe('good');
  });

  test('finds a file too heavy that exhausts the memory, and reads the next one', async () => {
    const file = await childThat(
      `if (text === 'bomb') for (const cells = []; ; ) cells.push(Array(1000).fill({}));
       ${echo}`,
    );
    const reader = childReader({ ...GENEROUS, heapMegabytes: 16 }, file);
    const [bomb, good] = await Promise.all([
      reader.read(bytesOf('bomb')),
      reader.read(bytesOf('good')),
    ]);
    expect([bomb, good]).toEqual([tooHeavy('memory'), 'good']);
  });

  test('may be started before there is a file, and is the one that reads it', async () => {
    const file = await childThat(`process.send({ kind: 'read', result: process.pid });`);
    const reader = childReader(GENEROUS, file);
    reader.start();
    reader.start();
    const first = await reader.read(bytesOf(''));
    expect(await reader.read(bytesOf(''))).toBe(first);
  });

  test('tells a start that failed early to whoever reads, and tries again', async () => {
    const file = path.join(folder, 'late.mjs');
    const reader = childReader(GENEROUS, file);
    reader.start();
    await expect(reader.read(bytesOf(''))).rejects.toThrow(/the reader ended at its start/);
    await writeFile(
      file,
      `process.on('message', () => process.send({ kind: 'read', result: 'good' }));
       process.send({ kind: 'ready' });`,
    );
    expect(await reader.read(bytesOf(''))).toBe('good');
  });

  test('throws for a fault of the reader: that is not the file’s', async () => {
    const file = await childThat(`process.send({ kind: 'fault', stack: 'at line 1' });`);
    await expect(childReader(GENEROUS, file).read(bytesOf(''))).rejects.toThrow(/at line 1/);
  });

  test('throws when the child cannot start', async () => {
    const file = path.join(folder, 'broken.mjs');
    await writeFile(file, 'throw new Error("no such module");');
    await expect(childReader(GENEROUS, file).read(bytesOf(''))).rejects.toThrow(/no such module/);
  });

  test('hands the child no credentials', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';
    const file = await childThat(
      `process.send({ kind: 'read', result: process.env.AWS_SECRET_ACCESS_KEY ?? 'none' });`,
    );
    expect(await childReader(GENEROUS, file).read(bytesOf(''))).toBe('none');
    delete process.env['AWS_SECRET_ACCESS_KEY'];
  });
});
