import type { FindingsReport } from '../../shared/findings-report.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import type { ReviewAction, Reviewer } from '../../shared/review/review-act.ts';
import { STEPS } from '../../shared/review/steps.ts';
import type { ReviewState } from '../../shared/review-state.ts';
import type { Head, Revision } from '../../shared/submission.ts';
import type { Role } from '../../shared/submission-review.ts';
import { NO_REVIEW, type RevisionReview, revisionReview } from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import type { World } from '../memory-ports.ts';
import { nameOf, rowsName } from '../memory-store/tables.ts';
import type { Random } from './random.ts';
import { MASKINGS } from './sent-files.ts';
import { DEPARTMENT, type System } from './system.ts';

/*
 * What people do: mostly what is theirs to do next, as the pages show it, and now and then something that
 * nobody should let them do.
 */

/** What somebody is about to do. */
export interface Intent {
  readonly by: Reviewer;
  readonly revision: number;
  readonly action: ReviewAction;
}

type Kind = ReviewAction['kind'];

const UNITS = ['LG-FGJ', 'LG-GXJ'];
const person = (id: string, role: Role, units: readonly string[] = UNITS): Reviewer => ({
  id,
  name: `${role} ${id}`,
  role,
  units,
});

const PEOPLE: readonly Reviewer[] = [
  person('u1', 'unit'),
  person('d1', 'department'),
  person('d2', 'department'),
  person('d3', 'department'),
  person('d4', 'department'),
  person('f1', 'finance', []),
  person('f2', 'finance', []),
];

/** Whom nothing here is for. */
const STRANGERS: readonly Reviewer[] = [
  person('u9', 'unit', []),
  person('d9', 'department', []),
  person('a9', 'auditor'),
];

const many = (count: number, kind: Kind): readonly Kind[] => new Array<Kind>(count).fill(kind);

/** What comes next in a state; what stands there more than once comes more often. */
const NEXT: Readonly<Record<ReviewState, readonly Kind[]>> = {
  pending: [...many(9, 'approve'), 'forward', 'send-back', 'recall'],
  forwarded: ['approve', 'approve', 'approve', 'approve', 'send-back'],
  'sent-back': ['reopen'],
  approved: [...many(7, 'sign'), 'publish', 'mask', 'reopen'],
  published: ['withdraw'],
  withdrawn: ['reopen', 'reopen', 'withdraw'],
  waiting: ['take', 'take', 'take', 'take', 'recall'],
  recalled: [],
  replaced: [],
};

/** What stands in the way is done first, as a rule. */
function nextSteps(system: System, key: RevisionKey, own: RevisionReview): readonly Kind[] {
  const { reviewPolicy, world } = system;
  const { verdict = null } = storedRevision(world, key) ?? {};
  const isOver = ['recalled', 'replaced'].includes(own.state);
  if (verdict === null) return isOver ? [] : ['recall'];
  if (verdict.outcome.status === 'purged') return own.state === 'published' ? ['withdraw'] : [];
  if (verdict.outcome.status === 'returned' && own.specially === null) return ['accept-specially'];
  const isOpen = (name: string): boolean => own.waived[name] === undefined;
  if (own.state === 'pending' || own.state === 'forwarded') {
    if (reviewPolicy.explanations && warningsOf(world, key).some(isOpen)) return ['waive'];
    const isWaited = reviewPolicy.forwarding && own.forwarded === null;
    if (isWaited && key.submitter !== DEPARTMENT.code) return ['forward'];
  }
  if (own.state === 'approved' && own.signatures.length >= reviewPolicy.signatures) {
    return ['publish', 'publish', 'publish', 'publish', 'mask', 'reopen'];
  }
  const isCleared = (name: string): boolean => own.cleared[name] !== undefined;
  if (own.state === 'approved' && !marksOf(world, key).every(isCleared)) {
    return ['clear', 'mask', ...NEXT.approved];
  }
  return NEXT[own.state];
}

