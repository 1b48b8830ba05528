import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { PeriodChoice } from './period-choice.tsx';

interface PageProps {
  /** Of the address; null for the newest. */
  readonly wanted: string | null;
  /** With `{period}` in it. */
  readonly title: Text;
  /** The address of another period, up to its id. */
  readonly path: string;
  readonly children: (period: string) => ReactNode;
}

/** A page about all units of a period, with a way to the other periods. */
export function PeriodPage({ wanted, title, path, children }: PageProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const { value: periods, problem } = useFetched(api.periods);
  const period = wanted ?? periods?.at(-1)?.id ?? null;
  const named = say(filled(title, { period: period ?? '' }));
  usePageTitle(named);
  return (
    <section className="wide board">
      <h1>{named}</h1>
      <ProblemAlert problem={problem} />
      {periods !== null && period !== null && (
        <PeriodChoice
          periods={periods}
          period={period}
          onChoose={(chosen) => go(`${path}/${chosen}`)}
        />
      )}
      {period !== null && children(period)}
    </section>
  );
}
