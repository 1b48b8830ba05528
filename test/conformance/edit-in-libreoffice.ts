import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { outputOf } from './run-tool.ts';

/** What a clerk does to the first sheet; rows count from 1. */
export type Edit =
  | readonly ['set', cell: string, value: string | number]
  | readonly ['insert' | 'delete', row: number]
  | readonly ['copy', range: string, cell: string]
  | readonly ['sort', range: string, column: number, descending: boolean]
  | readonly ['height', row: number, hundredthsOfMillimetre: number];

const FILTERS = {
  xlsx: 'Calc MS Excel 2007 XML',
  xls: 'MS Excel 97',
  ods: 'calc8',
} as const;

/** What clerks save tables as. */
export type SavedAs = keyof typeof FILTERS;

/** Every kind, in the order in which they are listed. */
export const SAVED_AS: readonly SavedAs[] = ['xlsx', 'xls', 'ods'];

const SCRIPT = fileURLToPath(new URL('edit_in_libreoffice.py', import.meta.url));

/** Opens a workbook in LibreOffice, edits its first sheet, and saves it as each kind. */
export async function editInLibreOffice(
  workbook: Uint8Array,
  edits: readonly Edit[],
): Promise<Readonly<Record<SavedAs, Uint8Array>>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-edit-'));
  const at = (name: string): string => path.join(folder, name);
  try {
    writeFileSync(at('template.xlsx'), workbook);
    const job = {
      workbook: pathToFileURL(at('template.xlsx')).href,
      // A profile of its own: LibreOffice runs once a profile, and a user may have theirs open.
      profile: pathToFileURL(at('profile')).href,
      edits,
      saves: SAVED_AS.map((kind) => ({
        file: pathToFileURL(at(`edited.${kind}`)).href,
        filter: FILTERS[kind],
      })),
    };
    writeFileSync(at('job.json'), JSON.stringify(job));
    // The distribution's Python has LibreOffice's bridge; a virtual environment would not.
    await outputOf('/usr/bin/python3', [SCRIPT, at('job.json')]);
    const saved = SAVED_AS.map((kind) => [kind, readFileSync(at(`edited.${kind}`))]);
    return Object.fromEntries(saved);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
