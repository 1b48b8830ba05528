import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RevisionList } from '../../functions/api/schemas.ts';
import type { AnswerKind } from '../api-client.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { ANSWER_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';

/** Characters of the shortest reason that says something. */
const LEAST_REASON = 2;
const MOST_REASON = 500;

/** What a unit says in place of a table: no projects this year, or none for the public. */
export function NoTable({ before }: { readonly before: RevisionList }) {
  const { say } = useLanguage();
  return (
    <details className="no-table">
      <summary>{say(ANSWER_WORDS.noTable)}</summary>
      <AnswerForm kind="nil-return" before={before} />
      <AnswerForm kind="not-public" before={before} />
    </details>
  );
}

interface FormProps {
  readonly kind: AnswerKind;
  /** What was sent before, when the page was opened. */
  readonly before: RevisionList;
}

function AnswerForm({ kind, before }: FormProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { modal } = App.useApp();
  const [, go] = useLocation();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const isAtIt = useRef(false);
  const { period, unit, basedOn } = before;
  const isNil = kind === 'nil-return';
  const name = say(isNil ? ANSWER_WORDS.nil : ANSWER_WORDS.notPublic);
  const give = async (): Promise<void> => {
    if (isAtIt.current) return;
    isAtIt.current = true;
    setProblem(null);
    try {
      const isSure = await modal.confirm({
        title: `${period} ${unit.name}：${name}`,
        content: say(ANSWER_WORDS.consequence),
        okText: say(ANSWER_WORDS.give),
        cancelText: say(ANSWER_WORDS.abandon),
      });
      if (!isSure) return;
      await api.answer({ period, unit: unit.code }, kind, { basedOn, reason: reason.trim() });
      go(`/history/${period}/${unit.code}`);
    } catch (error) {
      setProblem(error);
    } finally {
      isAtIt.current = false;
    }
  };
  return (
    <div className="answer-form">
      <label htmlFor={kind}>
        <b>{name}</b> {say(isNil ? ANSWER_WORDS.nilReason : ANSWER_WORDS.notPublicReason)}
      </label>
      <Input.TextArea
        id={kind}
        maxLength={MOST_REASON}
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button disabled={!isNil && reason.trim().length < LEAST_REASON} onClick={give}>
        {name}
      </Button>
      <ProblemAlert problem={problem} />
    </div>
  );
}
