import { appendOnce } from '../audit/trail.ts';
import type { BureauEffect, BureauState } from '../bureau-state.ts';
import type { Jobs } from '../ports.ts';
import type { Submissions } from '../store/submissions.ts';

/** What finishing an act of the bureau needs. */
export interface BureauPorts {
  readonly submissions: Submissions;
  readonly jobs: Pick<Jobs, 'summarise'>;
}

/**
 * Does what is left to do for the latest act in a chain: brings it into effect, writes it into the trail
 * and has the summary say so. Each step may have been taken by an attempt that died.
 */
export async function finishBureau(
  chain: string,
  { underWay, version }: BureauState,
  ports: BureauPorts,
): Promise<void> {
  if (underWay === null) return;
  const { submissions, jobs } = ports;
  const { draft, after, effect } = underWay;
  await bringAbout(chain, effect, submissions);
  await appendOnce(draft, after, submissions);
  for (const period of await concerned(chain, effect, submissions)) {
    await submissions.raiseGeneration(period, draft.actionId);
    await jobs.summarise({ period });
  }
  await submissions.bureauFinished(chain, version);
}

/** Periods whose summaries say something else then. */
async function concerned(
  chain: string,
  { kind }: BureauEffect,
  { periods }: Pick<Submissions, 'periods'>,
): Promise<readonly string[]> {
  if (kind === 'remind') return [];
  return kind === 'register' ? (await periods()).map(({ id }) => id) : [chain];
}

async function bringAbout(
  period: string,
  effect: BureauEffect,
  submissions: Pick<Submissions, 'extendDuty' | 'noteReminded' | 'putPeriods' | 'putUnits'>,
): Promise<void> {
  switch (effect.kind) {
    case 'extend':
      return submissions.extendDuty({ period, submitter: effect.unit }, effect.extension);
    case 'remind':
      return submissions.noteReminded(period, effect.units, effect.by);
    case 'define':
      return submissions.putPeriods([effect.definition]);
    case 'register':
      return submissions.putUnits(effect.units);
    case 'tell':
      return;
  }
}
