import { Button } from 'antd';
import { useState } from 'react';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { ReportedLine } from '../../shared/findings-report.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { ReasonForm } from './reason-form.tsx';
import { REVIEW_WORDS } from './review-words.ts';
import type { Acting } from './use-acting.ts';

interface WarningsProps {
  /** Everything that was found. */
  readonly lines: readonly ReportedLine[];
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
}

/** The warnings with what the unit says of them; those that stand against approval can be waived. */
export function ReviewWarnings({ lines: found, own, acting }: WarningsProps) {
  const { say } = useLanguage();
  const lines = found.filter(({ severity, gate }) => severity === 'warning' && !gate);
  if (lines.length === 0) return null;
  return (
    <details className="review-more">
      <summary>
        {say(REVIEW_WORDS.warnings)} <b>{lines.length}</b>
      </summary>
      <ol>
        {lines.map((line) => (
          <Warning key={findingName(line)} line={line} own={own} acting={acting} />
        ))}
      </ol>
    </details>
  );
}

interface WarningProps extends Omit<WarningsProps, 'lines'> {
  readonly line: ReportedLine;
}

function Warning({ line, own, acting }: WarningProps) {
  const { say } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const finding = findingName(line);
  const waived = own.waived.find((each) => each.finding === finding);
  const step = own.steps.find(({ kind }) => kind === 'waive');
  const isOpen = own.openWarnings.includes(finding);
  return (
    <li>
      <p>{say(line.message)}</p>
      {line.explanation !== undefined && (
        <p className="quiet">{say(filled(REVIEW_WORDS.explanation, { text: line.explanation }))}</p>
      )}
      {waived !== undefined && <p className="quiet">{say(filled(REVIEW_WORDS.waived, waived))}</p>}
      {isOpen && (
        <p className="quiet">
          {say(REVIEW_WORDS.unexplained)}{' '}
          {step !== undefined && !isAsked && (
            <Button size="small" onClick={() => setAsked(true)}>
              {say(step.name)}
            </Button>
          )}
        </p>
      )}
      {isOpen && isAsked && step !== undefined && (
        <ReasonForm
          step={step.name}
          isBusy={acting.isBusy}
          onGive={(reason) => acting.act({ kind: 'waive', finding, reason })}
          onAbandon={() => setAsked(false)}
        />
      )}
    </li>
  );
}
