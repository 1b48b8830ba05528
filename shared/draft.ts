import { knownForm } from '../templates/forms.ts';
import type { Judge, Printer, Reader } from './ports.ts';
import type { RecordSet } from './records/record.ts';
import { dayInChina } from './severity.ts';
import type { Periods, Units } from './store/submissions.ts';

/** A file whose report somebody wants to see before it is sent. */
export interface DraftFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Null: take the sheet's own word. */
  readonly period: string | null;
  readonly submitter: string | null;
  /** When it is asked for, ISO 8601. */
  readonly at: string;
}

/** What printing a draft needs; nothing of it writes. */
export interface DraftPorts {
  readonly submissions: Pick<Periods, 'periods'> & Pick<Units, 'registerFor'>;
  readonly reader: Reader;
  readonly judge: Pick<Judge, 'judge' | 'canPrint'>;
  readonly printer: Pick<Printer, 'printDraft'>;
}

/** Beyond these a preview takes longer than anybody waits, or is more than an answer carries. */
const MOST_PROJECTS = 1000;
const MOST_CHARACTERS = 1_000_000;

/** A PDF marked 草稿 on every page, or why there is none. */
export type Draft = Uint8Array | 'not-printable' | 'too-large';

/** Prints a file as its report would be, whatever is found in it; keeps nothing. */
export async function printDraft(file: DraftFile, ports: DraftPorts): Promise<Draft> {
  const { submissions, judge } = ports;
  const { period, submitter, fileName } = file;
  const { findings, recordSet } = judge.judge(await ports.reader.read(file.bytes), {
    period,
    submitter,
    periods: await submissions.periods(),
    fileName,
    register: submitter === null ? null : await submissions.registerFor(submitter),
    previous: null,
    lastYear: null,
    today: dayInChina(file.at),
    canPrint: judge.canPrint,
  });
  // What no font has cannot be drawn, not even in a draft.
  const isPrintable = recordSet !== null && findings.every(({ rule }) => !UNPRINTABLE.has(rule));
  if (!isPrintable) return 'not-printable';
  if (isTooLarge(recordSet)) return 'too-large';
  return ports.printer.printDraft(recordSet, knownForm(recordSet.form));
}

const UNPRINTABLE: ReadonlySet<string> = new Set([
  'characters-printable',
  'submitter-name-printable',
]);

function isTooLarge({ records }: RecordSet): boolean {
  if (records.length > MOST_PROJECTS) return true;
  let characters = 0;
  for (const { texts, extraIndicators } of records) {
    for (const text of Object.values(texts)) characters += text.length;
    for (const { target, actual } of extraIndicators) characters += target.length + actual.length;
  }
  return characters > MOST_CHARACTERS;
}
