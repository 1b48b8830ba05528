import type { Text } from './locale.ts';
import type { NoticeMessage } from './notice.ts';
import { REVIEW_STATE_NAMES, type ReviewState } from './review-state.ts';

/**
 * What unit and finance are told when a revision is decided on (通知): ids and what to do. Why it was sent
 * back is read in the portal: a reason may say what a cell says. Another notice of the same act is the
 * same notice.
 */
export interface ReviewNotice {
  readonly actId: string;
  readonly uploadId: string;
  readonly period: string;
  readonly unit: string;
  readonly revision: number;
  readonly status: ToldState;
}

/** States that are told: the unit waits for them, or has to act. */
export type ToldState = Extract<ReviewState, 'sent-back' | 'approved'>;

const TO_DO: Readonly<Record<ToldState, Text>> = {
  'sent-back': {
    zh: '请登录后在该版次的审核情况中查看退回理由，改正后重新报送。',
    en: 'Sign in to read why, in the review of this revision; mend the table and send it again.',
  },
  approved: {
    zh: '无须操作。公开前的签署由主管部门办理。',
    en: 'Nothing to do: the department signs it before publication.',
  },
};

/** True for a state that is told. */
export const isTold = (state: unknown): state is ToldState =>
  typeof state === 'string' && Object.hasOwn(TO_DO, state);

/** Puts a notice into words. Subscribers filter by the same attributes as for uploads. */
export function reviewNoticeMessage(notice: ReviewNotice): NoticeMessage {
  const { actId, period, unit, revision, status } = notice;
  const name = REVIEW_STATE_NAMES[status];
  const { zh, en } = TO_DO[status];
  return {
    subject: `Jixiao ${period} ${unit} ${status}`,
    text: `${period} 年度 ${unit} 第 ${revision} 版：${name.zh}\n${zh}\n\n${period} ${unit} revision ${revision}: ${name.en}\n${en}\n\n办理编号（同号的通知是同一条） / act id (notices with the same one are one): ${actId}\n`,
    attributes: { actId, status, period, unit },
  };
}
