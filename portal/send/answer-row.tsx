import { Button } from 'antd';
import type { AnswerLine } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { placeOf } from './history-lines.ts';

interface RowProps {
  readonly answer: AnswerLine;
  /** Null for those who may not. */
  readonly onRecall: ((revision: number) => void) | null;
}

/** What was said in place of a table, as a line of the history. */
export function AnswerRow({ answer, onRecall }: RowProps) {
  const { say } = useLanguage();
  const { revision, isCurrent, reason } = answer;
  const place = say(placeOf(answer) ?? UPLOAD_WORDS.unknown);
  return (
    <tr>
      <td data-label={say(UPLOAD_WORDS.revision)}>{revision}</td>
      <td data-label={say(UPLOAD_WORDS.at)}>{minuteInChina(answer.at)}</td>
      <td>
        {say(answer.kindName)} {reason !== '' && <span className="quiet">{reason}</span>}
      </td>
      <td data-label={say(UPLOAD_WORDS.sender)}>{answer.sender.name}</td>
      <td data-label={say(UPLOAD_WORDS.status)}>{isCurrent ? <b>{place}</b> : place}</td>
      <td className="row-actions">
        {isCurrent && onRecall !== null && (
          <Button size="small" danger onClick={() => onRecall(revision)}>
            {say(UPLOAD_WORDS.recall)}
          </Button>
        )}
      </td>
    </tr>
  );
}
