import type { NoTable } from '../../rows/row.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** Titles named in the message; more would be a wall of text. */
const NAMED_TITLES = 6;

function named(texts: readonly string[]): string {
  const first = texts.slice(0, NAMED_TITLES).join('、');
  return texts.length > NAMED_TITLES ? `${first} 等 ${texts.length} 处` : first;
}

/** C5 写的是“项目经费”，官方表式是“项目名称”. */
const beside = ({ misspelt }: NonNullable<NoTable['nearest']>): readonly string[] =>
  misspelt.map(({ text, at, expected }) => `${at.cell} 写的是“${text}”，官方表式是“${expected}”`);

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
    zh: (params: MissingParams) => wording(params).zh,
    en: (params) => wording(params).en,
  },
  example: {
    sheet: '绩效自评表',
    misspelt: 'C5 写的是“工程”，官方表式是“项目名称”',
    missing: '',
    hidden: '',
    matched: 32,
    of: 33,
    period: '2021',
  },
  *check({ noTable }, { periodId }) {
    if (noTable === undefined) return;
    const { nearest, hiddenSheet } = noTable;
    const at = nearest === null ? null : (nearest.misspelt[0]?.at ?? nearest.at);
    yield {
      at:
        at === null
          ? WHOLE_FILE
          : { ...WHOLE_FILE, sheet: at.sheet, cell: at.cell, row: at.row, column: at.column },
      params: {
        sheet: nearest?.sheet ?? '',
        misspelt: nearest === null ? '' : named(beside(nearest)),
        missing: named(nearest?.missing ?? []),
        hidden: hiddenSheet ?? '',
        matched: nearest?.matched ?? 0,
        of: nearest?.of ?? 0,
        period: periodId ?? '',
      },
    };
  },
});

type MissingParams = {
  sheet: string;
  misspelt: string;
  missing: string;
  hidden: string;
  matched: number;
  of: number;
  period: string;
};

function wording({ sheet, misspelt, missing, hidden, matched, of, period }: MissingParams) {
  const year = period === '' ? '当年' : ` ${period} 年度`;
  if (hidden !== '') {
    return {
      zh: `自评表在隐藏的工作表“${hidden}”里，隐藏的工作表不读。请取消隐藏，保存后重新上传。`,
      en: `The table stands on the hidden sheet “${hidden}”; hidden sheets are not read. Unhide it.`,
    };
  }
  if (sheet === '') {
    return {
      zh: `没有找到《部门预算项目绩效自评表》的表头。请用${year}的官方表式填报（可下载空表），表头文字不要改动。`,
      en: 'No header of the official self-evaluation table was found. Use the official form of the year and leave its header as it is.',
    };
  }
  if (matched * 2 < of) {
    return {
      zh: `工作表“${sheet}”不是《部门预算项目绩效自评表》的官方表式：${of} 栏里只对得上 ${matched} 栏。请用${year}的官方表式填报（可下载空表），表头文字不要改动。`,
      en: `Sheet “${sheet}” is not the official self-evaluation table: only ${matched} of its ${of} columns are there. Use the official form of the year.`,
    };
  }
  const lacking = missing === '' ? '' : `表头缺：${missing}。`;
  const odd = misspelt === '' ? '' : `${misspelt}。`;
  return {
    zh: `工作表“${sheet}”像自评表，但表头与官方表式对不上。${odd}${lacking}请照官方表式改正表头，其余不用动，再上传。`,
    en: `Sheet “${sheet}” resembles the table, but its header does not match the official one.${misspelt === '' ? '' : ` Found and expected: ${misspelt}.`}${missing === '' ? '' : ` It lacks: ${missing}.`} Restore the official header.`,
  };
}
