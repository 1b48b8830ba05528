import { RULES } from './catalogue.ts';
import type { Finding } from './finding.ts';

/** Place of a rule in the catalogue: of several warnings on a cell the first rule's is told. */
const PLACES = new Map(RULES.map(({ id }, index) => [id, index]));

const COVERING = new Set(RULES.filter(({ coversRow }) => coversRow === true).map(({ id }) => id));

/**
 * The findings that a reader can bear. A row that is out of place is told so and nothing more; an error
 * silences warnings and hints on its cell; a cell has at most one warning, and no hint twice. Gate marks
 * are another matter and always stay. Order is kept.
 */
export function bearable(findings: readonly Finding[]): readonly Finding[] {
  const coveredRows = new Set(
    findings.flatMap(({ rule, at }) => (COVERING.has(rule) ? [placeOfRow(at)] : [])),
  );
  const inPlace = findings.filter(
    ({ rule, gate, at }) =>
      gate === true || at.row === null || COVERING.has(rule) || !coveredRows.has(placeOfRow(at)),
  );
  const atCell = new Map<string, CellFindings>();
  for (const finding of inPlace) note(finding, atCell);
  return inPlace.filter((finding) => isTold(finding, atCell));
}

/** What weighs on a cell. */
interface CellFindings {
  hasError: boolean;
  warning: Finding | null;
  /** The first hint of each group. */
  readonly hints: Map<string, Finding>;
}

const placeOfRow = ({ sheet, row }: Finding['at']): string => `${sheet}!${row}`;

const placeOf = ({ sheet, cell }: Finding['at']): string => `${sheet}!${cell}`;

const isLimited = ({ gate, at }: Finding): boolean => gate !== true && at.cell !== null;

function note(finding: Finding, atCell: Map<string, CellFindings>): void {
  if (!isLimited(finding)) return;
  const place = placeOf(finding.at);
  const seen = atCell.get(place) ?? { hasError: false, warning: null, hints: new Map() };
  atCell.set(place, seen);
  if (finding.severity === 'error') seen.hasError = true;
  else if (finding.severity === 'warning') seen.warning = earlier(seen.warning, finding);
  else if (!seen.hints.has(finding.group)) seen.hints.set(finding.group, finding);
}

const earlier = (first: Finding | null, second: Finding): Finding =>
  first === null || (PLACES.get(second.rule) ?? 0) < (PLACES.get(first.rule) ?? 0) ? second : first;

function isTold(finding: Finding, atCell: ReadonlyMap<string, CellFindings>): boolean {
  const seen = isLimited(finding) ? atCell.get(placeOf(finding.at)) : undefined;
  if (seen === undefined || finding.severity === 'error') return true;
  if (seen.hasError) return false;
  return finding.severity === 'warning'
    ? seen.warning === finding
    : seen.hints.get(finding.group) === finding;
}
