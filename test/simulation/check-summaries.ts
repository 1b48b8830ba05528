import { countedAnswer, countedRevision, recalledRevision } from '../../shared/counted.ts';
import { newestSummaryKey, summaryKey } from '../../shared/outputs.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import type { Head } from '../../shared/submission.ts';
import { revisionReview } from '../../shared/submission-review.ts';
import { nameOf } from '../memory-store/tables.ts';
import type { SummaryLine } from './stand-ins.ts';
import { storedProjects } from './stored-projects.ts';
import type { System } from './system.ts';

/** The newest summary is of the newest generation, and says what the heads say now. */
export function* summaryProblems(system: System): Iterable<string> {
  const { tables, outputs } = system.world;
  for (const [period, { state }] of tables.periods) {
    const { generation, summary, summaryFile } = state;
    if (summary !== generation || summaryFile !== generation) {
      yield `summary of ${period} is ${summary}, its file ${summaryFile}, not ${generation}`;
    }
    const lines = [...tables.heads.values()]
      .filter((head) => head.period === period)
      .sort((a, b) => (a.submitter < b.submitter ? -1 : 1))
      .map((head) => lineOf(system, head))
      .filter(({ submitter: _, projects: __, ...said }) =>
        Object.values(said).some((each) => each !== null),
      );
    const expected = generation > 0 || lines.length > 0 ? JSON.stringify(lines) : undefined;
    if (outputs.get(newestSummaryKey(period)) !== expected) {
      yield `summary.xlsx of ${period} says ${outputs.get(newestSummaryKey(period))}, not ${expected}`;
    }
    if (outputs.get(summaryKey(period, generation)) !== expected) {
      yield `the summary of ${period}, generation ${generation}, does not say what is current`;
    }
  }
}

/** What the summary must say of a submission when it is made from its head as it is. */
function lineOf({ world }: System, head: Head): SummaryLine {
  const { period, submitter, review } = head;
  const counted = countedRevision(head)?.revision ?? null;
  const approved = review?.approved ?? null;
  const isThere = approved !== null && hasRows(world.tables, head, approved);
  const revision = isThere ? approved : counted;
  const shown = revision ?? head.current?.revision ?? null;
  const answer = revision === null ? countedAnswer(head) : null;
  const recalled = revision === null && answer === null ? recalledRevision(head) : null;
  const place = `${period}/${submitter}/${revision}`;
  return {
    submitter,
    revision,
    projects: revision === null ? [] : storedProjects(world, place),
    ...(review === undefined || shown === null
      ? {}
      : {
          review: {
            state: revisionReview(review, shown).state,
            stateName: reviewStateName(revisionReview(review, shown)),
            isApproved: approved === shown,
            hasWaiting: counted !== null && counted !== shown,
          },
        }),
    ...(answer === null ? {} : { answer: `${answer.revision} ${answer.kind}` }),
    ...(recalled === null ? {} : { recalled }),
  };
}

/** Nothing is left of what finance approved once it was purged. */
const hasRows = ({ revisions }: System['world']['tables'], head: Head, revision: number): boolean =>
  revisions.get(nameOf(head))?.[revision - 1]?.revision.verdict?.accepted != null;
