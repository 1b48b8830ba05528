import { Button } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../check/save-file.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useSession } from '../session/session.tsx';
import { useMe } from '../session/use-me.ts';
import { BOARD_WORDS } from './review-words.ts';

/** Saves the audit trail of a period, for `jixiao audit verify`: for finance and auditors. */
export function AuditExport({ period }: { readonly period: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const me = useMe();
  const [problem, setProblem] = useState<unknown>(null);
  const maySee = me?.groups.some((group) => group === 'finance' || group === 'auditor') === true;
  if (!maySee) return null;
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      saveBlob({ blob: await api.audit(period), name: `审计记录-${period}.jsonl` });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div>
      <Button onClick={save}>{say(BOARD_WORDS.audit)}</Button>
      <ProblemAlert problem={problem} />
    </div>
  );
}
