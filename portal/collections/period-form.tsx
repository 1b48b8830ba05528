import type { Period } from '../../shared/period.ts';
import { reviewPolicyOf } from '../../shared/review-policy.ts';
import { FORMS } from '../../templates/forms.ts';
import { useLanguage } from '../language.tsx';
import { ChoiceRow, FormPart, LinesRow, TextRow, TickRow } from './form-rows.tsx';
import { changedPeriod, changedReview, type PeriodChange } from './period-draft.ts';
import { PeriodPolicy, PeriodThresholds } from './period-policy.tsx';
import { PERIOD_WORDS } from './setup-words.ts';

interface FormProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** Everything that is set of a period. */
export function PeriodForm({ period, onChange }: FormProps) {
  const change = (next: PeriodChange): void => onChange(changedPeriod(period, next));
  return (
    <>
      <Dates period={period} change={change} />
      <Tables period={period} change={change} />
      <Owed period={period} change={change} />
      <Review period={period} change={change} />
      <Rules period={period} change={change} />
    </>
  );
}

interface PartProps {
  readonly period: Period;
  readonly change: (next: PeriodChange) => void;
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

function Dates({ period, change }: PartProps) {
  const { say } = useLanguage();
  const { opensOn = '', dueOn = '', graceDays, holidays = [], makeUpDays = [] } = period;
  return (
    <FormPart title={say(PERIOD_WORDS.dates)}>
      <TextRow
        type="date"
        label={say(PERIOD_WORDS.opensOn)}
        value={opensOn}
        onChange={(day) => change({ opensOn: orNothing(day) })}
      />
      <TextRow
        type="date"
        label={say(PERIOD_WORDS.dueOn)}
        value={dueOn}
        onChange={(day) => change({ dueOn: orNothing(day) })}
      />
      <TextRow
        type="number"
        label={say(PERIOD_WORDS.graceDays)}
        value={graceDays === undefined ? '' : String(graceDays)}
        onChange={(text) => change({ graceDays: text === '' ? undefined : Number(text) })}
      />
      <LinesRow
        label={say(PERIOD_WORDS.holidays)}
        lines={holidays}
        onChange={(lines) => change({ holidays: lines })}
      />
      <LinesRow
        label={say(PERIOD_WORDS.makeUpDays)}
        lines={makeUpDays}
        onChange={(lines) => change({ makeUpDays: lines })}
      />
    </FormPart>
  );
}

const BASES = ['年初', '调整后', '未注明'] as const;

function Tables({ period, change }: PartProps) {
  const { say } = useLanguage();
  const { forms, budgetBasis, title = '', attachment } = period;
  const mark = attachment === undefined ? 'form' : attachment === null ? 'none' : 'own';
  return (
    <FormPart title={say(PERIOD_WORDS.tables)}>
      {FORMS.map(({ id, titlePattern }) => (
        <TickRow
          key={id}
          label={`${id}　${titlePattern}`}
          isOn={forms.includes(id)}
          onChange={(isOn) =>
            change({ forms: isOn ? [...forms, id] : forms.filter((form) => form !== id) })
          }
        />
      ))}
      <ChoiceRow
        label={say(PERIOD_WORDS.budgetBasis)}
        value={budgetBasis}
        options={BASES.map((basis) => [basis, basis] as const)}
        onChange={(basis) => change({ budgetBasis: basis as Period['budgetBasis'] })}
      />
      <TextRow
        label={say(PERIOD_WORDS.titlePattern)}
        value={title}
        onChange={(text) => change({ title: orNothing(text) })}
      />
      <ChoiceRow
        label={say(PERIOD_WORDS.attachment)}
        value={mark}
        options={[
          ['form', say(PERIOD_WORDS.asForm)],
          ['none', say(PERIOD_WORDS.noMark)],
          ['own', say(PERIOD_WORDS.ownMark)],
        ]}
        onChange={(chosen) =>
          change({ attachment: chosen === 'form' ? undefined : chosen === 'none' ? null : '附件' })
        }
      />
      {mark === 'own' && (
        <TextRow
          label={say(PERIOD_WORDS.ownMark)}
          value={attachment ?? ''}
          onChange={(text) => change({ attachment: text })}
        />
      )}
    </FormPart>
  );
}

function Owed({ period, change }: PartProps) {
  const { say } = useLanguage();
  const { owedBy } = period;
  return (
    <FormPart title={say(PERIOD_WORDS.owed)}>
      <LinesRow
        label={say(PERIOD_WORDS.owedListed)}
        lines={owedBy ?? []}
        onChange={(lines) => change({ owedBy: lines })}
      />
      {owedBy === undefined && <p className="quiet">{say(PERIOD_WORDS.owedTop)}</p>}
    </FormPart>
  );
}

function Review({ period, change }: PartProps) {
  const { say } = useLanguage();
  const policy = reviewPolicyOf(period);
  const set = (next: Partial<typeof policy>): void =>
    change({ review: changedReview(period, next) });
  const ticks = ['forwarding', 'fourEyes', 'explanations', 'distinctSigners'] as const;
  return (
    <FormPart title={say(PERIOD_WORDS.review)}>
      {ticks.map((name) => (
        <TickRow
          key={name}
          label={say(PERIOD_WORDS[name])}
          isOn={policy[name]}
          onChange={(isOn) => set({ [name]: isOn })}
        />
      ))}
      <ChoiceRow
        label={say(PERIOD_WORDS.signatures)}
        value={String(policy.signatures)}
        options={['1', '2', '3'].map((number) => [number, number] as const)}
        onChange={(number) => set({ signatures: Number(number) as 1 | 2 | 3 })}
      />
    </FormPart>
  );
}

function Rules({ period, change }: PartProps) {
  const { say } = useLanguage();
  const set = ({ policy, thresholds }: Partial<Pick<Period, 'policy' | 'thresholds'>>): void => {
    const filled = <T extends object>(value: T | undefined): T | undefined =>
      value === undefined || Object.keys(value).length === 0 ? undefined : value;
    if (policy !== undefined) change({ policy: filled(policy) });
    if (thresholds !== undefined) change({ thresholds: filled(thresholds) });
  };
  return (
    <>
      <FormPart title={say(PERIOD_WORDS.rules)}>
        <PeriodPolicy period={period} onChange={set} />
      </FormPart>
      <FormPart title={say(PERIOD_WORDS.thresholds)}>
        <PeriodThresholds period={period} onChange={set} />
      </FormPart>
    </>
  );
}
