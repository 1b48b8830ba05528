import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import { placeKey } from '../table/official-view.ts';
import type { ToldInCell } from '../table/places.ts';
import type { Found } from './use-findings.ts';

type Comment = RevisionReviewAnswer['comments'][number];

/** What is told in a cell, with the name of the line it belongs to: that is what is waived. */
export interface ToldFinding extends ToldInCell {
  readonly line?: string;
}

/** What rules and reviewers say in the cells of a table: comments first. */
export function toldIn(
  { findings, lines }: Found,
  comments: readonly Comment[],
): { readonly findings: readonly ToldFinding[] } {
  const names = new Map(
    lines.flatMap((line) => line.findings.map((at) => [at, findingName(line)])),
  );
  const found = findings.flatMap((finding, index): readonly ToldFinding[] => {
    const { rule, group, severity, gate, message, at } = finding;
    if (at.row === null) return [];
    // What rules say of a row as a whole is shown at its serial.
    const cell = placeKey({ row: at.row, field: at.field ?? 'serial' });
    const line = names.get(index);
    return [
      {
        ...{ rule, group, severity, message },
        ...(gate === undefined ? {} : { gate }),
        ...(line === undefined ? {} : { line }),
        at: { cell, row: at.row },
      },
    ];
  });
  return { findings: [...comments.map(commentInCell), ...found] };
}

const commentInCell = (comment: Comment): ToldFinding => ({
  rule: '',
  group: `${comment.name} ${comment.at}`,
  severity: 'hint',
  mark: 'comment',
  at: { cell: placeKey(comment), row: comment.row },
  message: { zh: `${comment.name}：${comment.text}`, en: `${comment.name}: ${comment.text}` },
});
