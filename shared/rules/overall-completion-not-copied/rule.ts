import { saysTheSame } from '../../indicators/plain-text.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** 绩效目标整体完成情况 says what was reached, not the goal once more. */
export const overallCompletionNotCopied = defineRule({
  id: 'overall-completion-not-copied',
  number: 'W2',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '整体完成情况不照抄年初绩效目标',
    en: 'The overall completion is not the goal once more',
  },
  message: {
    zh: () =>
      '“绩效目标整体完成情况”与“年初绩效目标”逐字相同。请写实际完成情况：做了什么、完成多少、结果如何。',
    en: () =>
      'The overall completion repeats the goal word for word. Say what was done, how much of it, and what came of it.',
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目的“绩效目标整体完成情况”与“年初绩效目标”逐字相同（序号 ${serials}）。请写实际完成情况：做了什么、完成多少、结果如何。`,
    en: ({ count, serials }) =>
      `The overall completion of ${count} projects repeats the goal word for word (No. ${serials}). Say what was done, how much of it, and what came of it.`,
  },
  *check(row) {
    const goal = row.entries['annualGoal']?.text ?? '';
    const completion = row.entries['overallCompletion']?.text ?? '';
    if (goal === '' || completion === '' || isShort(goal)) return;
    if (!saysTheSame(goal, completion)) return;
    yield { at: inRow(row, 'overallCompletion'), params: {} };
  },
});

/** 不适用, 无 and the like are answers, not goals. */
const isShort = (goal: string): boolean => goal.length <= 4;
