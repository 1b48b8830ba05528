import { App, Button } from 'antd';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { SIGNATURE_NAMES } from '../../shared/review/signature-names.ts';
import type { ReviewPolicy } from '../../shared/review-policy.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { REVIEW_WORDS } from '../review/review-words.ts';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface SignaturesProps {
  readonly wanted: number;
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
  /** Masks that are not saved are not signed. */
  readonly isBlocked: boolean;
}

/** 初审, 复审, 批准: who signed when, and signing whichever comes next. */
export function Signatures({ wanted, own, acting, isBlocked }: SignaturesProps) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const step = own.steps.find(({ kind }) => kind === 'sign');
  const names = SIGNATURE_NAMES[wanted as ReviewPolicy['signatures']];
  const sign = async (name: string): Promise<void> => {
    const isSure = await modal.confirm({
      title: say(filled(PUBLICATION_WORDS.sureSign, { name })),
      okText: say(filled(PUBLICATION_WORDS.sign, { name })),
      cancelText: say(REVIEW_WORDS.abandon),
    });
    if (isSure) await acting.act({ kind: 'sign' });
  };
  return (
    <section aria-labelledby="signatures-title">
      <h2 id="signatures-title">{say(PUBLICATION_WORDS.signatures)}</h2>
      <ol className="signatures">
        {names.map((name, index) => {
          const signature = own.signatures[index];
          const isNext = index === own.signatures.length && step !== undefined;
          return (
            <li key={name.zh} className={signature === undefined ? undefined : 'done'}>
              <b>{say(name)}</b>{' '}
              {signature === undefined
                ? say(PUBLICATION_WORDS.notYet)
                : say(
                    filled(PUBLICATION_WORDS.by, {
                      name: signature.name,
                      at: minuteInChina(signature.at),
                    }),
                  )}{' '}
              {isNext && (
                <Button
                  size="small"
                  disabled={acting.isBusy || isBlocked || step.refusal !== null}
                  onClick={() => sign(say(name))}
                >
                  {say(filled(PUBLICATION_WORDS.sign, { name: say(name) }))}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {step !== undefined && step.refusal !== null && <p className="quiet">{say(step.refusal)}</p>}
    </section>
  );
}
