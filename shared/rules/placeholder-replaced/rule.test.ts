import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { placeholderReplaced } from './rule.ts';

const hits = (text: string) =>
  rowHits(placeholderReplaced, tableOf([{ ...GOOD_ROW, socialTarget: text }]));

describe('placeholders', () => {
  test.each([
    '服务对象满意度指标',
    '完成生态效益指标',
    '年度指标内容',
    '完成情况',
    '数量指标',
    '数量指标1',
    '指标1',
    '指标一',
    '目标2：',
    '请填写年度指标内容',
    '（请填写）',
    '此处填写完成情况',
    '例如：培训不少于20场',
    '不少于XX场',
    '××个',
    '……',
    '待补充',
  ])('%s', (text) => expect(hits(text).map(({ cell }) => cell)).toEqual(['X6']));
});

describe('content', () => {
  test.each([
    '满意度',
    '服务对象满意度',
    '完成上级部门节能减排任务指标',
    '质量指标：国规三级',
    '社会效益',
    '年度',
    '完成年度任务目标',
    '达到预期指标',
    '不适用',
    '指标完成率100%',
    '填报数据准确',
    '完成南湾街道XX社区改造',
    '龙岗区RWB（新营区）建设工程',
    '请示件办理12件',
    '测试系统3次',
    '—',
  ])('%s', (text) => expect(hits(text)).toEqual([]));
});

test('two rows, two cells; goal and problems count as well', () => {
  const table = tableOf([
    { ...GOOD_ROW, annualGoal: '年初绩效目标' },
    { ...GOOD_ROW, satisfactionTarget: '服务对象满意度指标', problems: '项目执行中存在的问题' },
  ]);
  expect(rowHits(placeholderReplaced, table).map(({ cell }) => cell)).toEqual(['M6', 'AC7', 'AF7']);
});

test('同上 says nothing once rows are sorted or added up, in names as elsewhere', () => {
  const table = tableOf([
    { ...GOOD_ROW, unitName: '同上', annualGoal: '同第3项', problems: '同上级部门核对' },
  ]);
  const found = rowHits(placeholderReplaced, table);
  expect(found.map(({ cell }) => cell)).toEqual(['B6', 'M6']);
  const said = placeholderReplaced.message.zh({ text: '同上', title: '部门名称', titleEn: '' });
  expect(said).toContain('请写出具体内容');
});

describe('what leads elsewhere says nothing in the table, in names as elsewhere', () => {
  test.each(['见附表', '详见附件1', '（另附）', '附后', '见自评报告', '后附'])('%s', (text) => {
    const table = tableOf([{ ...GOOD_ROW, projectName: text, socialTarget: text }]);
    expect(rowHits(placeholderReplaced, table).map(({ cell }) => cell)).toEqual(['C6', 'X6']);
  });

  test.each(['附件厂改造', '见义勇为奖励', '详见附件所列20个小区已完成改造', '报告3份'])(
    'not %s',
    (text) => expect(hits(text)).toEqual([]),
  );
});
