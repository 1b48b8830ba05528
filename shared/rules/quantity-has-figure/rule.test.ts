import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { quantityHasFigure } from './rule.ts';

const hits = (target: string, actual = '已完成') =>
  rowHits(
    quantityHasFigure,
    tableOf([{ ...GOOD_ROW, quantityTarget: target, quantityActual: actual }]),
  );

describe('no figure', () => {
  test.each([
    '按实际委托项目数量',
    '购买办公设备一批',
    '完成《龙岗区“十三五”规划》研究',
    '支付第四批贷款贴息',
    '完成2020年规划',
    '1.出具法律意见书不低于30份\n2.归档资料数量',
    '帮扶地区个数',
  ])('%s', (target) => expect(hits(target).map(({ cell }) => cell)).toEqual(['O6']));
});

describe('a figure, a full measure, or none that may be asked for', () => {
  test.each([
    '对我局2个信息系统检测',
    '两场培训',
    '10分钟视频',
    '数据归集涵盖全量商事主体',
    '每季度巡查',
    '不适用',
    '无',
    '数量指标',
    '1.晚会\n2.报告4份',
  ])('%s', (target) => expect(hits(target)).toEqual([]));

  test('a secret one', () => expect(hits('储备粮任务', '数量涉及秘密，不适合公开')).toEqual([]));
});

test('two rows, two cells; a blank cell is told elsewhere', () => {
  const table = tableOf([
    { ...GOOD_ROW, quantityTarget: '完成采购' },
    { ...GOOD_ROW, quantityTarget: '' },
    { ...GOOD_ROW, quantityTarget: '完成验收' },
  ]);
  expect(rowHits(quantityHasFigure, table).map(({ cell }) => cell)).toEqual(['O6', 'O8']);
});
