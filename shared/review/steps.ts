import type { Text } from '../locale.ts';
import type { ReviewState } from '../review-state.ts';
import type { Role } from '../submission-review.ts';
import type { ReviewAction } from './review-act.ts';

/**
 * What a step is called, who may take it, in which states, and whether only with the newest accepted
 * revision.
 */
interface Step {
  readonly name: Text;
  readonly roles: readonly Role[];
  readonly from: readonly ReviewState[];
  readonly newest: boolean;
}

/** The steps of the review, by what is done. */
export const STEPS: Readonly<Record<ReviewAction['kind'], Step>> = {
  forward: {
    name: { zh: '转报', en: 'Forward' },
    roles: ['department'],
    from: ['pending'],
    newest: true,
  },
  comment: {
    name: { zh: '批注', en: 'Comment' },
    roles: ['department', 'finance'],
    from: ['pending', 'forwarded'],
    newest: true,
  },
  'send-back': {
    name: { zh: '退回', en: 'Send back' },
    roles: ['department', 'finance'],
    from: ['pending', 'forwarded'],
    newest: true,
  },
  approve: {
    name: { zh: '审核通过', en: 'Approve' },
    roles: ['finance'],
    from: ['pending', 'forwarded'],
    newest: true,
  },
  waive: {
    name: { zh: '豁免', en: 'Waive' },
    roles: ['finance'],
    from: ['pending', 'forwarded'],
    newest: true,
  },
  'accept-specially': {
    name: { zh: '特批受理', en: 'Accept specially' },
    roles: ['finance'],
    from: ['pending', 'waiting'],
    newest: false,
  },
  recall: {
    name: { zh: '撤销', en: 'Recall' },
    roles: ['unit'],
    from: ['pending', 'waiting'],
    newest: true,
  },
  reopen: {
    name: { zh: '重新审核', en: 'Reopen' },
    roles: ['finance'],
    from: ['approved', 'sent-back', 'withdrawn'],
    newest: true,
  },
  'add-scan': {
    name: { zh: '上传盖章扫描件', en: 'Add the sealed scan' },
    roles: ['unit'],
    from: ['pending', 'forwarded', 'waiting', 'approved', 'published'],
    newest: true,
  },
  take: {
    name: { zh: '受理更正', en: 'Take up the correction' },
    roles: ['finance'],
    from: ['waiting'],
    newest: true,
  },
  mask: {
    name: { zh: '遮蔽', en: 'Mask' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  clear: {
    name: { zh: '签认', en: 'Sign off' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  sign: {
    name: { zh: '签署', en: 'Sign' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  publish: {
    name: { zh: '公开', en: 'Publish' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  schedule: {
    name: { zh: '定时公开', en: 'Publish later' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  unschedule: {
    name: { zh: '取消定时', en: 'Do not publish later' },
    roles: ['department'],
    from: ['approved'],
    newest: false,
  },
  'note-accounts': {
    name: { zh: '登记决算批复日期', en: 'Note when the accounts were approved' },
    roles: ['department'],
    from: ['approved', 'published'],
    newest: false,
  },
  withdraw: {
    name: { zh: '撤回公开', en: 'Withdraw' },
    roles: ['department', 'finance'],
    from: ['published'],
    newest: false,
  },
};
