import { readSerial } from '../rows/read-serial.ts';
import type { Finding } from './finding.ts';
import { serialRanges } from './serial-ranges.ts';

/** The projects that several findings are about, as a sentence names them. */
export interface NamedProjects {
  /** How many rows they stand in. */
  readonly count: number;
  /** Serials as ranges: 1–10、15–37; empty when no row has one. */
  readonly serials: string;
  /** The sheet's own numbers of the rows without a serial, as ranges; empty when there are none. */
  readonly rows: string;
  /** False for lines that are no projects. */
  readonly areProjects: boolean;
}

/** Ranges named in a sentence; the marked cells show the rest. */
const MOST_RANGES = 60;

/** Names the projects of findings, each once, in the order of their serials. */
export function namedProjects(findings: readonly Finding[]): NamedProjects {
  const rows = [...new Map(findings.map(({ at }) => [at.row, at])).values()];
  const texts = rows.flatMap(({ serial }) => serial ?? []);
  const odd = texts.filter((text) => readSerial(text) === null);
  const bare = rows.flatMap(({ serial, row }) => (serial === null && row !== null ? [row] : []));
  return {
    count: rows.length,
    serials: listed([...ranges(texts.flatMap((text) => readSerial(text) ?? [])), ...new Set(odd)]),
    rows: listed(ranges(bare)),
    areProjects: rows.every(({ serial, project }) => serial !== null || project !== null),
  };
}

function ranges(numbers: readonly number[]): readonly string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b).map(String);
  return serialRanges(sorted).replaceAll('-', '–').split('、').filter(Boolean);
}

const listed = (names: readonly string[]): string =>
  names.length <= MOST_RANGES ? names.join('、') : `${names.slice(0, MOST_RANGES).join('、')}等`;
