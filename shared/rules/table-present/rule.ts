import type { NoTable } from '../../rows/row.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Missing titles named in the message; more would be a wall of text. */
const NAMED_TITLES = 6;

const missingTitles = (nearest: NoTable['nearest']): string => {
  const titles = nearest?.missing ?? [];
  const named = titles.slice(0, NAMED_TITLES).join('、');
  return titles.length > NAMED_TITLES ? `${named} 等 ${titles.length} 栏` : named;
};

/** A visible sheet holds the whole header of a known form. */
export const tablePresent = defineRule({
  id: 'table-present',
  number: 'E8',
  severity: 'error',
  scope: 'file',
  title: {
    zh: '文件里有一张认识的自评表',
    en: 'The file holds a table of a known form',
  },
  message: {
    zh: ({ sheet, missing, hidden }: MissingParams) =>
      hidden !== ''
        ? `自评表在隐藏的工作表“${hidden}”里，隐藏的工作表不读。请取消隐藏，保存后重新上传。`
        : sheet === ''
          ? '没有找到《部门预算项目绩效自评表》的表头。请用当年的官方表式填报，不要改动表头文字。'
          : `工作表“${sheet}”像自评表，但表头缺：${missing}。请对照官方表式补全表头，不要改动表头文字。`,
    en: ({ sheet, missing, hidden }: MissingParams) =>
      hidden !== ''
        ? `The table stands on the hidden sheet “${hidden}”; hidden sheets are not read. Unhide it.`
        : sheet === ''
          ? 'No header of the official self-evaluation table was found. Use the official form of the year and leave its header as it is.'
          : `Sheet “${sheet}” resembles the table, but its header lacks: ${missing}. Restore the official header.`,
  },
  *check({ noTable }) {
    if (noTable === undefined) return;
    const { nearest, hiddenSheet } = noTable;
    yield {
      at: { ...WHOLE_FILE, sheet: nearest?.sheet ?? null },
      params: {
        sheet: nearest?.sheet ?? '',
        missing: missingTitles(nearest),
        hidden: hiddenSheet ?? '',
      },
    };
  },
});

type MissingParams = { sheet: string; missing: string; hidden: string };
