import type { Text } from '../../locale.ts';
import { isPeriodId } from '../../period.ts';
import { isUnitCode } from '../../unit.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Characters quoted of a key; S3 allows a thousand. */
const QUOTED = 120;

/** What would break the line or turn it round; the box shows that something is there. */
const UNPRINTED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The object key names period and submitter. */
export const keyWellFormed = defineRule({
  id: 'key-well-formed',
  number: 'E8',
  severity: 'error',
  scope: 'file',
  title: {
    zh: '上传路径写明年度和报送主体',
    en: 'The upload path names period and submitter',
  },
  message: {
    zh: ({ key, fault }: KeyParams) =>
      `上传路径“${key}”不对：${faultIn(fault).zh}。应为 uploads/年度/单位代码/文件名，例如 uploads/2021/LG-FGJ/自评表.xlsx。`,
    en: ({ key, fault }: KeyParams) =>
      `The path “${key}” is wrong: ${faultIn(fault).en}. It must be uploads/YEAR/UNIT-CODE/FILE, e.g. uploads/2021/LG-FGJ/table.xlsx.`,
  },
  example: { key: '自评表.xlsx', fault: 'depth' },
  *check({ refusal }) {
    if (refusal?.kind !== 'misfiled') return;
    const characters = [...refusal.key.replace(UNPRINTED, '□')];
    const key = characters.slice(0, QUOTED).join('') + (characters.length > QUOTED ? '…' : '');
    yield { at: WHOLE_FILE, params: { key, fault: faultOf(refusal.key) } };
  },
});

type KeyParams = { key: string; fault: string };

const FAULTS = {
  'too-few': { zh: '少了一层文件夹', en: 'a folder is missing' },
  'too-many': { zh: '多了一层文件夹', en: 'there is a folder too many' },
  period: { zh: '年度应为四位年份', en: 'the year must have four digits' },
  unit: {
    zh: '单位代码应为 2–32 位大写字母、数字或短横',
    en: 'the unit code must be 2–32 capitals, digits or hyphens',
  },
  file: { zh: '没有文件名', en: 'the file name is missing' },
} as const satisfies Readonly<Record<string, Text>>;

const faultIn = (fault: string): Text =>
  Object.hasOwn(FAULTS, fault) ? FAULTS[fault as keyof typeof FAULTS] : FAULTS['too-few'];

function faultOf(key: string): keyof typeof FAULTS {
  const [, period = '', unit = '', file, ...deeper] = key.split('/');
  if (file === undefined) return 'too-few';
  if (deeper.length > 0) return 'too-many';
  if (!isPeriodId(period)) return 'period';
  return isUnitCode(unit) ? 'file' : 'unit';
}
