import { USUAL_GRACE } from '../lateness.ts';
import type { SummaryInput } from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import { hasDates } from './summary-timing.ts';

/** A line of 口径说明. */
export type Note = readonly [subject: string, note: string];

/** What counts once, what is held against the project list, and what is in time. */
export const countingNotes = (input: SummaryInput): readonly Note[] => [
  [SHEETS.doubles, doubleNote(input)],
  ...bureauNotes(input),
];

const COUNTS_ONCE =
  '同一项目既在单位自己的表中、又列在主管部门的表中时只计一次：先按财政已审核通过的表，否则按单位自己的表（谁填报谁负责）。有项目编码的按编码、没有的按同一实施单位的项目名称判断；编码不同的算两个项目。';

/** How what is reported twice counts, and how much that is. */
function doubleNote({ doubles = [] }: SummaryInput): string {
  const here =
    doubles.length === 0
      ? '本期没有这样的项目。'
      : `本期 ${doubles.length} 个项目，逐项见“${SHEETS.doubles}”：哪一份计入、哪一份不计、两份的金额之差。`;
  return `${COUNTS_ONCE}只列在主管部门表中的项目照计。不计的一行不在任何合计、“${SHEETS.details}”和数据文件的项目中；报送时的原表、自评表和校验问题不变，仍是全表。${here}`;
}

/** 核对 and 时限, each only where its sheet or column is there. */
const bureauNotes = (input: SummaryInput): readonly Note[] => [
  ...(input.listed === undefined
    ? []
    : [
        [
          SHEETS.listed,
          '财政导入的现行项目清单与填报数按部门比较：差额 = 清单 − 填报，正数为清单有而未报（或少报），负数为多报；覆盖率 = 填报 ÷ 清单，项目数和预算各一。部门按导入清单时名册上的归属；清单上没有的部门，清单数为 0。',
        ] as const,
      ]),
  ...(hasDates(input) ? [['报送时限', timingNote(input)] as const] : []),
];

function timingNote({ period: { dueOn, graceDays = USUAL_GRACE } }: SummaryInput): string {
  const late =
    dueOn === undefined
      ? ''
      : `截止日到北京时间当日 24:00 为止；财政批准延期的单位按延期后的日期。首次上传在截止日内、并在其后 ${graceDays} 个工作日（宽限）内校验通过的算按时，答复“本年度无项目”“涉密不公开”的按答复时间；否则为逾期，“逾期 N 天”从截止日算到首次校验通过之日。`;
  return `${late}报送期关闭后所传为“期后报送”，财政受理前不计入各表。`;
}
