import { App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Difference, RevisionList, UploadLine } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { AnswerRow } from './answer-row.tsx';
import { DifferenceView } from './difference-view.tsx';
import { inOrder, isComparable, placeOf } from './history-lines.ts';
import { usePageTitle } from './page-title.ts';
import { useFetched } from './use-fetched.ts';
import { useMaySend } from './use-may-send.ts';

const COLUMNS = ['revision', 'at', 'file', 'sender', 'status', 'actions'] as const;

/** Every revision of a return: who sent what when, what changed, and taking one back. */
export function HistoryPage({ period, unit }: ReturnKey) {
  const { say } = useLanguage();
  const { api } = useSession();
  const key = useMemo(() => ({ period, unit }), [period, unit]);
  const fetched = useFetched(useCallback(() => api.revisions(key), [api, key]));
  const maySend = useMaySend(unit) === true;
  const title = say(
    filled(UPLOAD_WORDS.historyTitle, { period, unit: fetched.value?.unit.name ?? unit }),
  );
  usePageTitle(title);
  return (
    <section className="wide">
      <h1>{title}</h1>
      <ProblemAlert problem={fetched.problem} />
      {fetched.value !== null && (
        <Revisions list={fetched.value} place={key} maySend={maySend} onRecalled={fetched.again} />
      )}
      {maySend && (
        <p className="owed-actions">
          <Link href={`/send/${period}/${encodeURIComponent(unit)}`} className="main-link">
            {say(UPLOAD_WORDS.toSend)}
          </Link>
        </p>
      )}
    </section>
  );
}

interface RevisionsProps {
  readonly list: RevisionList;
  readonly place: ReturnKey;
  /** False for those who only look on. */
  readonly maySend: boolean;
  readonly onRecalled: () => void;
}

function Revisions({ list, place, maySend, onRecalled }: RevisionsProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { modal } = App.useApp();
  const [difference, setDifference] = useState<Difference | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  if (list.revisions.length + list.answers.length === 0)
    return <p>{say(UPLOAD_WORDS.noHistory)}</p>;
  const compare = async (revision: number): Promise<void> => {
    setDifference(null);
    setProblem(null);
    await api.difference(place, revision).then(setDifference, setProblem);
  };
  const recall = async (revision: number): Promise<void> => {
    setProblem(null);
    const isSure = await modal.confirm({
      title: say(filled(UPLOAD_WORDS.recallQuestion, { revision })),
      content: say(UPLOAD_WORDS.recallAdvice),
      okText: say(UPLOAD_WORDS.recall),
      cancelText: say(UPLOAD_WORDS.keep),
    });
    if (isSure) await api.recall(place, revision).then(onRecalled, setProblem);
  };
  return (
    <>
      <div className="scroll">
        <table className="revisions history-table">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {say(UPLOAD_WORDS[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(list).map((line) =>
              'kind' in line ? (
                <AnswerRow key={line.id} answer={line} onRecall={maySend ? recall : null} />
              ) : (
                <RevisionRow
                  key={line.id}
                  line={line}
                  onCompare={isComparable(line, list) ? compare : null}
                  onRecall={maySend ? recall : null}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      <ProblemAlert problem={problem} />
      {difference !== null && <DifferenceView difference={difference} />}
    </>
  );
}

interface RowProps {
  readonly line: UploadLine;
  /** Null where there is nothing to compare with. */
  readonly onCompare: ((revision: number) => void) | null;
  /** Null for those who may not. */
  readonly onRecall: ((revision: number) => void) | null;
}

function RevisionRow({ line, onCompare, onRecall }: RowProps) {
  const { say } = useLanguage();
  const { revision, status, recalledAt, isCurrent, counts } = line;
  const place = placeOf(line);
  return (
    <tr>
      <td data-label={say(UPLOAD_WORDS.revision)}>{revision ?? '—'}</td>
      <td data-label={say(UPLOAD_WORDS.at)}>{minuteInChina(line.receivedAt)}</td>
      <td data-label={say(UPLOAD_WORDS.file)}>{line.fileName}</td>
      <td data-label={say(UPLOAD_WORDS.sender)}>{line.sender.name}</td>
      <td data-label={say(UPLOAD_WORDS.status)}>
        {say(line.statusName)}
        {status !== 'received' && (
          <span className="quiet"> {say(filled(UPLOAD_WORDS.counts, { ...counts }))}</span>
        )}
        {place !== null && <p>{isCurrent ? <b>{say(place)}</b> : say(place)}</p>}
      </td>
      <td className="row-actions">
        <Link href={`/uploads/${line.id}`}>{say(UPLOAD_WORDS.look)}</Link>
        <Link href={`/receipts/${line.id}`}>{say(UPLOAD_WORDS.receipt)}</Link>
        {revision !== null && onCompare !== null && (
          <Button size="small" onClick={() => onCompare(revision)}>
            {say(UPLOAD_WORDS.compare)}
          </Button>
        )}
        {revision !== null && onRecall !== null && isCurrent && recalledAt === null && (
          <Button size="small" danger onClick={() => onRecall(revision)}>
            {say(UPLOAD_WORDS.recall)}
          </Button>
        )}
      </td>
    </tr>
  );
}
