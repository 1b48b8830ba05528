import type { TableAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { placeKey } from '../table/official-view.ts';
import { filled } from '../words.ts';
import { REVIEW_WORDS } from './review-words.ts';

interface ListProps {
  readonly comments: RevisionReviewAnswer['comments'];
  readonly table: TableAnswer;
  readonly onOpen: (key: string) => void;
}

/** Every comment, in words and as a way to its cell. */
export function CommentList({ comments, table, onOpen }: ListProps) {
  const { say } = useLanguage();
  if (comments.length === 0) return null;
  const whereIs = ({ row, field }: (typeof comments)[number]): string => {
    const serial = table.lines.find((line) => line.row === row)?.texts[0] ?? '—';
    const column = table.columns.find((each) => each.field === field)?.title;
    return say(
      filled(REVIEW_WORDS.at, { serial, column: column === undefined ? '' : say(column) }),
    );
  };
  return (
    <ol className="comments" aria-label={say(REVIEW_WORDS.comments)}>
      {comments.map((comment) => (
        <li key={`${placeKey(comment)} ${comment.name}`}>
          <button type="button" className="to-cell" onClick={() => onOpen(placeKey(comment))}>
            {whereIs(comment)}
          </button>{' '}
          {comment.text}{' '}
          <span className="quiet">
            {comment.name} {minuteInChina(comment.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
