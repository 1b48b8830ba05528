import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { MarkTag } from '../table/mark.tsx';
import { placeIn, placeKey } from '../table/official-view.ts';
import { PlaceName } from '../table/place-name.tsx';
import { nameOfMark } from '../table/places.ts';
import type { ShownDesk } from '../table/table-desk.ts';
import { ReasonForm } from './reason-form.tsx';
import { REVIEW_WORDS } from './review-words.ts';
import type { ToldFinding } from './told-in-table.ts';
import type { Acting } from './use-acting.ts';

/** As the review allows. */
const MOST_TEXT = 500;

interface BarProps {
  readonly desk: ShownDesk;
  /** Of the unit's file. */
  readonly sheet: string;
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
}

/** What rules and reviewers say of the chosen cell, and where a reviewer writes to it. */
export function CommentBar(props: BarProps) {
  const { say } = useLanguage();
  const { desk, own } = props;
  const { chosen } = desk;
  const mayComment = own.steps.some(({ kind }) => kind === 'comment');
  if (chosen === null) {
    return (
      <p className="cell-bar empty">
        {say(mayComment ? REVIEW_WORDS.chooseToComment : REVIEW_WORDS.choose)}
      </p>
    );
  }
  const written = own.comments.find((comment) => comment.isOwn && placeKey(comment) === chosen.key);
  return (
    <section className="cell-bar" aria-label={say(REVIEW_WORDS.cell)}>
      <PlaceName chosen={chosen} />
      {mayComment && (
        <CommentEditor key={`${chosen.key} ${written?.at}`} text={written?.text ?? ''} {...props} />
      )}
      <ul className="cell-findings">
        {(chosen.findings as readonly ToldFinding[]).map((finding) => (
          <FindingInCell
            key={`${finding.rule} ${finding.group} ${finding.message.zh}`}
            finding={finding}
            {...props}
          />
        ))}
      </ul>
    </section>
  );
}

function CommentEditor({ text, desk, sheet, acting }: BarProps & { readonly text: string }) {
  const { say } = useLanguage();
  const [draft, setDraft] = useState(text);
  const place = placeIn(desk.chosen?.key ?? '');
  if (place === null) return null;
  const save = (): Promise<boolean> =>
    acting.act({ kind: 'comment', cell: { sheet, ...place }, text: draft.trim() });
  return (
    <div className="cell-editor">
      <Input.TextArea
        aria-label={say(REVIEW_WORDS.comment)}
        placeholder={say(REVIEW_WORDS.comment)}
        maxLength={MOST_TEXT}
        autoSize={{ minRows: 1, maxRows: 3 }}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <Button type="primary" disabled={acting.isBusy || draft.trim() === text} onClick={save}>
        {say(draft.trim() === '' && text !== '' ? REVIEW_WORDS.takeAway : REVIEW_WORDS.write)}
      </Button>
    </div>
  );
}

/** A finding in the cell; a warning that stands against approval is waived here. */
function FindingInCell({ finding, own, acting }: BarProps & { readonly finding: ToldFinding }) {
  const { say } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { line: name = '' } = finding;
  const step = own.steps.find(({ kind }) => kind === 'waive');
  const isOpen = step !== undefined && own.openWarnings.includes(name);
  return (
    <li>
      <MarkTag mark={nameOfMark(finding)} />
      <span>{say(finding.message)}</span>
      {isOpen && !isAsked && (
        <Button size="small" onClick={() => setAsked(true)}>
          {say(step.name)}
        </Button>
      )}
      {isOpen && isAsked && (
        <ReasonForm
          step={step.name}
          isBusy={acting.isBusy}
          onGive={(reason) => acting.act({ kind: 'waive', finding: name, reason })}
          onAbandon={() => setAsked(false)}
        />
      )}
    </li>
  );
}
