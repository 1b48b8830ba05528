import { Alert } from 'antd';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CheckCodeAnswer } from '../../functions/api/check-code-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { ApiProblem } from '../api-request.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { FactList } from '../send/fact-list.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS, UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { type AskedCode, CodeForm } from './code-form.tsx';
import { CODE_WORDS } from './code-words.ts';

/** Which revision the code on a stamped copy is of, for whoever may read the unit's tables. */
export function CodePage({ asked }: { readonly asked: AskedCode | null }) {
  const { say } = useLanguage();
  usePageTitle(say(CODE_WORDS.title));
  return (
    <section className="narrow receipt">
      <h1>{say(CODE_WORDS.title)}</h1>
      <p>{say(CODE_WORDS.intro)}</p>
      <CodeForm asked={asked} />
      {asked !== null && <Looked asked={asked} />}
    </section>
  );
}

function Looked({ asked }: { readonly asked: AskedCode }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { period, unit, code } = asked;
  const { value, problem } = useFetched(useCallback(() => api.checkCode(asked), [api, asked]));
  // A unit that is not there has no such code either.
  const isNone =
    value?.found === null || (problem instanceof ApiProblem && problem.kind === 'not-found');
  if (isNone) {
    return (
      <Alert type="error" showIcon title={say(filled(CODE_WORDS.none, { period, unit, code }))} />
    );
  }
  if (value === null) {
    return problem === null ? (
      <p>{say(SESSION_WORDS.loading)}</p>
    ) : (
      <ProblemAlert problem={problem} />
    );
  }
  return <Found answer={value} />;
}

function Found({ answer: { found, unit, period, code } }: { readonly answer: CheckCodeAnswer }) {
  const { say } = useLanguage();
  if (found === null) return null;
  const { revision, uploadId, title, receivedAt, standing, standingName, publication } = found;
  const public_ =
    publication === null
      ? CODE_WORDS.never
      : filled(CODE_WORDS[publication.status], { at: minuteInChina(publication.publishedAt) });
  return (
    <>
      <p className={`outcome standing-now ${standing}`} role="status">
        <span>{say(filled(CODE_WORDS.found, { revision }))}</span>
        <b>{say(standingName)}</b>
      </p>
      <p>{say(CODE_WORDS.compare)}</p>
      <FactList
        facts={[
          [say(CODE_WORDS.code), code],
          [say(UPLOAD_WORDS.unit), `${unit.name}（${unit.code}）`],
          [say(UPLOAD_WORDS.period), period],
          [say(CODE_WORDS.table), title],
          [say(CODE_WORDS.receivedAt), minuteInChina(receivedAt)],
          [say(CODE_WORDS.publication), say(public_)],
        ]}
      />
      <p className="owed-actions">
        <Link href={`/uploads/${uploadId}`}>{say(CODE_WORDS.open)}</Link>
        {publication?.address != null && <a href={publication.address}>{publication.address}</a>}
      </p>
    </>
  );
}
