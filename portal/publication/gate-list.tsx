import { Button } from 'antd';
import { useState } from 'react';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ReasonForm } from '../review/reason-form.tsx';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import type { Gate } from './gates.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface ListProps {
  readonly gates: readonly Gate[];
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
  readonly onOpen: (key: string) => void;
}

/** What must be signed off or masked, with what was done about it. */
export function GateList({ gates, own, acting, onOpen }: ListProps) {
  const { say } = useLanguage();
  return (
    <section className="gates" aria-labelledby="gates-title">
      <h2 id="gates-title">
        {say(PUBLICATION_WORDS.gates)} {own.openGates.length > 0 && <b>{own.openGates.length}</b>}
      </h2>
      {gates.length === 0 && <p className="quiet">{say(PUBLICATION_WORDS.noGates)}</p>}
      <ol>
        {gates.map((gate) => (
          <GateItem key={gate.mark} gate={gate} own={own} acting={acting} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  );
}

type ItemProps = Omit<ListProps, 'gates'> & { readonly gate: Gate };

function GateItem({ gate, own, acting, onOpen }: ItemProps) {
  const { say } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { mark, message, key, isMaskable, state, cleared } = gate;
  const step = own.steps.find(({ kind }) => kind === 'clear');
  const isOpen = state === 'open';
  return (
    <li className={isOpen ? 'open' : undefined}>
      {say(message)}{' '}
      {key !== null && (
        <button type="button" className="to-cell" onClick={() => onOpen(key)}>
          {say(PUBLICATION_WORDS.toCell)}
        </button>
      )}
      {cleared !== null && (
        <p className="quiet">{say(filled(PUBLICATION_WORDS.gateDone, { ...cleared }))}</p>
      )}
      {state === 'masked' && <p className="quiet">{say(PUBLICATION_WORDS.gateMasked)}</p>}
      {isOpen && !isMaskable && <p className="quiet">{say(PUBLICATION_WORDS.gateWhole)}</p>}
      {isOpen && step !== undefined && !isAsked && (
        <Button size="small" onClick={() => setAsked(true)}>
          {say(step.name)}
        </Button>
      )}
      {isOpen && step !== undefined && isAsked && (
        <ReasonForm
          step={step.name}
          isBusy={acting.isBusy}
          onGive={(reason) => acting.act({ kind: 'clear', mark, reason })}
          onAbandon={() => setAsked(false)}
        />
      )}
    </li>
  );
}
