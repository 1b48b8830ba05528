import { Alert } from 'antd';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import type { ReviewAnswer, RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useActing } from '../review/use-acting.ts';
import { useFindings } from '../review/use-findings.ts';
import { useFetched } from '../send/use-fetched.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { AccountsDay } from './accounts-day.tsx';
import { useMasksDraft } from './masks-draft.ts';
import { Previews } from './previews.tsx';
import { PublicTable } from './public-table.tsx';
import { PUBLICATION_WORDS } from './publication-words.ts';
import { PublishPanel } from './publish-panel.tsx';
import { Signatures } from './signatures.tsx';

interface RevisionProps {
  readonly place: ReturnKey;
  readonly publication: PublicationAnswer;
  /** What is public now. */
  readonly published: number | null;
  readonly own: RevisionReviewAnswer;
  readonly onActed: (review: ReviewAnswer) => void;
}

/** A revision on its way to the public, in the order of what is to be done with it. */
export function RevisionToPublish(props: RevisionProps) {
  const { place, publication, published, own, onActed } = props;
  const { api } = useSession();
  const { revision } = own;
  const acting = useActing(place, revision, onActed);
  const draft = useMasksDraft(own.masks, publication.toConfirm);
  const table = useFetched(useCallback(() => api.table(place, revision), [api, place, revision]));
  const found = useFindings(publication.uploadId);
  // Fetched anew whenever other masks are saved.
  const masks = JSON.stringify(own.masks);
  const preview = useFetched(
    useCallback(() => api.preview(place, revision), [api, place, revision, masks]),
  );
  const isBlocked = draft.isToSave;
  return (
    <>
      <Standing publication={publication} own={own} />
      <AccountsDay
        key={publication.accountsOn}
        publication={publication}
        own={own}
        acting={acting}
      />
      <ToConfirm publication={publication} />
      <ProblemAlert problem={table.problem ?? found.problem ?? preview.problem} />
      {table.value !== null && found.value !== null && (
        <PublicTable
          table={table.value}
          own={own}
          found={found.value}
          draft={draft}
          acting={acting}
        />
      )}
      <ProblemAlert problem={acting.problem} />
      <Previews key={masks} place={place} revision={revision} preview={preview.value} />
      <Signatures wanted={publication.signatures} own={own} acting={acting} isBlocked={isBlocked} />
      <PublishPanel
        publication={publication}
        own={own}
        erratum={preview.value?.erratum ?? null}
        isErratum={published !== null && published !== revision}
        acting={acting}
        isBlocked={isBlocked}
      />
    </>
  );
}

type StandingProps = Pick<RevisionProps, 'publication' | 'own'>;

function Standing({ publication: { uploadId }, own }: StandingProps) {
  const { say } = useLanguage();
  const { revision, stateName, state, decided, reason } = own;
  return (
    <p role="status" className={`review-outcome review-${state}`}>
      {stateName !== null && <b>{say(stateName)}</b>}
      <span>{say(filled(PUBLICATION_WORDS.revision, { revision }))}</span>
      {decided !== null && (
        <span>
          {say(filled(PUBLICATION_WORDS.by, { name: decided.name, at: minuteInChina(decided.at) }))}
        </span>
      )}
      {reason !== null && <span>{reason}</span>}
      {uploadId !== null && (
        <Link href={`/uploads/${uploadId}`}>{say(PUBLICATION_WORDS.upload)}</Link>
      )}
    </p>
  );
}

function ToConfirm({ publication: { toConfirm } }: Pick<RevisionProps, 'publication'>) {
  const { say } = useLanguage();
  if (toConfirm === null) return null;
  const { revision, cells, lost } = toConfirm;
  const told = filled(PUBLICATION_WORDS.toConfirm, { revision, count: cells.length + lost });
  const gone = lost === 0 ? '' : say(filled(PUBLICATION_WORDS.lost, { count: lost }));
  return <Alert type="warning" showIcon title={`${say(told)}${gone}`} />;
}
