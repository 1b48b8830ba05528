import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A published table as it was typed from the official document. */
export interface SampleTable {
  /** The fiscal year, also the form's. */
  readonly form: string;
  readonly title: string;
  readonly attachment: string | null;
  readonly department: string;
  readonly unit: string;
  /** Field of the form (`seq` for the serial) → text as published, null where the cell is blank. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/** The published tables, by the names of their files under `data/`. */
export type SampleName = '2020-LG-GXJ' | '2021-LG-FGJ';

/** Reads a published table. */
export function sampleTable(name: SampleName): SampleTable {
  const file = fileURLToPath(new URL(`./data/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as SampleTable;
}

/** What a row of a published table says for a field of its form; empty when blank. */
export const sampleText = (row: SampleTable['rows'][number], field: string): string =>
  row[field === 'serial' ? 'seq' : field] ?? '';
