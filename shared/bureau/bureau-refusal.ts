import type { Text } from '../locale.ts';

/** Why an act of the bureau is not taken. Nothing is changed by it and nothing recorded. */
export const BUREAU_REFUSALS = {
  'reason-missing': { zh: '请写明理由', en: 'A reason is wanted' },
  'reason-too-long': {
    zh: '理由过长（至多 1,000 字）',
    en: 'The reason is too long (1,000 characters at most)',
  },
  'no-due-day': {
    zh: '本报送期没有设截止日期，无须延期',
    en: 'The period has no due day: there is nothing to extend',
  },
  'not-later': {
    zh: '延期后的日期须晚于截止日期',
    en: 'An extension must end after the due day',
  },
  'not-extended': { zh: '该单位没有延期', en: 'This unit has no extension' },
  'already-closed': { zh: '报送期已经关闭', en: 'The period is closed already' },
  'not-closed': { zh: '报送期没有关闭', en: 'The period is not closed' },
  nobody: { zh: '没有选中要催的单位', en: 'No unit to remind was chosen' },
  'changed-meanwhile': {
    zh: '您打开之后，又有人改过。请重新打开，看过再改',
    en: 'Somebody changed it since you opened it: look at it again first',
  },
  'list-incomplete': {
    zh: '项目清单没有传完整，请重新导入',
    en: 'Not all of the list has arrived: import it again',
  },
  'register-faulty': {
    zh: '改后的名册不能用：上级不存在、绕成一圈，或有两个单位同名',
    en: 'The register could not be used then: a parent is missing or forms a ring, or two units have one name',
  },
  unchanged: { zh: '没有改动', en: 'Nothing was changed' },
} as const satisfies Readonly<Record<string, Text>>;

/** Name of a refusal. */
export type BureauRefusal = keyof typeof BUREAU_REFUSALS;
