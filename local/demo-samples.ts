import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A sample workbook and where it is dropped. */
export interface Sample {
  /** Absolute path. */
  readonly file: string;
  readonly name: string;
  readonly period: string;
  readonly submitter: string;
}

const SAMPLES = fileURLToPath(new URL('../templates/samples', import.meta.url));

/**
 * Every `templates/samples/<period>/<submitter>/*.xlsx`. A submitter's files come in the order of
 * their names without the ending, so that `表.xlsx` comes before its correction `表（更正）.xlsx`.
 */
export function findSamples(): Sample[] {
  return foldersIn(SAMPLES)
    .filter((period) => /^\d{4}$/.test(period))
    .flatMap((period) =>
      foldersIn(path.join(SAMPLES, period)).flatMap((submitter) =>
        workbooksIn(path.join(SAMPLES, period, submitter)).map((name) => ({
          file: path.join(SAMPLES, period, submitter, name),
          name,
          period,
          submitter,
        })),
      ),
    );
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const workbooksIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$'))
    .sort((one, other) => (path.parse(one).name < path.parse(other).name ? -1 : 1));
