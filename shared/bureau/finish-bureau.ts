import { appendOnce } from '../audit/trail.ts';
import type { BureauEffect, BureauState } from '../bureau-state.ts';
import type { Jobs } from '../ports.ts';
import type { Reminders } from '../reminder.ts';
import type { Submissions } from '../store/submissions.ts';
import type { SubmissionKey } from '../upload.ts';

/** What finishing an act of the bureau needs. */
export interface BureauPorts {
  readonly submissions: Submissions;
  readonly jobs: Pick<Jobs, 'summarise'>;
  readonly reminders: Reminders;
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
  await bringAbout(chain, effect, ports);
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
  { submissions, reminders }: Pick<BureauPorts, 'submissions' | 'reminders'>,
): Promise<void> {
  switch (effect.kind) {
    case 'extend':
      return submissions.extendDuty({ period, submitter: effect.unit }, effect.extension);
    case 'remind':
      for (const unit of effect.units) {
        const dueOn = await lastDayOf({ period, submitter: unit }, submissions);
        await reminders.remind({ period, unit, dueOn });
      }
      return submissions.noteReminded(period, effect.units, effect.by);
    case 'define':
      return submissions.putPeriods([effect.definition]);
    case 'register':
      return submissions.putUnits(effect.units);
    case 'tell':
      return;
  }
}

async function lastDayOf(
  submission: SubmissionKey,
  { definition, duty }: Pick<Submissions, 'definition' | 'duty'>,
): Promise<string | null> {
  const { extension } = await duty(submission);
  return extension?.dueOn ?? (await definition(submission.period))?.dueOn ?? null;
}
