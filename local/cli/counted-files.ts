import type { RecordSet } from '../../shared/records/record.ts';
import { comparableName } from '../../shared/unit.ts';

/** A file with its records, as far as counting it is concerned. */
interface Countable {
  readonly judgement: { readonly recordSet: RecordSet | null };
}

/** The files a summary counts, and each earlier file of a submitter with the one that replaced it. */
export interface CountedFiles<F> {
  readonly counted: readonly F[];
  readonly replaced: readonly (readonly [earlier: F, later: F])[];
}

/**
 * Files by period, in the order of the years. Of a submitter's files the last one counts. A file that
 * gives only the submitter's name belongs to the submitter of that name that another file gives a
 * code for.
 */
export function countedByPeriod<F extends Countable>(
  files: readonly F[],
): ReadonlyMap<string, CountedFiles<F>> {
  const periods = [...new Set(files.flatMap((file) => recordsOf(file)?.period ?? []))].sort();
  return new Map(
    periods.map((period) => [
      period,
      countedIn(files.filter((file) => recordsOf(file)?.period === period)),
    ]),
  );
}

const recordsOf = ({ judgement }: Countable): RecordSet | null => judgement.recordSet;

function countedIn<F extends Countable>(files: readonly F[]): CountedFiles<F> {
  const codes = codesByName(files);
  const newest = new Map<string, F>();
  const replaced: [F, F][] = [];
  for (const file of files) {
    const key = submitterOf(file, codes);
    const earlier = newest.get(key);
    if (earlier !== undefined) replaced.push([earlier, file]);
    newest.set(key, file);
  }
  return { counted: [...newest.values()], replaced };
}

function codesByName(files: readonly Countable[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const file of files) {
    const { code = null, name = '' } = recordsOf(file)?.submitter ?? {};
    if (code !== null) codes.set(comparableName(name), code);
  }
  return codes;
}

function submitterOf(file: Countable, codes: ReadonlyMap<string, string>): string {
  const { code = null, name = '' } = recordsOf(file)?.submitter ?? {};
  const comparable = comparableName(name);
  return code ?? codes.get(comparable) ?? `name ${comparable}`;
}
