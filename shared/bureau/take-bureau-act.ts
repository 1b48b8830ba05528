import type { BureauState } from '../bureau-state.ts';
import type { BureauAct } from './bureau-act.ts';
import type { BureauRefusal } from './bureau-refusal.ts';
import { type BureauSituation, decideBureau } from './decide-bureau.ts';
import { type BureauPorts, finishBureau } from './finish-bureau.ts';

/** What became of an act. */
export type BureauResult =
  | { readonly taken: true; readonly state: Pick<BureauState, 'closed'> }
  | { readonly taken: false; readonly refusal: BureauRefusal };

/** Acts on one period that meet take turns; so many in a row do not come first. */
const TRIES = 50;

/**
 * Takes an act of the bureau, once, however often it is tried: one conditional write says what is left to
 * do, and whoever comes next does that first if this attempt died in between.
 */
export async function takeBureauAct(act: BureauAct, ports: BureauPorts): Promise<BureauResult> {
  const { submissions } = ports;
  const { chain } = act;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const state = await submissions.bureauState(chain);
    if (state.underWay !== null) {
      await finishBureau(chain, state, ports);
      continue;
    }
    if (state.acts.includes(act.id)) return { taken: true, state };
    const decision = decideBureau(state, act, await situationOf(act, ports));
    if (!decision.taken) return decision;
    const { next, draft, effect } = decision;
    const after = (await submissions.lastEntry(chain))?.number ?? 0;
    await submissions.saveBureau(chain, { ...next, underWay: { draft, after, effect } });
  }
  throw new Error(`what was settled of ${chain} changed ${TRIES} times meanwhile`);
}

async function situationOf(
  { chain, action }: BureauAct,
  { submissions }: BureauPorts,
): Promise<BureauSituation> {
  const nothing = { period: null, duty: null, register: [], listed: 0 };
  switch (action.kind) {
    case 'change-register':
      return { ...nothing, register: await submissions.registerEntries() };
    case 'extend': {
      const duty = await submissions.duty({ period: chain, submitter: action.unit });
      return { ...nothing, period: await submissions.definition(chain), duty };
    }
    case 'define-period':
      return { ...nothing, period: await submissions.definition(chain) };
    case 'list-projects': {
      const { list } = action;
      const found = list === null ? [] : await submissions.listedOf(chain, list, null);
      return { ...nothing, listed: found.length };
    }
    default:
      return nothing;
  }
}
