import { Alert, Button, Select } from 'antd';
import { useEffect } from 'react';
import { useLanguage } from '../language.tsx';
import { useSession } from '../session/session.tsx';
import { CHECK_WORDS, filled } from '../words.ts';
import { useOpenBasis } from './check-basis.ts';
import type { CheckState } from './check-state.ts';
import { CheckedFile } from './checked-file.tsx';
import { DraftButton } from './draft-button.tsx';
import { DropZone } from './drop-zone.tsx';
import { type Check, useCheck } from './use-check.ts';
import './check.css';
import '../table/table.css';

/** The public check page: a file is read, checked and mended here and goes nowhere. */
export function CheckPage() {
  const { say } = useLanguage();
  const check = useCheck(useOpenBasis());
  const { state } = check;
  useEffect(() => {
    document.title = say(CHECK_WORDS.title);
  }, [say]);
  return (
    <div className={state.checked === null ? 'narrow' : 'check'}>
      {state.checked === null ? (
        <Welcome check={check} />
      ) : (
        <CheckedFile
          check={check}
          checked={state.checked}
          action={<CheckAction check={check} isTable={state.checked.table !== null} />}
          notice={<p className="facts">{say(CHECK_WORDS.noRegister)}</p>}
        />
      )}
      <p className="heard" role="status">
        {say(statusOf(state))}
      </p>
    </div>
  );
}

/** The year; for whoever is signed in, the report as well. */
function CheckAction({ check, isTable }: { readonly check: Check; readonly isTable: boolean }) {
  const { session } = useSession();
  return (
    <>
      <PeriodChoice check={check} />
      {session !== null && isTable && <DraftButton check={check} unit={null} isConfirmed={false} />}
    </>
  );
}

function Welcome({ check }: { readonly check: Check }) {
  const { say } = useLanguage();
  const { state } = check;
  return (
    <>
      <h1>{say(CHECK_WORDS.title)}</h1>
      <p>{say(CHECK_WORDS.intro)}</p>
      {state.stage === null ? <DropZone onFile={check.choose} /> : <CheckProgress check={check} />}
      <Problem state={state} />
      <PeriodChoice check={check} />
      <ul className="promises">
        <li>{say(CHECK_WORDS.private)}</li>
        <li>{say(CHECK_WORDS.noRegister)}</li>
        <li>{say(CHECK_WORDS.serverDecides)}</li>
      </ul>
    </>
  );
}

/** The year a file is for, where its title does not say or says another. */
function PeriodChoice({ check }: { readonly check: Check }) {
  const { say } = useLanguage();
  return (
    <div className="period">
      <label htmlFor="period">{say(CHECK_WORDS.period)}</label>
      <Select
        id="period"
        value={check.state.period ?? ''}
        onChange={(year) => check.choosePeriod(year === '' ? null : year)}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: say(CHECK_WORDS.periodOfSheet) },
          ...check.basis.periods.map(({ id }) => ({ value: id, label: id })),
        ]}
      />
    </div>
  );
}

/** How far reading and checking are, and the way to stop. */
export function CheckProgress({ check }: { readonly check: Check }) {
  const { say } = useLanguage();
  const { stage, chosen } = check.state;
  return (
    <div className="drop busy">
      <p>
        <b>{chosen?.file.name}</b>
      </p>
      <ol className="stages">
        <li aria-current={stage === 'reading' ? 'step' : undefined}>
          {say(CHECK_WORDS.stageReading)}
        </li>
        <li aria-current={stage === 'judging' ? 'step' : undefined}>
          {say(CHECK_WORDS.stageJudging)}
        </li>
      </ol>
      <Button onClick={check.cancel}>{say(CHECK_WORDS.cancel)}</Button>
    </div>
  );
}

/** What went wrong in the page itself; what is wrong with a file is a finding. */
export function Problem({ state: { problem } }: { readonly state: CheckState }) {
  const { say } = useLanguage();
  if (problem === null) return null;
  return problem.kind === 'cancelled' ? (
    <Alert type="info" title={say(CHECK_WORDS.cancelled)} />
  ) : (
    <Alert type="error" title={say(filled(CHECK_WORDS.fault, { reason: problem.reason }))} />
  );
}

/** What is told to those who hear the page. */
export function statusOf({ stage, checked }: CheckState) {
  if (stage === 'reading') return CHECK_WORDS.stageReading;
  if (stage === 'writing') return CHECK_WORDS.stageWriting;
  if (checked === null) return { zh: '', en: '' };
  return filled(CHECK_WORDS.rechecked, { ...checked.counts });
}
