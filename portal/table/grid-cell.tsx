import type { ViewCell, ViewColumn } from '../check/table-view.ts';
import { useLanguage } from '../language.tsx';
import { TABLE_WORDS } from '../words.ts';
import { CornerMark } from './mark.tsx';
import { markOf, type ToldInCell } from './places.ts';

interface CellProps {
  readonly cell: ViewCell;
  readonly id: string;
  readonly align: ViewColumn['align'];
  readonly findings: readonly ToldInCell[];
  readonly isMended: boolean;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  /** Pixels from the left at which it stays in sight; undefined where it scrolls. */
  readonly left: number | undefined;
  readonly onChoose: (key: string) => void;
  readonly onEdit: (key: string) => void;
}

/** A cell with its mark, and beneath its text what should stand there. */
export function GridCell(props: CellProps) {
  const { say } = useLanguage();
  const { cell, id, align, findings, isMended, isChosen, left } = props;
  const mark = markOf(findings);
  const suggestion = findings.find((finding) => finding.suggestion !== undefined)?.suggestion;
  const classes = [align, mark, left === undefined ? '' : 'frozen', isMended ? 'mended' : ''];
  return (
    <td
      data-key={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid may be a td
      role="gridcell"
      aria-selected={isChosen}
      tabIndex={props.isTabStop ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      style={left === undefined ? undefined : { '--left': `${left}px` }}
      title={findings.map(({ message }) => say(message)).join('\n') || undefined}
      onFocus={() => props.onChoose(id)}
      onDoubleClick={() => props.onEdit(id)}
    >
      <span className="typed">{cell.text}</span>
      {suggestion !== undefined && suggestion !== cell.text && (
        <span className="suggested">→ {suggestion}</span>
      )}
      {mark !== undefined && <CornerMark mark={mark} />}
      {isMended && <span className="heard">{say(TABLE_WORDS.changed)}</span>}
    </td>
  );
}
