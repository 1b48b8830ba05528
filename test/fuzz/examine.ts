import process from 'node:process';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { type JudgeContext, type Judgement, judge } from '../../shared/judge.ts';
import { PERIODS } from '../../templates/periods.ts';
import { REGISTER } from '../rule-hits.ts';
import { cellProblems } from './check-cells.ts';
import { findingProblems } from './check-findings.ts';
import { type Judged, meaningProblems } from './check-meaning.ts';
import { outputProblems } from './check-outputs.ts';
import { recordProblems } from './check-records.ts';
import type { Mutation } from './mutation.ts';
import { type Source, sourceIn } from './sources.ts';

/** What is examined: the product, or in a test of the checks the product with something broken. */
export interface Product {
  readonly read: (bytes: Uint8Array) => Promise<ReadResult>;
  readonly judge: (read: ReadResult, context: JudgeContext) => Judgement;
}

export const PRODUCT: Product = { read: readWorkbook, judge };

/** What a file came to. */
export interface Examined {
  /** Nothing when all holds. */
  readonly problems: readonly string[];
  /** `table`, or why there is none; for the summary of a run. */
  readonly end: string;
  /** Milliseconds of processor time. */
  readonly milliseconds: number;
}

/** Processor time after which a file counts as one that hangs. */
const MOST_MILLISECONDS = 5_000;

const LAST_PRINTABLE = 0x1_ffff;

const contextOf = ({ period, submitter }: Source): JudgeContext => ({
  period,
  submitter,
  periods: PERIODS,
  register: REGISTER,
  previous: null,
  lastYear: null,
  today: null,
  canPrint: (codePoint) => codePoint <= LAST_PRINTABLE,
});

const originals = new Map<Uint8Array, Judged>();

/** What was mutated as the unbroken product reads it: formats lose what they cannot hold. */
async function originalOf({ source, format }: Mutation): Promise<Judged> {
  const bytes = sourceIn(source, format);
  const known = originals.get(bytes);
  if (known !== undefined) return known;
  const read = await readWorkbook(bytes);
  const judged = { read, judgement: judge(read, contextOf(source)) };
  originals.set(bytes, judged);
  return judged;
}

/** Reads and judges a mutated file and holds everything against it that must be so. Never throws. */
export async function examine(mutation: Mutation, product: Product = PRODUCT): Promise<Examined> {
  const original = await originalOf(mutation);
  const before = process.cpuUsage();
  let end = 'thrown';
  const problems: string[] = [];
  try {
    const context = contextOf(mutation.source);
    const read = await product.read(mutation.bytes);
    end = read.ok ? 'no table' : read.refusal.kind;
    const judgement = product.judge(read, context);
    if (judgement.table !== null) end = 'table';
    problems.push(
      ...cellProblems(read),
      ...findingProblems(read, judgement),
      ...recordProblems(read, judgement),
      ...outputProblems(judgement),
      ...meaningProblems(mutation, { read, judgement }, original),
    );
    // Without a key and a register the sheet's own word is taken: asked of every fourth file.
    if (mutation.bytes.length % 4 === 0) {
      product.judge(read, { ...context, period: null, submitter: null, register: null });
    }
  } catch (error) {
    problems.push(`thrown: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = Math.round((user + system) / 1000);
  if (milliseconds > MOST_MILLISECONDS) problems.push(`took ${milliseconds} ms`);
  problems.push(...pollution());
  return { problems, end, milliseconds };
}

/** Names that a file has put on the prototypes of everything. */
function pollution(): readonly string[] {
  const names = [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) =>
    Object.keys(prototype),
  );
  return names.length === 0 ? [] : [`every object now has ${names.join(', ')}`];
}
