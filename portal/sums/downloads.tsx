import { Button } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../check/save-file.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useSession } from '../session/session.tsx';
import { useMe } from '../session/use-me.ts';
import { SUMS_WORDS } from './sums-words.ts';

const FILES = [
  ['workbook', 'summary.xlsx'],
  ['csv', 'summary.csv'],
  ['json', 'summary.json'],
] as const;

/** The summary as files, for those who look at every submitter: it tells of all. */
export function Downloads({ period }: { readonly period: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const me = useMe();
  const [problem, setProblem] = useState<unknown>(null);
  const seesAll = me?.groups.some((group) => group === 'finance' || group === 'auditor') === true;
  if (!seesAll) return null;
  const load = async (file: string): Promise<void> => {
    try {
      const answer = await api.summary(period, file);
      if ('blob' in answer) saveBlob(answer);
      else window.location.assign(answer.url);
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <fieldset className="sum-downloads">
      <legend className="heard">{say(SUMS_WORDS.downloads)}</legend>
      {FILES.map(([name, file]) => (
        <Button key={file} onClick={() => load(file)}>
          {say(SUMS_WORDS[name])}
        </Button>
      ))}
      <ProblemAlert problem={problem} />
    </fieldset>
  );
}
