import { Alert } from 'antd';
import type { Obligation } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { SEND_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import { isLate, timingRemark, timingText } from './timing-text.ts';

/** Nothing more is asked of the unit, unless finance does so. */
const DONE: readonly Obligation['standing'][] = ['accepted', 'answered', 'after-close'];

interface OwedProps {
  readonly owed: Obligation;
}

/** Until when a unit has, or whether what it sent came in time. */
export function OwedTiming({ owed: { timing, standing, opensOn } }: OwedProps) {
  const { say } = useLanguage();
  const isOpen = !DONE.includes(standing);
  if (timing.dueOn === null) return null;
  const { dueOn } = timing;
  const words =
    opensOn === null
      ? filled(SEND_WORDS.due, { dueOn })
      : filled(SEND_WORDS.dueBetween, { opensOn, dueOn });
  const text = timingText(timing, isOpen);
  const remark = timingRemark(timing);
  return (
    <span className={isLate(timing, isOpen) ? 'late' : undefined}>
      {say(words)}
      {text !== null && ` · ${say(text)}`}
      {remark !== null && ` · ${say(remark)}`}
    </span>
  );
}

/** What finance has to say to the unit: a reminder, an extension, that the period is closed. */
export function OwedRemarks({ owed: { timing, closed, remindedAt } }: OwedProps) {
  const { say } = useLanguage();
  const { extension } = timing;
  const at = remindedAt === null ? null : minuteInChina(remindedAt);
  return (
    <>
      {at !== null && (
        <Alert
          className="reminded"
          type="warning"
          showIcon
          title={say(filled(COLLECTION_WORDS.reminded, { at }))}
        />
      )}
      {extension !== null && (
        <p className="quiet">
          {say(
            filled(COLLECTION_WORDS.extendedWhy, { ...extension, at: minuteInChina(extension.at) }),
          )}
        </p>
      )}
      {closed !== null && <p className="quiet">{say(COLLECTION_WORDS.closedForUnit)}</p>}
    </>
  );
}
