import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { sampleWorkbooks } from './sample-workbooks.ts';

/*
 * npm run samples: writes the sample workbooks beside this file. A test holds the committed files
 * against it byte by byte.
 */

const samples = fileURLToPath(new URL('.', import.meta.url));

for (const { path: below, model } of sampleWorkbooks()) {
  const file = path.join(samples, below);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await writeWorkbook(model));
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
}
