import { readFileSync } from 'node:fs';
import { read, type WorkBook } from '@e965/xlsx';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { judge } from '../../shared/judge.ts';
import type { ProjectRecord } from '../../shared/records/record.ts';
import { judgeContext } from '../judge-context.ts';
import { REGISTER } from '../rule-hits.ts';

/** A sample workbook and whose it is. */
export interface SampleFile {
  readonly period: string;
  readonly submitter: string;
  readonly name: string;
}

/** Every published table, the one with a wrong figure too. */
export const SAMPLE_FILES: readonly SampleFile[] = [
  { period: '2020', submitter: 'LG-GXJ', name: '2020年部门预算项目绩效自评表.xlsx' },
  { period: '2020', submitter: 'LG-GXJ', name: '2020年部门预算项目绩效自评表（更正）.xlsx' },
  { period: '2021', submitter: 'LG-FGJ', name: '2021年度部门预算项目绩效自评表.xlsx' },
];

/** The bytes of a sample. */
export const bytesOf = ({ period, submitter, name }: SampleFile): Uint8Array =>
  new Uint8Array(
    readFileSync(
      new URL(`../../templates/samples/${period}/${submitter}/${name}`, import.meta.url),
    ),
  );

/** A sample as the vendor's model, with its number formats. */
export const modelOf = (sample: SampleFile): WorkBook => read(bytesOf(sample), { cellNF: true });

/** What a file came to, but for the name of its sheet, which text formats do not have. */
export interface Outcome {
  readonly refused: string | null;
  /** Records with the row they stood in. */
  readonly records: readonly (Omit<ProjectRecord, 'source'> & { readonly row: number })[];
  /** `rule cell`, in reading order. */
  readonly findings: readonly string[];
}

/** Reads and judges a file as an upload of the sample's submitter. */
export async function outcomeOf(bytes: Uint8Array, sample: SampleFile): Promise<Outcome> {
  const workbook = await readWorkbook(bytes);
  const { findings, recordSet } = judge(
    workbook,
    judgeContext({ period: sample.period, submitter: sample.submitter, register: REGISTER }),
  );
  return {
    refused: workbook.ok ? null : workbook.refusal.kind,
    records: (recordSet?.records ?? []).map(({ source, ...record }) => ({
      ...record,
      row: source.row,
    })),
    findings: findings.map(({ rule, at }) => `${rule} ${at.cell}`),
  };
}
