import type { Judge } from '../../shared/ports.ts';
import type { Measures } from '../measures.ts';

/** A judge whose findings are counted by rule, each time it judges. */
export const countedJudge = (judge: Judge, measures: Pick<Measures, 'judged'>): Judge => ({
  ...judge,
  judge(read, context) {
    const judgement = judge.judge(read, context);
    measures.judged(judgement.findings);
    return judgement;
  },
});
