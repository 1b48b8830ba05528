import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import type { CellAddress } from '../cells/cell.ts';
import { wanYuan } from '../money.ts';
import { rateNumber } from '../rate.ts';
import { printExtra } from '../records/record.ts';
import type { Entry, Labelled, Row, Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';
import { messageOf } from '../rules/message.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../severity.ts';
import { cellText } from './excel-limits.ts';
import {
  type Caption,
  captionCell,
  type OfficialTable,
  officialCaption,
  officialCell,
  styleOfLeaf,
} from './official-table.ts';
import { typedFigure } from './typed-figure.ts';
import { type CellModel, type Mark, textCell } from './workbook-model.ts';

/**
 * The unit's own table, as typed, with its findings marked where they stand. What the unit left out
 * above the table stays out: nothing is filled in for it.
 */
export function feedbackTable(table: Table, findings: readonly Finding[]): OfficialTable {
  const { form, title, submitterName, amountUnit } = table;
  const caption = (name: Caption, text: string, at: CellAddress | undefined): CellModel =>
    marked(
      captionCell(name, text),
      findings.filter((finding) => at !== undefined && isAtCaption(finding, at)),
    );
  const submitter = form.notes.submitter.replace('{name}', () => submitterName?.text ?? '');
  return {
    form,
    attachment: form.attachment,
    captions: {
      title: caption('title', title?.text ?? '', title?.at),
      submitter: caption('submitter', submitter, submitterName?.at),
      unit: caption('unit', `单位：${amountUnit?.text ?? ''}`, amountUnit?.at),
    },
    rows: table.rows.map((row) => feedbackRow(row, form, findings)),
  };
}

const isAtCaption = ({ at }: Finding, caption: CellAddress): boolean =>
  at.field === null && at.sheet === caption.sheet && at.cell === caption.cell;

/** Where a finding is shown in this workbook's table, as `L17`; null when it is about no cell. */
export function shownAt(finding: Finding, table: Table, shown: OfficialTable): string | null {
  const row = table.rows.findIndex(({ number }) => number === finding.at.row);
  const field = finding.at.field;
  if (row >= 0 && field !== null) return officialCell(shown, row, field);
  const labelled: Readonly<Record<Caption, Labelled | null>> = {
    title: table.title,
    submitter: table.submitterName,
    unit: table.amountUnit,
  };
  const caption = CAPTIONS.find((name) => {
    const at = labelled[name]?.at;
    return at !== undefined && isAtCaption(finding, at);
  });
  return caption === undefined ? null : officialCaption(shown, caption);
}

const CAPTIONS: readonly Caption[] = ['title', 'submitter', 'unit'];

function feedbackRow(
  row: Row,
  form: FormDefinition,
  findings: readonly Finding[],
): readonly CellModel[] {
  const here = findings.filter(({ at }) => at.row === row.number);
  return leaves(form.columns).map((leaf) =>
    marked(
      typedCell(row, leaf),
      here.filter(({ at }) => at.field === leaf.field),
    ),
  );
}

function typedCell(row: Row, leaf: Leaf): CellModel {
  const style = styleOfLeaf(leaf);
  const entry = row.entries[leaf.field];
  const typed = leaf.type === 'extension' ? printExtra(row, leaf.field) : (entry?.text ?? '');
  const value = figureOf(leaf, entry);
  return value === undefined
    ? textCell(cellText(typed), style)
    : typedFigure(typed, value, style, leaf.format);
}

/** The number a figure was read as; undefined where the cell holds none. */
function figureOf(leaf: Leaf, entry: Entry | undefined): number | undefined {
  if (leaf.type === 'serial') return serialOf(entry?.text ?? '');
  if (entry?.figure?.kind === 'amount') return wanYuan(entry.figure.amount.fen);
  return entry?.figure?.kind === 'rate' ? rateNumber(entry.figure.rate) : undefined;
}

const serialOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;

/** The cell filled by the gravest of its findings, all of which its note tells. */
function marked(cell: CellModel, findings: readonly Finding[]): CellModel {
  if (findings.length === 0) return cell;
  const bySeverity = SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const note = bySeverity.map(noteLine).join('\n');
  return withMark({ ...cell, note: cellText(note) }, markOf(findings));
}

/** The cell with a mark, or as it is where there is none. */
export const withMark = (cell: CellModel, mark: Mark | undefined): CellModel =>
  mark === undefined ? cell : { ...cell, mark };

/** How a cell with these findings is marked: hints and what is to be signed off fill nothing. */
export const markOf = (findings: readonly Finding[]): Mark | undefined =>
  (['error', 'warning'] as const).find((mark) =>
    findings.some(({ severity, gate }) => severity === mark && gate === undefined),
  );

const noteLine = (finding: Finding): string => {
  const suggestion = finding.suggestion === undefined ? '' : `建议值：${finding.suggestion}`;
  return `［${labelOf(finding)}］${messageOf(finding).zh}${suggestion}`;
};

/** What a finding is called: its severity, or 签认 where it has to be signed off. */
export const labelOf = (finding: Finding): string =>
  finding.gate === true ? '签认' : SEVERITY_NAMES[finding.severity].zh;
