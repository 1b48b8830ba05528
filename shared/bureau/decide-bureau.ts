import { canonicalJson } from '../audit/canonical-json.ts';
import type { AuditDraft } from '../audit-draft.ts';
import type { BureauEffect, BureauState, Duty } from '../bureau-state.ts';
import type { Period } from '../period.ts';
import type { RegisterEntry } from '../register/register-entry.ts';
import { type BureauAct, type BureauAction, signatureOf } from './bureau-act.ts';
import type { BureauRefusal } from './bureau-refusal.ts';
import { changeRegister } from './change-register.ts';
import { definitionDigest } from './definition-digest.ts';

/** What is known besides what was settled before. */
export interface BureauSituation {
  /** The period as it is defined; null for one that is still to be made. */
  readonly period: Period | null;
  /** What was settled of the unit that the act is about; null where it is about none. */
  readonly duty: Duty | null;
  /** The register as it stands; empty where the act is not about it. */
  readonly register: readonly RegisterEntry[];
  /** How many projects of the import are there; 0 where the act is about none. */
  readonly listed: number;
}

/** What an act comes to. */
export interface Change {
  readonly effect: BureauEffect;
  readonly before: AuditDraft['before'];
  readonly after: AuditDraft['after'];
  readonly closed?: BureauState['closed'];
  readonly list?: BureauState['list'];
}

/** What becomes of an act: what is left to do and how it is recorded, or why it is not taken. */
export type BureauDecision =
  | {
      readonly taken: true;
      readonly next: Omit<BureauState, 'underWay'>;
      readonly effect: BureauEffect;
      readonly draft: AuditDraft;
    }
  | { readonly taken: false; readonly refusal: BureauRefusal };

const LONGEST_REASON = 1000;

/** Ids that are remembered: whoever tries again does so within these many acts. */
const ACTS_KEPT = 200;

/** Decides an act of the bureau. Pure; an act that is not taken changes nothing. */
export function decideBureau(
  state: BureauState,
  act: BureauAct,
  situation: BureauSituation,
): BureauDecision {
  const change = reasonFault(act.action) ?? changeBy(state, act, situation);
  if (typeof change === 'string') return { taken: false, refusal: change };
  const { effect, before, after, closed = state.closed, list = state.list } = change;
  return {
    taken: true,
    next: {
      version: state.version + 1,
      closed,
      list,
      acts: [...state.acts, act.id].slice(-ACTS_KEPT),
    },
    effect,
    draft: draftOf(act, before, after),
  };
}

function reasonFault(action: BureauAction): BureauRefusal | null {
  if (!('reason' in action)) return null;
  if (action.reason.trim() === '') return 'reason-missing';
  return action.reason.length > LONGEST_REASON ? 'reason-too-long' : null;
}

function changeBy(
  state: BureauState,
  act: BureauAct,
  situation: BureauSituation,
): Change | BureauRefusal {
  const { action } = act;
  switch (action.kind) {
    case 'extend':
      return extend(action, act, situation);
    case 'close-period':
      if (state.closed !== null) return 'already-closed';
      return closedAs(state, { ...signatureOf(act), reason: action.reason });
    case 'reopen-period':
      return state.closed === null ? 'not-closed' : closedAs(state, null);
    case 'remind':
      return remind(action.units, act);
    case 'list-projects':
      return listProjects(action, state, act, situation);
    case 'define-period':
      return define(action, situation);
    case 'change-register':
      return action.basedOn === state.version
        ? changeRegister(action.units, situation.register)
        : 'changed-meanwhile';
  }
}

function extend(
  { unit, dueOn, reason }: Extract<BureauAction, { kind: 'extend' }>,
  act: BureauAct,
  { period, duty }: BureauSituation,
): Change | BureauRefusal {
  if (period?.dueOn === undefined) return 'no-due-day';
  if (dueOn !== null && dueOn <= period.dueOn) return 'not-later';
  const standing = duty?.extension ?? null;
  if (dueOn === null && standing === null) return 'not-extended';
  const extension = dueOn === null ? null : { ...signatureOf(act), reason, dueOn };
  return {
    effect: { kind: 'extend', unit, extension },
    before: { dueOn: standing?.dueOn ?? period.dueOn },
    after: { dueOn: dueOn ?? period.dueOn },
  };
}

const closedAs = ({ closed }: BureauState, next: BureauState['closed']): Change => ({
  effect: { kind: 'tell' },
  before: { isClosed: closed !== null },
  after: { isClosed: next !== null },
  closed: next,
});

function listProjects(
  { list: id, projects }: Extract<BureauAction, { kind: 'list-projects' }>,
  { list: standing }: BureauState,
  act: BureauAct,
  { listed }: BureauSituation,
): Change | BureauRefusal {
  if (id === (standing?.id ?? null)) return 'unchanged';
  if (id !== null && (projects === 0 || listed !== projects)) return 'list-incomplete';
  const list = id === null ? null : { ...signatureOf(act), id, projects };
  const told = (of: BureauState['list']) => ({ list: of?.id ?? null, projects: of?.projects ?? 0 });
  return { effect: { kind: 'tell' }, before: told(standing), after: told(list), list };
}

function remind(units: readonly string[], act: BureauAct): Change | BureauRefusal {
  if (units.length === 0) return 'nobody';
  const wanted = [...new Set(units)].sort();
  return {
    effect: { kind: 'remind', units: wanted, by: signatureOf(act) },
    before: {},
    after: { units: wanted },
  };
}

/** Only what differs is recorded: a period lists all of its rules. */
function define(
  { definition, basedOn }: Extract<BureauAction, { kind: 'define-period' }>,
  { period }: BureauSituation,
): Change | BureauRefusal {
  if (basedOn !== definitionDigest(period)) return 'changed-meanwhile';
  const [old, now] = [fieldsOf(period ?? {}), fieldsOf(definition)];
  const names = Object.keys({ ...old, ...now }).filter(
    (name) => canonicalJson(old[name] ?? null) !== canonicalJson(now[name] ?? null),
  );
  if (names.length === 0) return 'unchanged';
  const only = (all: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
  return { effect: { kind: 'define', definition }, before: only(old), after: only(now) };
}

const fieldsOf = (period: object): Readonly<Record<string, unknown>> => ({ ...period });

const draftOf = (
  { id, by, at, chain, action }: BureauAct,
  before: AuditDraft['before'],
  after: AuditDraft['after'],
): AuditDraft => ({
  chain,
  actionId: id,
  at,
  by: { ...by, role: 'finance' },
  action: action.kind,
  submission: action.kind === 'extend' ? { period: chain, submitter: action.unit } : null,
  revision: null,
  before,
  after,
  reason: 'reason' in action ? action.reason : null,
});
