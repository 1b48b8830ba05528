import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import type { Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { PeriodChoice } from '../review/period-choice.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { BandPart } from './band-part.tsx';
import { DoublePart } from './double-part.tsx';
import { Downloads } from './downloads.tsx';
import { FigureCards } from './figure-cards.tsx';
import { LinePart } from './line-part.tsx';
import { LowPart } from './low-part.tsx';
import { RulePart } from './rule-part.tsx';
import { SourcePart } from './source-part.tsx';
import { SUMS_WORDS } from './sums-words.ts';
import { YearPart } from './year-part.tsx';

interface PageProps {
  /** Null for the newest. */
  readonly wanted: string | null;
  /** Null for all that whoever looks may see. */
  readonly department: string | null;
}

/** What a period comes to, or one department of it. */
export function SumsPage({ wanted, department }: PageProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const { value: periods, problem } = useFetched(api.periods);
  const period = wanted ?? periods?.at(-1)?.id ?? null;
  const { value: sums, problem: unread } = useFetched(
    useCallback(
      async () => (period === null ? null : api.sums(period, department)),
      [api, period, department],
    ),
  );
  const title = say(titleOf(period ?? '', sums?.department?.name ?? department));
  usePageTitle(title);
  return (
    <section className="wide sums">
      {period !== null && department !== null && (
        <p>
          <Link href={`/sums/${period}`}>← {say(SUMS_WORDS.allDepartments)}</Link>
        </p>
      )}
      <h1>{title}</h1>
      <ProblemAlert problem={problem ?? unread} />
      {periods !== null && period !== null && (
        <div className="sum-tools">
          <PeriodChoice
            periods={periods}
            period={period}
            onChoose={(chosen) => go(`/sums/${chosen}`)}
          />
          {department === null && <Downloads period={period} />}
        </div>
      )}
      {sums === null && unread === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {sums !== null && <SumsOf sums={sums} />}
    </section>
  );
}

const titleOf = (period: string, department: string | null) =>
  department === null
    ? filled(SUMS_WORDS.title, { period })
    : filled(SUMS_WORDS.ofDepartment, { period, department });

function SumsOf({ sums }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const { owed, reported, budgetBasis: basis, passed } = sums;
  return (
    <>
      <p>{say(filled(SUMS_WORDS.intro, { owed, reported, basis }))}</p>
      {passed.tables === 0 ? (
        <p>{say(SUMS_WORDS.nothing)}</p>
      ) : (
        <>
          <FigureCards sums={sums} />
          <LinePart sums={sums} />
          <DoublePart sums={sums} />
          <YearPart sums={sums} />
          <SourcePart sums={passed} />
          <BandPart sums={passed} />
          <LowPart sums={sums} />
          <RulePart rules={sums.rules} />
        </>
      )}
    </>
  );
}
