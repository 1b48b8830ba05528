import type { ApiPorts } from '../../shared/api-ports.ts';
import { countedRevision } from '../../shared/counted.ts';
import type { Text } from '../../shared/locale.ts';
import { masksToConfirm } from '../../shared/review/carried-masks.ts';
import { loadSituation } from '../../shared/review/load-situation.ts';
import { openGates } from '../../shared/review/open-gates.ts';
import { SIGNATURE_NAMES } from '../../shared/review/signature-names.ts';
import type { ReviewPolicy } from '../../shared/review-policy.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import type { Head } from '../../shared/submission.ts';
import {
  NO_REVIEW,
  type Reasoned,
  type RevisionReview,
  revisionReview,
  type SubmissionReview,
} from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import type { PublicationLine } from './publication-schemas.ts';

type Ports = Pick<ApiPorts, 'submissions' | 'outputs'>;

/** How far the publication of one submission is, as far as its own head and files tell. */
export type OwnLine = Pick<
  PublicationLine,
  | 'revision'
  | 'stateName'
  | 'waits'
  | 'isReady'
  | 'isErratum'
  | 'scheduled'
  | 'unscheduled'
  | 'publishedAt'
>;

/** For whom a line is. */
interface Looking {
  readonly policy: ReviewPolicy;
  /** They may act as the submitter's department. */
  readonly isDepartment: boolean;
}

/**
 * How far it is, and whether somebody may publish it now, by its head alone: of thousands nothing else is
 * read. Null where nothing of it counts.
 */
export async function publicationLine(
  head: Head,
  { policy, isDepartment }: Looking,
  ports: Ports,
): Promise<OwnLine | null> {
  const review = head.review ?? NO_REVIEW;
  const revision = review.approved ?? review.published ?? countedRevision(head)?.revision;
  if (revision === undefined) return null;
  const key = { period: head.period, submitter: head.submitter, revision };
  const own = revisionReview(review, revision);
  const published = review.published === null ? null : review.revisions[review.published];
  const isToPublish = own.state === 'approved';
  const open = isToPublish ? await openGatesOf(key, own, head, ports) : null;
  const left = open === null ? null : leftToDo(key, review, open, policy);
  return {
    revision,
    stateName: reviewStateName(own),
    waits: open === null ? waitsForReview(own.state) : (left ?? PUBLISHING[timeOf(own)]),
    // Of what was purged since it was approved nothing counts any more.
    isReady: isDepartment && head.current !== null && open !== null && left === null,
    isErratum: isToPublish && review.published !== null,
    scheduled:
      own.scheduled === null
        ? null
        : {
            name: own.scheduled.name,
            at: own.scheduled.at,
            notBefore: own.scheduled.notBefore,
          },
    unscheduled: own.unscheduled === null ? null : toldReason(own.unscheduled),
    publishedAt: published?.publication?.at ?? null,
  };
}

const FINANCE: Text = { zh: '财政', en: 'Finance' };
const DEPARTMENT: Text = { zh: '主管部门', en: 'Department' };
const UNIT: Text = { zh: '单位', en: 'Unit' };

/** How many marked places are open; looked up for one that nobody acted on since heads say. Null: nothing is known. */
async function openGatesOf(
  key: RevisionKey,
  own: RevisionReview,
  head: Head,
  ports: Ports,
): Promise<number | null> {
  if (own.openGates !== undefined) return own.openGates;
  const situation = await loadSituation(key, 'publish', head, ports);
  return situation === null ? null : openGates(own, situation.gates).length;
}

/** People are told by name. */
const toldReason = ({ name, at, reason }: Reasoned) => ({ name, at, reason });

/** What is waited for where all is signed. */
const PUBLISHING = {
  byHand: { who: DEPARTMENT, what: { zh: '公开', en: 'Publish' } },
  byClock: {
    who: { zh: '系统', en: 'The system' },
    what: { zh: '到时公开', en: 'Its time' },
  },
} as const satisfies Readonly<Record<string, PublicationLine['waits']>>;

const timeOf = ({ scheduled }: RevisionReview): keyof typeof PUBLISHING =>
  scheduled === null ? 'byHand' : 'byClock';

/** Whoever is to act before there is anything to publish. */
function waitsForReview(state: string): PublicationLine['waits'] {
  switch (state) {
    case 'pending':
    case 'forwarded':
    case 'waiting':
      return { what: { zh: '审核', en: 'Review' }, who: FINANCE };
    case 'sent-back':
    case 'recalled':
      return { what: { zh: '重新报送', en: 'To be sent again' }, who: UNIT };
    default:
      return null;
  }
}

/** What an approved revision waits for before it can be public; null where nothing is left. */
function leftToDo(
  { revision }: RevisionKey,
  review: SubmissionReview,
  open: number,
  policy: ReviewPolicy,
): PublicationLine['waits'] {
  const own = revisionReview(review, revision);
  const who = DEPARTMENT;
  if (masksToConfirm(review, revision) !== null) {
    return { who, what: { zh: '确认沿用的遮蔽', en: 'Confirm the masks' } };
  }
  if (open > 0) {
    const what = { zh: `签认或遮蔽 ${open} 处`, en: `Sign off or mask ${open} places` };
    return { who, what };
  }
  const next = SIGNATURE_NAMES[policy.signatures][own.signatures.length];
  return next === undefined ? null : { who, what: next };
}
