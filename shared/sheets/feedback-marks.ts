import type { Finding } from '../rules/finding.ts';
import { messageOf } from '../rules/message.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../severity.ts';
import { cellText } from './excel-limits.ts';
import type { CellModel, Mark } from './workbook-model.ts';

/**
 * Cells that carry a note; those beyond are filled only. A note costs a hundred times what a cell does,
 * and nobody opens two thousand of them.
 */
export const MOST_NOTES = 2_000;

/** Lays mark and note over the cell with a key. */
export type CellMarker = (key: string, cell: CellModel) => CellModel;

/** What marks cells, and whether all of them have notes. */
export interface FeedbackMarks {
  readonly mark: CellMarker;
  readonly isEveryNoted: boolean;
}

/**
 * Marks the cells of findings: filled by the gravest of them, which hints and what is to be signed off
 * do not do, with a note that tells all. `keyOf` names the cell of a finding, null for none;
 * `readingsOf` what else there is to say of one.
 */
export function feedbackMarks(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string | null,
  readingsOf: (finding: Finding) => string,
): FeedbackMarks {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key === null) continue;
    const here = byCell.get(key);
    if (here === undefined) byCell.set(key, [finding]);
    else here.push(finding);
  }
  const noted = notedCells(byCell);
  return {
    isEveryNoted: noted.size === byCell.size,
    mark: (key, cell) => {
      const here = byCell.get(key);
      if (here === undefined) return cell;
      const marked = withMark(cell, markOf(here));
      return noted.has(key) ? { ...marked, note: noteOf(here, readingsOf) } : marked;
    },
  };
}

/** The gravest first, each kind in reading order. */
function notedCells(byCell: ReadonlyMap<string, readonly Finding[]>): ReadonlySet<string> {
  const keys = [...byCell.keys()];
  if (keys.length <= MOST_NOTES) return new Set(keys);
  const marks = new Map([...byCell].map(([key, findings]) => [key, markOf(findings)]));
  const ranked = (['error', 'warning', undefined] as const).flatMap((mark) =>
    keys.filter((key) => marks.get(key) === mark),
  );
  return new Set(ranked.slice(0, MOST_NOTES));
}

const noteOf = (findings: readonly Finding[], readingsOf: (finding: Finding) => string): string =>
  cellText(
    SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
      .map((finding) => noteLine(finding, readingsOf(finding)))
      .join('\n'),
  );

function noteLine(finding: Finding, readings: string): string {
  const suggestion = finding.suggestion === undefined ? '' : `建议值：${finding.suggestion}`;
  return `［${labelOf(finding)}］${messageOf(finding).zh}${suggestion}${readings.replaceAll('\n', '，')}`;
}

/** The cell with a mark, or as it is where there is none. */
export const withMark = (cell: CellModel, mark: Mark | undefined): CellModel =>
  mark === undefined ? cell : { ...cell, mark };

/** How a cell with these findings is marked: hints and what is to be signed off fill nothing. */
export const markOf = (findings: readonly Pick<Finding, 'severity' | 'gate'>[]): Mark | undefined =>
  (['error', 'warning'] as const).find((mark) =>
    findings.some(({ severity, gate }) => severity === mark && gate === undefined),
  );

/** What a finding is called: its severity, or 签认 where it has to be signed off. */
export const labelOf = ({ severity, gate }: Pick<Finding, 'severity' | 'gate'>): string =>
  gate === true ? '签认' : SEVERITY_NAMES[severity].zh;
