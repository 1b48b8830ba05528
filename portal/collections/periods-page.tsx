import { Alert, Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Definition } from '../../functions/api/collection-schemas.ts';
import { isPeriodId, type Period } from '../../shared/period.ts';
import { FORMS } from '../../templates/forms.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { randomKey } from '../send/random-key.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { TextRow } from './form-rows.tsx';
import { ImpactPart } from './impact-part.tsx';
import { policyIn } from './impact-trial.ts';
import { PeriodForm } from './period-form.tsx';
import { PERIOD_WORDS } from './setup-words.ts';

/** Every period, and a new one. */
export function PeriodsPage() {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const { value: periods, problem } = useFetched(api.periods);
  const [year, setYear] = useState('');
  usePageTitle(say(PERIOD_WORDS.title));
  return (
    <section className="wide">
      <h1>{say(PERIOD_WORDS.title)}</h1>
      <p>{say(PERIOD_WORDS.intro)}</p>
      <ProblemAlert problem={problem} />
      <ul className="periods">
        {[...(periods ?? [])].reverse().map(({ id, dueOn, forms }) => (
          <li key={id}>
            <b>{id}</b>{' '}
            <span className="quiet">
              {forms.join('、')} {dueOn !== null && `· ${dueOn}`}
            </span>{' '}
            <Link href={`/periods/${id}`}>{say(PERIOD_WORDS.edit)}</Link>{' '}
            <Link href={`/periods/${id}/projects`}>{say(PERIOD_WORDS.list)}</Link>{' '}
            <Link href={`/board/${id}`}>{say(PERIOD_WORDS.board)}</Link>
          </li>
        ))}
      </ul>
      <form
        className="answer-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPeriodId(year)) go(`/periods/${year}`);
        }}
      >
        <h2>{say(PERIOD_WORDS.make)}</h2>
        <TextRow label={say(PERIOD_WORDS.year)} value={year} onChange={setYear} />
        <Button htmlType="submit" disabled={!isPeriodId(year)}>
          {say(PERIOD_WORDS.make)}
        </Button>
      </form>
    </section>
  );
}

/** What is set of a period; of one that is not there yet, what it starts from. */
export function PeriodPage({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const fetched = useFetched(
    useCallback(async () => (await api.definition(id)) ?? newPeriod(id), [api, id]),
  );
  const title = say(filled(PERIOD_WORDS.of, { period: id }));
  usePageTitle(title);
  return (
    <section className="wide">
      <h1>{title}</h1>
      <ProblemAlert problem={fetched.problem} />
      {fetched.value === null && fetched.problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {fetched.value !== null && <PeriodEditor found={fetched.value} />}
    </section>
  );
}

/** What a period that is not there yet is based on. */
const NOT_MADE = 'none';

const newPeriod = (id: string): Definition => ({
  definition: { id, forms: FORMS.slice(-1).map((form) => form.id), budgetBasis: '未注明' },
  basedOn: NOT_MADE,
});

function PeriodEditor({ found }: { readonly found: Definition }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [standing, setStanding] = useState(found);
  const [draft, setDraft] = useState<Period>(found.definition);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaved, setSaved] = useState(false);
  // The same for every try of the same draft.
  const tried = useRef({ draft, id: randomKey() });
  const save = async (): Promise<void> => {
    setProblem(null);
    setSaved(false);
    if (tried.current.draft !== draft) tried.current = { draft, id: randomKey() };
    try {
      const { basedOn } = standing;
      setStanding(await api.define({ id: tried.current.id, basedOn, definition: draft }));
      setSaved(true);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <form
      className="setup"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PeriodForm
        period={draft}
        onChange={(next) => {
          setDraft(next);
          setSaved(false);
        }}
      />
      {standing.basedOn !== NOT_MADE && (
        <ImpactPart period={draft.id} draft={policyIn(draft)} basedOn={standing.basedOn} />
      )}
      <ProblemAlert problem={problem} />
      {isSaved && <Alert type="success" showIcon title={say(PERIOD_WORDS.saved)} />}
      <div className="owed-actions">
        <Button type="primary" htmlType="submit">
          {say(PERIOD_WORDS.save)}
        </Button>
        <Link href="/periods">{say(PERIOD_WORDS.title)}</Link>
        <Link href={`/board/${draft.id}`}>{say(PERIOD_WORDS.board)}</Link>
      </div>
    </form>
  );
}
