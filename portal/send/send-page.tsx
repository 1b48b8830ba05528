import { Checkbox } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RevisionList } from '../../functions/api/schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { numbered } from '../check/check-basis.ts';
import { CheckProgress, Problem, statusOf } from '../check/check-page.tsx';
import { CheckedFile } from '../check/checked-file.tsx';
import { DraftButton } from '../check/draft-button.tsx';
import { DropZone } from '../check/drop-zone.tsx';
import type { NumberedBasis } from '../check/messages.ts';
import { type Check, useCheck } from '../check/use-check.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SEND_WORDS, SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { NoTable } from './no-table.tsx';
import { usePageTitle } from './page-title.ts';
import { SendButton } from './send-button.tsx';
import { useFetched } from './use-fetched.ts';
import { useMaySend } from './use-may-send.ts';
import '../check/check.css';
import '../table/table.css';

/** Confirm, drop, check, mend, send. */
export function SendPage({ period, unit }: ReturnKey) {
  const { say } = useLanguage();
  const { api } = useSession();
  const key = useMemo(() => ({ period, unit }), [period, unit]);
  const fetchAll = useCallback(
    () => Promise.all([api.revisions(key), api.checkBasis(key).then(numbered)]),
    [api, key],
  );
  const { value, problem } = useFetched(fetchAll);
  const [before, basis] = value ?? [null, null];
  const title = say(filled(SEND_WORDS.sendTitle, { period, unit: before?.unit.name ?? unit }));
  const maySend = useMaySend(unit);
  usePageTitle(title);
  if (before !== null && maySend === false) return <OnlyLook title={title} place={key} />;
  if (before === null || basis === null || maySend === null) {
    return (
      <section className="narrow">
        <h1>{title}</h1>
        {problem === null ? (
          <p>{say(SESSION_WORDS.loading)}</p>
        ) : (
          <ProblemAlert problem={problem} />
        )}
      </section>
    );
  }
  return <Sending title={title} before={before} basis={basis} />;
}

/** For those who see a return and may not send it. */
function OnlyLook({ title, place }: { readonly title: string; readonly place: ReturnKey }) {
  const { say } = useLanguage();
  return (
    <section className="narrow">
      <h1>{title}</h1>
      <p>{say(SEND_WORDS.notYours)}</p>
      <p>
        <Link href={`/history/${place.period}/${encodeURIComponent(place.unit)}`}>
          {say(SEND_WORDS.history)}
        </Link>
      </p>
    </section>
  );
}

interface SendingProps {
  readonly title: string;
  /** What was sent before, when the page was opened. */
  readonly before: RevisionList;
}

interface BasisProps {
  /** What the table is checked by: what the server would hold it against. */
  readonly basis: NumberedBasis;
}

function Sending({ title, before, basis }: SendingProps & BasisProps) {
  const { say } = useLanguage();
  const [isConfirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const check = useCheck(basis, { period: before.period, submitter: before.unit.code });
  const { checked } = check.state;
  return (
    <div className={checked === null ? 'narrow' : 'check'}>
      {checked === null ? (
        <Start
          title={title}
          check={check}
          before={before}
          isConfirmed={isConfirmed}
          onConfirm={setConfirmed}
        />
      ) : (
        <CheckedFile
          check={check}
          checked={checked}
          action={
            <>
              <SendButton check={check} checked={checked} before={before} onProblem={setProblem} />
              {checked.table !== null && (
                <DraftButton check={check} unit={before.unit.code} isConfirmed={isConfirmed} />
              )}
            </>
          }
          notice={
            <>
              <p className="facts">{title}</p>
              <ProblemAlert problem={problem} />
            </>
          }
        />
      )}
      <p className="heard" role="status">
        {say(statusOf(check.state))}
      </p>
    </div>
  );
}

interface StartProps extends SendingProps {
  readonly check: Check;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

function Start({ title, check, before, isConfirmed, onConfirm }: StartProps) {
  const { say } = useLanguage();
  return (
    <>
      <h1>{title}</h1>
      <Checkbox checked={isConfirmed} onChange={({ target }) => onConfirm(target.checked)}>
        {say(SEND_WORDS.confirm)}
      </Checkbox>
      {check.state.stage === null ? (
        <DropZone onFile={check.choose} isDisabled={!isConfirmed} />
      ) : (
        <CheckProgress check={check} />
      )}
      <Problem state={check.state} />
      <p className="formats">
        {say(isConfirmed ? SEND_WORDS.checkedHere : SEND_WORDS.confirmFirst)}
      </p>
      {check.state.stage === null && <NoTable before={before} />}
    </>
  );
}
