import type { Refusal } from '../cells/read-result.ts';
import { type JudgeContext, type Judgement, judge } from '../judge.ts';

/** The judgement of a file that is not even opened: one finding about the file as a whole. */
export const judgeUnread = (refusal: Refusal): Judgement => judge({ ok: false, refusal }, NOBODY);

const NOBODY: JudgeContext = {
  period: null,
  submitter: null,
  periods: [],
  register: null,
  previous: null,
  lastYear: null,
  today: null,
  canPrint: () => true,
};
