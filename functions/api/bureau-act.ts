import type { ApiPorts } from '../../shared/api-ports.ts';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import type { BureauAction } from '../../shared/bureau/bureau-act.ts';
import { BUREAU_REFUSALS } from '../../shared/bureau/bureau-refusal.ts';
import { takeBureauAct } from '../../shared/bureau/take-bureau-act.ts';
import type { BureauState } from '../../shared/bureau-state.ts';
import { sha256 } from '../../shared/sha256.ts';
import type { Caller } from './identity/caller.ts';
import { Refusal } from './refusal.ts';

/** What somebody of finance wants settled. */
interface Settling {
  /** Unlike that of any other act on the chain: a period, or the register. */
  readonly id: string;
  readonly chain: string;
  readonly action: BureauAction;
  readonly caller: Caller;
}

/** Takes an act of the bureau, once for its id; refuses one that does not fit what stands. */
export async function settle(
  { id, chain, action, caller: { sub, name } }: Settling,
  ports: ApiPorts,
): Promise<Pick<BureauState, 'closed'>> {
  const at = ports.clock.now().toISOString();
  const result = await takeBureauAct({ id, by: { id: sub, name }, at, chain, action }, ports);
  if (result.taken) return result.state;
  const { refusal } = result;
  const { zh, en } = BUREAU_REFUSALS[refusal];
  throw new Refusal('act-refused', { refusal, detail: { zh: `${zh}。`, en: `${en}.` } });
}

/** Nobody may choose an id that another act has: it is made of all that makes this act. */
export const bureauActId = (
  chosen: string,
  chain: string,
  { sub }: Caller,
  action: BureauAction,
): string => sha256(canonicalJson([chosen, chain, sub, action]));

/** Who closed a period, as people are told. */
export const closedLine = (closed: BureauState['closed']) =>
  closed === null ? null : { name: closed.name, at: closed.at, reason: closed.reason };
