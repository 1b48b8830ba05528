import type { Text } from '../locale.ts';

/** Why an act is not taken. Nothing is changed by it and nothing recorded. */
export const REFUSALS = {
  'no-revision': { zh: '没有这个版次', en: 'There is no such revision' },
  'not-yours': { zh: '您的角色或单位不能做这一步', en: 'Not for your role or unit to do' },
  'wrong-state': { zh: '这一版次现在的状态不能做这一步', en: 'Not possible in its present state' },
  'not-newest': {
    zh: '这一版不是现行的一版：已有更新的版次，或已被撤销',
    en: 'It is not the one that counts: a newer one is there, or it was taken back',
  },
  'period-closed': {
    zh: '报送期已关闭，不能自行撤销；请联系财政部门',
    en: 'The period is closed: ask finance',
  },
  'not-accepted': { zh: '校验未通过，不能进入审核', en: 'It was returned and is not under review' },
  'not-arguable': {
    zh: '有印不出或加不起来的错误，不能特批受理',
    en: 'Some of its errors keep it from being printed or added up',
  },
  'not-forwarded': { zh: '主管部门尚未审核', en: 'Its department has not forwarded it yet' },
  'same-person': { zh: '须由另一人办理', en: 'Another person must do this' },
  'own-unit': {
    zh: '您也是该单位的人员，须由财政的其他人员办理',
    en: 'You are of this unit yourself: another finance officer must do this',
  },
  'warnings-open': {
    zh: '还有警告没有说明，也没有豁免',
    en: 'Some warnings are neither explained nor waived',
  },
  'scan-missing': {
    zh: '还没有盖章扫描件，本年度须有才能审核通过',
    en: 'The scan of the sealed paper, which this period asks for, is missing',
  },
  'scans-off': { zh: '本年度不收盖章扫描件', en: 'This period takes no scans' },
  'scan-approved': {
    zh: '已审核通过，盖章扫描件不能再换',
    en: 'It is approved with its scan, which cannot be replaced any more',
  },
  'too-many-scans': {
    zh: '盖章扫描件换得太多（至多 20 份）',
    en: 'Too many scans (20 at most)',
  },
  'no-such-finding': { zh: '没有这一条', en: 'There is no such finding' },
  'no-such-cell': { zh: '没有这一格', en: 'There is no such cell' },
  'gates-open': {
    zh: '还有公开前须签认的内容，既未签认也未遮蔽',
    en: 'Some marked places are neither signed off nor masked',
  },
  'signatures-missing': { zh: '初审、复审、批准未齐', en: 'Signatures are missing' },
  'signatures-complete': { zh: '初审、复审、批准已齐', en: 'All signatures are given' },
  'reason-missing': { zh: '请写明理由', en: 'A reason is wanted' },
  'reason-too-long': {
    zh: '理由过长（至多 1,000 字）',
    en: 'The reason is too long (1,000 characters at most)',
  },
  'masks-derivable': {
    zh: '只遮一格，从合计、分项或执行率仍能算出来，请把有关的格一并遮蔽',
    en: 'A masked figure can be computed from those beside it; mask one more of them',
  },
  'too-many-masks': {
    zh: '遮蔽的单元格过多（至多 500 格），或理由过长',
    en: 'Too many masked cells (500 at most), or reasons too long',
  },
  'masks-unconfirmed': {
    zh: '上一版遮蔽过的内容还没有确认，请先确认沿用或不再遮蔽',
    en: 'What was masked in an earlier revision is not confirmed yet: keep it masked, or let it go',
  },
  'comment-too-long': {
    zh: '批注过长（至多 500 字）',
    en: 'The comment is too long (500 characters at most)',
  },
  'too-many-comments': {
    zh: '批注过多，请合并（至多 100 处）',
    en: 'Too many comments (100 at most)',
  },
  'time-passed': { zh: '定时须晚于现在', en: 'The time must be later than now' },
  'no-such-day': { zh: '没有这一天', en: 'There is no such day' },
} as const satisfies Readonly<Record<string, Text>>;

/** Name of a refusal. */
export type Refusal = keyof typeof REFUSALS;
