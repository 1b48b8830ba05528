import { Button } from 'antd';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Receipt } from '../../functions/api/receipt-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { FactList } from './fact-list.tsx';
import { usePageTitle } from './page-title.ts';
import { QrCode } from './qr-code.tsx';
import { useFetched } from './use-fetched.ts';

/** Proof of what was sent, to print; its code leads whoever holds it to what it says now. */
export function ReceiptPage({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value: receipt, problem } = useFetched(useCallback(() => api.receipt(id), [api, id]));
  usePageTitle(say(UPLOAD_WORDS.receipt));
  return (
    <section className="narrow receipt">
      <h1>{say(UPLOAD_WORDS.receiptTitle)}</h1>
      <ProblemAlert problem={problem} />
      {receipt !== null && <Printed receipt={receipt} />}
    </section>
  );
}

function Printed({ receipt }: { readonly receipt: Receipt }) {
  const { say } = useLanguage();
  const address = new URL(receipt.verificationAddress, window.location.origin).href;
  return (
    <>
      <FactList facts={factsOf(receipt, say)} />
      <figure>
        <QrCode text={address} />
        <figcaption>
          {say(UPLOAD_WORDS.scan)}
          <br />
          <span className="code">{address}</span>
        </figcaption>
      </figure>
      <p className="owed-actions on-screen">
        <Button type="primary" onClick={() => window.print()}>
          {say(UPLOAD_WORDS.printReceipt)}
        </Button>
        <Link href={`/uploads/${receipt.id}`}>{say(UPLOAD_WORDS.title)}</Link>
      </p>
    </>
  );
}

type Say = ReturnType<typeof useLanguage>['say'];

function factsOf(receipt: Receipt, say: Say): readonly (readonly [string, string])[] {
  const { unit, revision, confirmedAt, report, counts, recalledAt } = receipt;
  const unknown = say(UPLOAD_WORDS.unknown);
  const confirmed =
    confirmedAt === null
      ? unknown
      : say(filled(UPLOAD_WORDS.confirmedAt, { at: minuteInChina(confirmedAt) }));
  const recalled =
    recalledAt === null
      ? ''
      : `　${say(filled(UPLOAD_WORDS.recalledAt, { at: minuteInChina(recalledAt) }))}`;
  return [
    [say(UPLOAD_WORDS.receiptId), receipt.id],
    [say(UPLOAD_WORDS.unit), `${unit.name}（${unit.code}）`],
    [say(UPLOAD_WORDS.period), receipt.period],
    [say(UPLOAD_WORDS.revision), revision === null ? unknown : String(revision)],
    [say(UPLOAD_WORDS.file), receipt.fileName],
    [say(UPLOAD_WORDS.size), say(filled(UPLOAD_WORDS.bytes, { size: receipt.size }))],
    ['SHA-256', receipt.sha256 ?? unknown],
    [say(UPLOAD_WORDS.at), minuteInChina(receipt.receivedAt)],
    [say(UPLOAD_WORDS.sender), receipt.sender.name],
    [say(UPLOAD_WORDS.confirmed), confirmed],
    [
      say(UPLOAD_WORDS.status),
      `${say(receipt.statusName)}　${say(filled(UPLOAD_WORDS.counts, { ...counts }))}`,
    ],
    [say(UPLOAD_WORDS.standing), `${say(receipt.standingName)}${recalled}`],
    [say(UPLOAD_WORDS.reportSha), report.sha256 ?? unknown],
  ];
}
