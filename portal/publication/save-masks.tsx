import { Button } from 'antd';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { NOT_PUBLIC } from '../../shared/records/record.ts';
import { useLanguage } from '../language.tsx';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import type { MasksDraft } from './masks-draft.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface SaveProps {
  readonly draft: MasksDraft;
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
}

/** How many cells are masked, and saving all of them at once: one act, on record. */
export function SaveMasks({ draft, own, acting }: SaveProps) {
  const { say } = useLanguage();
  const { masks, isToSave, isChanged } = draft;
  const words = isToSave ? PUBLICATION_WORDS.draft : PUBLICATION_WORDS.saved;
  const cells = masks.map(({ sheet, row, field, reason }) => ({ sheet, row, field, reason }));
  return (
    <div className="save-masks">
      <span role="status">{say(filled(words, { count: masks.length }))}</span>
      {isToSave && (
        <Button
          type="primary"
          disabled={acting.isBusy}
          onClick={() => acting.act({ kind: 'mask', cells, reason: NOT_PUBLIC })}
        >
          {say(isChanged ? PUBLICATION_WORDS.save : PUBLICATION_WORDS.confirm)}
        </Button>
      )}
      {isChanged && <Button onClick={draft.drop}>{say(PUBLICATION_WORDS.drop)}</Button>}
      {isToSave && own.signatures.length > 0 && (
        <span className="quiet">{say(PUBLICATION_WORDS.anew)}</span>
      )}
    </div>
  );
}
