import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { completionReachesTarget } from './rule.ts';

const hits = (target: string, actual: string, key = 'quantity', problems = '无') =>
  rowHits(
    completionReachesTarget,
    tableOf([{ ...GOOD_ROW, [`${key}Target`]: target, [`${key}Actual`]: actual, problems }]),
  );

/** Target, completion, what is said of it. */
const BEHIND: readonly (readonly [string, string, string])[] = [
  ['15个', '13个', '目标 15个，完成 13个'],
  ['重点引进的产业项目15个', '重点引进的产业项目13个', '重点引进的产业项目：目标 15个，完成 13个'],
  ['不少于20场', '举办18场', '目标 ≥20场，完成 18场'],
  ['培训教师不少于300人次', '全年培训教师260人次', '培训教师：目标 ≥300人次，完成 260人次'],
  ['培训10场，参训500人次', '培训8场，参训520人次', '培训：目标 10场，完成 8场'],
  ['满意度≥90%', '满意度85%', '满意度：目标 ≥90%，完成 85%'],
  ['培训10场', '线上培训4场、线下培训5场', '培训：目标 10场，完成 4场＋5场'],
  ['投诉0起', '投诉2起', '投诉：目标 0起，完成 2起'],
  ['重大安全事故为0', '重大安全事故1起', '重大安全事故：目标 0，完成 1起'],
  ['办理时限不超过7天', '办理时限10天', '时限：目标 ≤7天，完成 10天'],
  ['新增学位1.2万个', '新增学位9800个', '学位：目标 1.2万个，完成 9800个'],
  ['采购计算机30台', '采购台式电脑25台', '电脑：目标 30台，完成 25台'],
  ['1.巡河60次\n2.清淤3公里', '1.巡河52次\n2.清淤3公里', '巡河：目标 60次，完成 52次'],
  ['一百二十家', '110家', '目标 一百二十家，完成 110家'],
];

/** Target, completion: reached, or open. */
const FINE: readonly (readonly [string, string])[] = [
  ['15个', '15个'],
  // A plan, and told as one.
  ['15个', '预计完成13个'],
  ['15个', '16个'],
  ['超过18场', '18场'],
  ['不低于95%', '95%'],
  ['>90', '100%'],
  ['15个', '已完成'],
  ['15个', '不适用'],
  ['培训10场', '调研3次'],
  ['培训10场', '组织专家评审3场'],
  ['检查企业50家', '走访医院20家'],
  ['巡查48次', '每月巡查4次'],
  ['全年检测120次', '平均每月检测10次'],
  ['检查120家', '检查120家，其中规上企业30家'],
  ['检查120家', '检查120家（其中复查15家）'],
  ['资助资金100万元', '资助资金95万元'],
  ['会议1天', '会议0.5天'],
  ['投诉率5%', '投诉率3%'],
  ['事故率不高于1%', '事故率0.5%'],
  ['能耗降低3%', '能耗降低5%'],
  ['办结时限5个工作日', '办结时限3个工作日'],
  ['约100份', '96份'],
  ['10-15场', '12场'],
  ['培训10场', '培训8场，因疫情减少2场'],
  ['培训10场', '受疫情影响，培训8场'],
  ['培训500人次', '培训480人'],
  ['完成10个项目', '全部完成，其中8个项目通过验收'],
  ['印发宣传册2万份', '印发宣传册2.1万份'],
  ['第一季度巡查30次', '第二季度巡查20次'],
  ['打印机5台、扫描仪2台', '打印机5台、高拍仪1台'],
  ['激光打印机19台、喷墨打印机5台', '打印机20台'],
  ['65岁以上老年人体检8000人', '体检8200人'],
  ['《2021年鉴》200册', '《2021年鉴》200册'],
  ['满意度≥90%', '满意度90分'],
  ['满意度≥90%', '90%以上'],
];

describe('behind the target', () => {
  test.each(BEHIND)('%s → %s', (target, actual, said) => {
    const found = hits(target, actual);
    expect(found.map(({ cell }) => cell)).toEqual(said === '' ? [] : ['P6']);
    expect(found[0]?.params['shortfalls'] ?? '').toBe(said);
  });
});

describe('reached, or not to be told from the words', () => {
  test.each(FINE)('%s → %s', (target, actual) => expect(hits(target, actual)).toEqual([]));
});

test('a deadline that was missed is told', () => {
  const late = (target: string, actual: string) => hits(target, actual, 'timeliness');
  expect(late('2021年6月30日前完成', '2021年8月完成验收')).toMatchObject([
    { params: { shortfalls: '目标 2021年6月30日前，完成 2021年8月' } },
  ]);
  expect(late('6月底前完成', '7月5日完成')).toHaveLength(1);
  expect(late('2021年12月底前', '已于2021年12月16至17日举办')).toEqual([]);
  expect(late('2021年12月31日前完成', '2021年12月31日前完成')).toEqual([]);
  expect(late('2021年6月底前完成', '根据2021年8月签订的补充协议完成')).toEqual([]);
  expect(late('6月底前完成', '2021年7月完成')).toEqual([]);
});

test('the shortfalls of a list are told in one line, each with what was counted', () => {
  const [hit] = hits(
    '购买28台台式电脑、19台激光打印机、5台扫描仪、4台碎纸机',
    '已完成采购台式计算机20台、A4激光打印机14台、A4高速扫描仪1台、碎纸机8台',
  );
  expect(hit?.params['shortfalls']).toBe(
    '台式电脑：目标 28台，完成 20台；激光打印机：目标 19台，完成 14台；扫描仪：目标 5台，完成 1台',
  );
});

test('a row that explains itself is left alone, one that says 无 is not', () => {
  for (const nothing of ['无', '', '无问题', '不存在问题', '—', '目前暂无']) {
    expect(hits('15个', '13个', 'quantity', nothing)).toHaveLength(1);
  }
  expect(hits('15个', '13个', 'quantity', '两个项目因土地问题未落地。')).toEqual([]);
});

test('two rows, two cells', () => {
  const row = { ...GOOD_ROW, quantityTarget: '15个', quantityActual: '13个', problems: '' };
  const table = tableOf([row, { ...row, qualityTarget: '合格率100%', qualityActual: '合格率98%' }]);
  const cells = rowHits(completionReachesTarget, table).map(({ cell }) => cell);
  expect(cells).toEqual(['P6', 'P7', 'R7']);
});

test('a cell of thousands of numbers is not compared', () => {
  const many = (count: number) =>
    Array.from({ length: 3000 }, (_, index) => `第${index}类设备${count}台`).join('、');
  expect(hits(many(5), many(4))).toEqual([]);
});
