import type { OutputName } from '../../functions/api/schemas.ts';

/** What the key of an output names: something made of a revision, or a file of a summary. */
export type OutputPlace =
  | {
      readonly kind: 'revision';
      readonly period: string;
      readonly unit: string;
      readonly revision: number;
      readonly name: OutputName;
    }
  | { readonly kind: 'summary'; readonly period: string; readonly file: string };

/** File name of each output in the folder of its revision. */
const FILES: Readonly<Record<string, OutputName>> = {
  'report.pdf': 'report',
  'stamped.pdf': 'stamped',
  'feedback.xlsx': 'feedback',
  'corrected.xlsx': 'corrected',
  'findings.json': 'findings',
  'records.json': 'records',
};

/** Outputs that an attempt wrote into a folder of its own are told by their revision, too. */
const OF_REVISION =
  /^submissions\/(?<period>\d{4})\/(?<unit>[A-Z0-9-]+)\/(?<revision>\d+)\/(?:[^/]+\/)?(?<file>[^/]+)$/;
const OF_SUMMARY = /^summaries\/(?<period>\d{4})\/(?<file>.+)$/;

/** What a key of the outputs bucket names; null for what is no key. */
export function outputPlace(key: string): OutputPlace | null {
  const { period = '', unit = '', revision, file = '' } = OF_REVISION.exec(key)?.groups ?? {};
  const name = FILES[file];
  if (revision !== undefined) {
    return name === undefined
      ? null
      : { kind: 'revision', period, unit, revision: Number(revision), name };
  }
  const summary = OF_SUMMARY.exec(key)?.groups;
  return summary === undefined
    ? null
    : { kind: 'summary', period: summary['period'] ?? '', file: summary['file'] ?? '' };
}