/** Something that somebody might do with a submission as it stands; null where there is nothing. */
export function intend(system: System, head: Head): Intent | null {
  const { world, random } = system;
  const places = revisionsToLookAt(world, head);
  if (places.length === 0) return null;
  const revision = random.pick(places);
  const key = { period: head.period, submitter: head.submitter, revision };
  const own = revisionReview(head.review ?? NO_REVIEW, revision);
  const isAstray = random.chance(0.1);
  const steps = isAstray ? EVERY_KIND : nextSteps(system, key, own);
  if (steps.length === 0) return null;
  const kind = random.pick(steps);
  const able = PEOPLE.filter(({ role }) => STEPS[kind].roles.includes(role));
  const done = [...own.signatures, ...own.approvals];
  const fresh = able.filter(({ id }) => !done.some(({ by }) => by === id));
  const by = random.pick(isAstray ? EVERYBODY : fresh.length > 0 ? fresh : able);
  return { by, revision, action: actionOf(kind, world, key, random) };
}

const EVERY_KIND = Object.keys(STEPS) as readonly Kind[];
const EVERYBODY = [...PEOPLE, ...STRANGERS];

const storedRevision = ({ tables }: World, key: RevisionKey): Revision | undefined =>
  tables.revisions.get(nameOf(key))?.[key.revision - 1]?.revision;

/**
 * What pages lead to: mostly what counts, or is approved or public; an answer; what was returned, where
 * finance may accept it all the same.
 */
function revisionsToLookAt(world: World, head: Head): readonly number[] {
  const { current, latest, answer, review } = head;
  const last = { ...head, revision: latest?.revision ?? 0 };
  const isArguable = storedRevision(world, last)?.verdict?.arguable !== undefined;
  const decided = [review?.approved, review?.approved, review?.published];
  return [
    ...(answer === undefined ? [] : [answer.revision]),
    ...(isArguable ? [last.revision] : []),
    ...decided.filter((each) => each != null),
    ...(current === null ? [] : new Array<number>(4).fill(current.revision)),
  ];
}

function actionOf(kind: Kind, world: World, key: RevisionKey, random: Random): ReviewAction {
  const reason = `理由${random.below(1000)}`;
  switch (kind) {
    case 'waive':
      return { kind, reason, finding: random.pick(['none', ...warningsOf(world, key)]) };
    case 'clear':
      return { kind, reason, mark: random.pick(['none', ...marksOf(world, key)]) };
    case 'mask':
      return { kind, reason, cells: cellsToMask(world, key, random) };
    case 'add-scan':
      return { kind, scan: { type: 'pdf', bytes: 1, sha256: `${random.below(1000)}` } };
    case 'publish':
      return random.chance(0.2) ? { kind } : { kind, reason };
    case 'comment':
      return { kind, cell: cellsToMask(world, key, random)[0] ?? NOWHERE, text: reason };
    case 'schedule':
      return { kind, notBefore: laterThan(world.now, random), reason };
    case 'note-accounts':
      return { kind, on: '2022-02-01' };
    case 'forward':
    case 'approve':
    case 'take':
    case 'sign':
      return { kind };
    default:
      return { kind, reason };
  }
}

const NOWHERE = { sheet: '', row: 0, field: '' };

/** Within the days that a run takes, or after them. */
const laterThan = (now: string, random: Random): string =>
  new Date(Date.parse(now) + random.below(48 * 60 * 60_000)).toISOString();

/** Cells of some kinds, in one project or in all of them; sometimes none, which takes masks off. */
function cellsToMask({ tables }: World, key: RevisionKey, random: Random) {
  const places = [...(tables.rows.get(rowsName(key))?.values() ?? [])].map(({ source }) => source);
  const fields = random.pick([[], ...MASKINGS, ...MASKINGS]);
  const rows = random.chance(0.5) ? places.slice(0, 1) : places;
  return rows.flatMap(({ sheet, row }) => fields.map((field) => ({ sheet, row, field })));
}

const warningsOf = (world: World, key: RevisionKey): readonly string[] =>
  (findingsOf(world, key)?.lines ?? [])
    .filter(({ severity }) => severity === 'warning')
    .map(findingName);

const marksOf = (world: World, key: RevisionKey): readonly string[] =>
  (findingsOf(world, key)?.findings ?? []).filter(({ gate }) => gate === true).map(findingName);

function findingsOf(world: World, key: RevisionKey): FindingsReport | null {
  const { verdict } = storedRevision(world, key) ?? {};
  const text = world.outputs.get(verdict?.outcome.outputs.findings ?? '');
  return text === undefined ? null : JSON.parse(text);
}
