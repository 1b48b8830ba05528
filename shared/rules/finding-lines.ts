import type { Text } from '../locale.ts';
import type { Row, Table } from '../rows/row.ts';
import type { Severity } from '../severity.ts';
import { explanationFinder } from './find-explanation.ts';
import type { Finding, FindingAddress } from './finding.ts';
import { messageOf } from './message.ts';
import { inReadingOrder } from './run-rules.ts';
import { sumReadings } from './sum-readings.ts';
import { toldTogether } from './told-together.ts';

/** What a reader does about a line: mend it, check it, take note of it, have it signed off. */
export type Section = 'must' | 'check' | 'reference' | 'sign';

/** The order in which sections are shown. */
export const SECTIONS: readonly Section[] = ['must', 'check', 'reference', 'sign'];

/** What sections are called wherever people read them. */
export const SECTION_NAMES: Readonly<Record<Section, Text>> = {
  must: { zh: '必须改', en: 'To be mended' },
  check: { zh: '请核对', en: 'To be checked' },
  reference: { zh: '可参考', en: 'For reference' },
  sign: { zh: '公开前签认', en: 'To be signed off before publication' },
};

/** What is told of findings in one line: a single one, or all of one rule and cause. */
export interface FindingLine {
  readonly section: Section;
  /** False when folded away: hints, and what goes beyond the lines shown open. */
  readonly open: boolean;
  readonly rule: string;
  readonly severity: Severity;
  /** Rule and cause, as in its findings. */
  readonly group: string;
  readonly gate?: true;
  /** Where its first finding points. */
  readonly at: FindingAddress;
  /** What it tells, in reading order: one finding, or those of three rows or more. */
  readonly findings: readonly Finding[];
  /** The serials of its projects, as ranges: 1–10、15–37; empty when none has one. */
  readonly serials: string;
  readonly message: Text;
  /** What should stand in its cell, or in each of them. */
  readonly suggestion?: string;
  /** The ways in which a sum that does not hold can be mended; which is right is for the unit to say. */
  readonly readings?: Text;
  /** What the unit wrote of it under 单位说明; internal, never published. */
  readonly explanation?: string;
}

/** Rows from which on findings of one group share a line. */
const ROWS_TO_MERGE = 3;

/** Lines that are shown open; the others are folded, none is dropped. */
export const MOST_OPEN_LINES = 25;

/** Findings of a line whose values are told one by one. */
export const MOST_TOLD = 8;

/** What lines are made with besides findings. */
export type LineSource = Pick<Table, 'form' | 'rows' | 'explanations'>;

/**
 * The findings as a person reads them: by section, each in reading order, findings of one group in one
 * line when they hit three rows or more. `source` is null for a file without a table.
 */
export function findingLines(
  findings: readonly Finding[],
  source: LineSource | null,
): readonly FindingLine[] {
  const describe = describer(source);
  const lines = [...grouped(findings).values()]
    .flatMap((group) => (isMergeable(group) ? [group] : group.map((finding) => [finding])))
    .map(describe)
    .sort((a, b) => inReadingOrder(a, b));
  let room = MOST_OPEN_LINES;
  // What is to be signed off is shown last, yet before any hint it takes the room that is left.
  const roomy = new Set(
    (['must', 'check', 'sign'] as const).flatMap((section) => {
      const first = lines.filter((line) => line.section === section).slice(0, room);
      room -= first.length;
      return first;
    }),
  );
  return SECTIONS.flatMap((section) =>
    lines
      .filter((line) => line.section === section)
      .map((line) => ({ ...line, open: roomy.has(line) })),
  );
}

/** True when a line tells the findings of several rows. */
export const isMerged = ({ findings }: FindingLine): boolean => findings.length > 1;

/** The findings that may share a line, each group in reading order. */
function grouped(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings.toSorted(inReadingOrder)) {
    const key = `${finding.severity} ${finding.gate === true} ${finding.group}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

const isMergeable = (group: readonly Finding[]): boolean =>
  new Set(group.map(({ at }) => at.row)).size >= ROWS_TO_MERGE;

function describer(source: LineSource | null): (findings: readonly Finding[]) => FindingLine {
  const rows = new Map(source?.rows.map((row) => [row.number, row]));
  const explained = explanationFinder(source?.explanations ?? []);
  return (findings) => {
    const [first] = findings;
    if (first === undefined) throw new RangeError('a line tells at least one finding');
    const explanation = explained(findings);
    const readings = readingsOf(findings, rows, source);
    return {
      section: sectionOf(first),
      open: true,
      rule: first.rule,
      severity: first.severity,
      group: first.group,
      ...(first.gate === undefined ? {} : { gate: first.gate }),
      at: first.at,
      findings,
      ...(findings.length === 1
        ? toldAlone(first)
        : toldTogether(first, findings, source?.form ?? null)),
      ...(readings === null ? {} : { readings }),
      ...(explanation === '' ? {} : { explanation }),
    };
  };
}

function sectionOf({ severity, gate }: Finding): Section {
  if (gate === true) return 'sign';
  return ({ error: 'must', warning: 'check', hint: 'reference' } as const)[severity];
}

type Told = Pick<FindingLine, 'serials' | 'message' | 'suggestion'>;

function toldAlone(finding: Finding): Told {
  const { suggestion } = finding;
  return {
    serials: finding.at.serial ?? '',
    message: messageOf(finding),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Both ways to mend each sum of a line; null where it tells of none, or of too many. */
function readingsOf(
  findings: readonly Finding[],
  rows: ReadonlyMap<number, Row>,
  source: LineSource | null,
): Text | null {
  if (source === null || findings.length > MOST_TOLD) return null;
  const readings = findings.flatMap((finding) => {
    const row = rows.get(finding.at.row ?? 0);
    const found = row === undefined ? null : sumReadings(finding, row, source.form);
    return found === null ? [] : [{ serial: finding.at.serial ?? '—', ...found }];
  });
  const [first] = readings;
  if (first === undefined) return null;
  if (readings.length === 1) return { zh: first.zh, en: first.en };
  return {
    zh: readings.map(({ serial, zh }) => `序号 ${serial}：${zh.replaceAll('\n', '，')}`).join('\n'),
    en: readings.map(({ serial, en }) => `no. ${serial}: ${en}`).join('; '),
  };
}
