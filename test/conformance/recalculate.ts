import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { outputOf } from './run-tool.ts';

/** A workbook without the results that its formulas had. */
export interface WithoutResults {
  readonly bytes: Uint8Array;
  readonly formulas: number;
}

/** What stands between a formula and the end of its cell: the result it had when it was written. */
const RESULT = /(<\/f>)(?:<v>[^<]*<\/v>)?(?=<\/c>)/g;

/** Takes the result of every formula out of an .xlsx, so that whoever opens it must compute it. */
export function withoutResults(bytes: Uint8Array): WithoutResults {
  let formulas = 0;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, part];
    const sheet = strFromU8(part);
    formulas += sheet.match(/<f[ >]/g)?.length ?? 0;
    return [name, strToU8(sheet.replace(RESULT, '$1'))];
  });
  return { bytes: zipSync(Object.fromEntries(parts)), formulas };
}

/**
 * Has LibreOffice open workbooks and write them again, in the same order. `format` is what
 * `--convert-to` takes: an ending, or an ending with filter and options after a colon.
 */
export async function throughLibreOffice(
  workbooks: readonly Uint8Array[],
  format = 'xlsx',
): Promise<readonly Uint8Array[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-workbooks-'));
  try {
    const names = workbooks.map((_, index) => `${index}.xlsx`);
    for (const [index, bytes] of workbooks.entries()) {
      writeFileSync(path.join(folder, `${index}.xlsx`), bytes);
    }
    await outputOf('soffice', [
      // A profile of its own: LibreOffice runs once a profile, and a user may have theirs open.
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
      '--headless',
      ...['--convert-to', format, '--outdir', path.join(folder, 'out')],
      ...names.map((name) => path.join(folder, name)),
    ]);
    const [ending] = format.split(':');
    return names.map((_, index) => readFileSync(path.join(folder, 'out', `${index}.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
