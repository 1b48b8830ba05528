import type { Text } from './locale.ts';
import type { Answer } from './submission.ts';
import type { UploadStatus } from './upload.ts';

/** What a status is called wherever people read it. */
export const STATUS_NAMES: Readonly<Record<UploadStatus, Text>> = {
  received: { zh: '已收到', en: 'received' },
  accepted: { zh: '已接收·待审核', en: 'accepted' },
  returned: { zh: '校验未通过', en: 'returned' },
  purged: { zh: '已清除', en: 'purged' },
  failed: { zh: '系统故障（不是您的错，已通知管理员）', en: 'failed' },
};

/** What is said in place of a table. */
export const ANSWER_NAMES: Readonly<Record<Answer['kind'], Text>> = {
  nil: { zh: '本年度无项目', en: 'no projects this year' },
  'not-public': { zh: '涉密不公开', en: 'not public' },
};
