import type { Checked } from './checked.ts';
import type { ChosenFile } from './checker.ts';
import { type Mends, NO_MENDS } from './mends.ts';
import type { Stage } from './messages.ts';

/** What the check page holds. */
export interface CheckState {
  readonly chosen: ChosenFile | null;
  /** The year chosen; null: the sheet's own word. */
  readonly period: string | null;
  readonly checked: Checked | null;
  /** What the worker is doing now; null when nothing. */
  readonly stage: Stage | null;
  readonly mends: Mends;
  /** What `undo` goes back to, the latest last. */
  readonly past: readonly Mends[];
  readonly future: readonly Mends[];
  /** True while there are changes that were not downloaded or sent. */
  readonly isUnsaved: boolean;
  readonly problem: { readonly kind: 'cancelled' } | Fault | null;
}

interface Fault {
  readonly kind: 'fault';
  readonly reason: string;
}

/** Nothing chosen yet. */
export const EMPTY: CheckState = {
  chosen: null,
  period: null,
  checked: null,
  stage: null,
  mends: NO_MENDS,
  past: [],
  future: [],
  isUnsaved: false,
  problem: null,
};

/** What happens to a check. */
export type CheckEvent =
  | { readonly kind: 'chosen'; readonly chosen: ChosenFile }
  | { readonly kind: 'period'; readonly period: string | null }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'mended'; readonly mends: Mends }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  | { readonly kind: 'made' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'closed' }
  | Fault;

/** The state after an event. Pure. */
export function afterEvent(state: CheckState, event: CheckEvent): CheckState {
  switch (event.kind) {
    case 'chosen':
      return { ...EMPTY, period: state.period, chosen: event.chosen, stage: 'reading' };
    case 'period':
      return { ...state, period: event.period };
    case 'stage':
      return { ...state, stage: event.stage };
    case 'checked':
      return { ...state, checked: event.checked, stage: null, problem: null };
    case 'mended':
      return moved(state, event.mends, [...state.past, state.mends], []);
    case 'undone': {
      const before = state.past.at(-1);
      return before === undefined
        ? state
        : moved(state, before, state.past.slice(0, -1), [...state.future, state.mends]);
    }
    case 'redone': {
      const after = state.future.at(-1);
      return after === undefined
        ? state
        : moved(state, after, [...state.past, state.mends], state.future.slice(0, -1));
    }
    case 'made':
      return { ...state, stage: null };
    case 'saved':
      return { ...state, isUnsaved: false };
    case 'cancelled':
      return { ...EMPTY, period: state.period, problem: { kind: 'cancelled' } };
    case 'closed':
      return { ...EMPTY, period: state.period };
    case 'fault':
      return { ...state, stage: null, problem: event };
  }
}

const moved = (
  state: CheckState,
  mends: Mends,
  past: readonly Mends[],
  future: readonly Mends[],
): CheckState => ({ ...state, mends, past, future, isUnsaved: mends !== NO_MENDS });
