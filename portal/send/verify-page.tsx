import { Alert } from 'antd';
import { useCallback, useState } from 'react';
import type { VerifiedReceipt } from '../../functions/api/receipt-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { ApiProblem } from '../api-request.ts';
import { DropZone } from '../check/drop-zone.tsx';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SESSION_WORDS, UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { FactList } from './fact-list.tsx';
import { usePageTitle } from './page-title.ts';
import { useFetched } from './use-fetched.ts';
import { VERIFY_WORDS } from './verify-words.ts';
import './send.css';

/** What the code on a receipt opens: for anybody who holds it, without signing in. */
export default function VerifyPage({ id, code }: { readonly id: string; readonly code: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value, problem } = useFetched(
    useCallback(() => api.verifyReceipt(id, code), [api, id, code]),
  );
  const isNone = problem instanceof ApiProblem && problem.kind === 'not-found';
  usePageTitle(say(VERIFY_WORDS.title));
  return (
    <section className="narrow receipt">
      <h1>{say(VERIFY_WORDS.title)}</h1>
      {isNone ? (
        <Alert type="error" showIcon title={say(VERIFY_WORDS.none)} />
      ) : (
        <ProblemAlert problem={problem} />
      )}
      {value === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {value !== null && <Verified receipt={value} />}
    </section>
  );
}

function Verified({ receipt }: { readonly receipt: VerifiedReceipt }) {
  const { say } = useLanguage();
  const { standing, standingName, recalledAt, unit, revision, sha256, reportSha256 } = receipt;
  const unknown = say(UPLOAD_WORDS.unknown);
  const recalled =
    recalledAt === null
      ? ''
      : `　${say(filled(VERIFY_WORDS.recalled, { at: minuteInChina(recalledAt) }))}`;
  return (
    <>
      <p className={`outcome standing-now ${standing}`} role="status">
        <span>{say(VERIFY_WORDS.now)}</span>
        <b>
          {say(standingName)}
          {recalled}
        </b>
      </p>
      <p>{say(VERIFY_WORDS.intro)}</p>
      <FactList
        facts={[
          [say(UPLOAD_WORDS.receiptId), receipt.id],
          [say(UPLOAD_WORDS.unit), `${unit.name}（${unit.code}）`],
          [say(UPLOAD_WORDS.period), receipt.period],
          [say(UPLOAD_WORDS.revision), revision === null ? unknown : String(revision)],
          [say(UPLOAD_WORDS.file), receipt.fileName],
          [say(UPLOAD_WORDS.size), say(filled(UPLOAD_WORDS.bytes, { size: receipt.size }))],
          ['SHA-256', sha256 ?? unknown],
          [say(UPLOAD_WORDS.at), minuteInChina(receipt.receivedAt)],
          [say(UPLOAD_WORDS.sender), receipt.sender],
          [say(UPLOAD_WORDS.reportSha), reportSha256 ?? unknown],
        ]}
      />
      <Comparison receipt={receipt} />
    </>
  );
}

/** Holds a file against the receipt, on this computer alone. */
function Comparison({ receipt }: { readonly receipt: VerifiedReceipt }) {
  const { say } = useLanguage();
  const [told, setTold] = useState<{ readonly name: string; readonly says: Text } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const compare = async (file: File): Promise<void> => {
    setProblem(null);
    setTold(null);
    try {
      // Loaded when first needed; browsers have one of their own only where pages come by TLS.
      const { sha256OfFile } = await import('./file-digest.ts');
      setTold({ name: file.name, says: verdictOf(await sha256OfFile(file), receipt) });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div className="on-screen">
      <h2>{say(VERIFY_WORDS.compare)}</h2>
      <DropZone
        accept="*"
        words={VERIFY_WORDS.drop}
        formats={VERIFY_WORDS.local}
        onFile={compare}
      />
      <div role="status">
        {told !== null && (
          <Alert
            type={told.says === VERIFY_WORDS.isOther ? 'error' : 'success'}
            showIcon
            title={`${told.name}　${say(told.says)}`}
          />
        )}
      </div>
      <ProblemAlert problem={problem} />
    </div>
  );
}

function verdictOf(digest: string, { sha256, reportSha256 }: VerifiedReceipt): Text {
  if (digest === sha256) return VERIFY_WORDS.isFile;
  return digest === reportSha256 ? VERIFY_WORDS.isReport : VERIFY_WORDS.isOther;
}
