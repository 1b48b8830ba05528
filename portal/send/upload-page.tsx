import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputName, UploadStatusAnswer } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { COLLECTION_WORDS } from '../collections/collection-words.ts';
import { isLate, timingText } from '../collections/timing-text.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { ReviewPanel } from '../review/review-panel.tsx';
import { SEND_WORDS, SESSION_WORDS, UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { usePageTitle } from './page-title.ts';
import { ReportPreview } from './report-preview.tsx';
import { ScanSection } from './scan-section.tsx';
import { useMaySend } from './use-may-send.ts';
import { useSaving } from './use-saving.ts';
import { useWatched } from './use-watched.ts';

/** How far an upload is, live; and what came of it. */
export function UploadPage({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { upload, isReconnecting, problem } = useWatched(id, api);
  const [acted, setActed] = useState<UploadStatusAnswer | null>(null);
  const look = (): void => {
    // The step is taken whatever becomes of this: then the page says so when it is opened again.
    api.watch(id, null, new AbortController().signal).then(
      (news) => news !== null && setActed(news.upload),
      () => undefined,
    );
  };
  usePageTitle(say(UPLOAD_WORDS.title));
  return (
    <section className="wide">
      <h1>{say(UPLOAD_WORDS.title)}</h1>
      <ProblemAlert problem={problem} />
      {isReconnecting && <Alert type="warning" showIcon title={say(UPLOAD_WORDS.reconnecting)} />}
      {upload === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {upload !== null && <Progress upload={acted?.id === id ? acted : upload} onActed={look} />}
    </section>
  );
}

interface ProgressProps {
  readonly upload: UploadStatusAnswer;
  readonly onActed: () => void;
}

function Progress({ upload, onActed }: ProgressProps) {
  const { say } = useLanguage();
  const { period, unit, status, counts, timing } = upload;
  const inTime = timingText(timing, false);
  const maySend = useMaySend(unit.code) === true;
  const place = `${period}/${encodeURIComponent(unit.code)}`;
  return (
    <>
      <p className="facts">
        {say(filled(SEND_WORDS.owedYear, { period }))} {unit.name} · {upload.fileName}
        {upload.revision !== null &&
          ` · ${say(filled(UPLOAD_WORDS.revisionNumber, { revision: upload.revision }))}`}
        {` · ${upload.sender.name}`}
      </p>
      <p role="status" className={`outcome ${status}`}>
        <b>{say(upload.statusName)}</b>
        {status !== 'received' && <span>{say(filled(UPLOAD_WORDS.counts, { ...counts }))}</span>}
        {upload.isCurrent && inTime !== null && (
          <span className={isLate(timing, false) ? 'late' : undefined}>{say(inTime)}</span>
        )}
        {!upload.isSettled && <span>{say(UPLOAD_WORDS.leave)}</span>}
      </p>
      {upload.duplicateOf !== null && (
        <p>
          {say(UPLOAD_WORDS.duplicate)}{' '}
          <Link href={`/uploads/${upload.duplicateOf}`}>{say(UPLOAD_WORDS.first)}</Link>
        </p>
      )}
      {upload.afterClose && !upload.isCurrent && <p>{say(COLLECTION_WORDS.afterCloseSays)}</p>}
      {upload.superseded && <p>{say(UPLOAD_WORDS.superseded)}</p>}
      {upload.recalledAt !== null && (
        <p>{say(filled(UPLOAD_WORDS.recalledSays, { at: minuteInChina(upload.recalledAt) }))}</p>
      )}
      <Steps upload={upload} />
      <Outputs upload={upload} />
      <p className="owed-actions">
        <Link href={`/receipts/${upload.id}`}>{say(UPLOAD_WORDS.receipt)}</Link>
        <Link href={`/history/${place}`}>{say(SEND_WORDS.history)}</Link>
        {maySend && <Link href={`/send/${place}`}>{say(SEND_WORDS.sendAgain)}</Link>}
      </p>
      {upload.isSettled && upload.revision !== null && upload.outputs.stamped !== undefined && (
        <ScanSection upload={upload} revision={upload.revision} onAdded={onActed} />
      )}
      {upload.isSettled && upload.revision !== null && (
        <ReviewPanel upload={upload} revision={upload.revision} onActed={onActed} />
      )}
      {upload.outputs.report !== undefined && <ReportPreview id={upload.id} />}
    </>
  );
}

function Steps({ upload: { steps } }: { readonly upload: UploadStatusAnswer }) {
  const { say } = useLanguage();
  return (
    <ol className="steps">
      {steps.map(({ step, title, state, at }) => (
        <li key={step} className={state}>
          <b>{say(title)}</b> <span>{say(UPLOAD_WORDS[state])}</span>{' '}
          {at !== null && <time dateTime={at}>{minuteInChina(at)}</time>}
        </li>
      ))}
    </ol>
  );
}

/** In the order in which a unit wants them. */
const OFFERED: readonly OutputName[] = [
  'feedback',
  'corrected',
  'report',
  'stamped',
  'findings',
  'records',
];

function Outputs({ upload }: { readonly upload: UploadStatusAnswer }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { problem, save } = useSaving();
  const offered = OFFERED.filter((name) => upload.outputs[name] !== undefined);
  return (
    <div className="templates">
      {offered.map((name) => (
        <Button key={name} onClick={() => save(() => api.output(upload.id, name))}>
          {say(UPLOAD_WORDS[name])}
        </Button>
      ))}
      <ProblemAlert problem={problem} />
    </div>
  );
}
