import type { Severity } from '../../shared/severity.ts';
import type { Typed } from '../make-sheet.ts';

/** A fault planted in a clean table, and what must be found: there, and nowhere else. */
export interface PlantedFault {
  /** What a clerk did. */
  readonly fault: string;
  readonly form: 'longgang-2020' | 'longgang-2021';
  /** Serial of the project it is planted in. */
  readonly serial: number;
  readonly typed: Readonly<Record<string, Typed>>;
  /** `severity field`, in reading order. */
  readonly found: readonly `${Severity} ${string}`[];
  /** Suggested values, where one follows. */
  readonly suggestion?: string;
}

const in2021 = (
  fault: string,
  serial: number,
  typed: PlantedFault['typed'],
  found: PlantedFault['found'],
  suggestion?: string,
): PlantedFault => ({
  fault,
  form: 'longgang-2021',
  serial,
  typed,
  found,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const shown = (text: string): Typed => ({
  number: Number(text.slice(0, -1)) / 100,
  text,
  isPercent: true,
});

/** Faults of all kinds, each alone in its table. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  in2021('项目名称没填', 2, { projectName: '' }, ['error projectName']),
  in2021('实支合计没填', 2, { actualTotal: '' }, ['error actualTotal']),
  in2021('金额写成汉字', 1, { budgetTotal: '八百二十万' }, ['error budgetTotal']),
  in2021('金额为负', 5, { budgetGeneral: -36 }, ['error budgetGeneral']),
  in2021('公式没有存结果', 4, { actualGeneral: 'uncomputed formula' }, ['error actualGeneral']),
  in2021('公式算出错误值', 4, { budgetNonFiscal: { error: '#REF!' } }, ['error budgetNonFiscal']),
  in2021('预算合计与来源不符', 1, { budgetTotal: 830.5 }, ['error budgetTotal']),
  in2021(
    '执行率抄错一位',
    3,
    { executionRate: shown('84.61%') },
    ['error executionRate'],
    '84.11%',
  ),
  in2021(
    '执行率填成 9 折',
    1,
    { executionRate: shown('90.00%') },
    ['error executionRate'],
    '100.00%',
  ),
  in2021('完成情况漏填', 4, { qualityActual: '' }, ['error qualityActual']),
  in2021('指标内容漏填', 4, { socialTarget: '' }, ['error socialTarget']),
  in2021('填报单位不在名下', 2, { unitName: '深圳市龙岗区水务局' }, ['error unitName']),
  in2021('序号重复', 4, { serial: 3 }, ['warning serial']),
  in2021(
    '整体完成情况照抄目标',
    1,
    { overallCompletion: '为全区义务教育阶段学生免费提供教科书，做到课前到书、人手一册。' },
    ['warning overallCompletion'],
  ),
  in2021('完成情况照抄带比较词的目标', 7, { quantityActual: '举办公益文化活动不少于120场次' }, [
    'warning quantityActual',
  ]),
  in2021(
    '完成少于目标且没有说明',
    5,
    { quantityActual: '购置台式电脑30台、激光打印机6台，均已验收' },
    ['warning quantityActual'],
  ),
  in2021(
    '率低于 90% 却写无问题',
    3,
    { quantityTarget: '改造路口52个', problems: '无', rectification: '不需要整改' },
    ['warning problems'],
  ),
  in2021('完成情况写成打算', 5, { quantityActual: '拟购置台式电脑40台、激光打印机6台' }, [
    'warning quantityActual',
  ]),
  in2021('时效目标是别的年度', 2, { timelinessTarget: '2019年11月底前完工' }, [
    'warning timelinessTarget',
  ]),
  in2021('满意度目标被截断', 4, { satisfactionTarget: '签约居民满意度不低于' }, [
    'warning satisfactionTarget',
  ]),
  in2021('书名号没有闭合', 6, { qualityTarget: '执行《安全生产检查规范' }, [
    'warning qualityTarget',
  ]),
  in2021('填了表头字', 6, { satisfactionTarget: '服务对象满意度指标' }, [
    'warning satisfactionTarget',
  ]),
  in2021('数量指标没有量化', 7, { quantityTarget: '举办公益文化活动' }, ['hint quantityTarget']),
  in2021('一边不适用另一边有值', 1, { economicActual: '节约采购成本' }, ['hint economicActual']),
  in2021(
    '支出超过预算没有说明',
    5,
    { actualTotal: 37, actualGeneral: 37, executionRate: shown('102.78%') },
    ['warning actualTotal'],
  ),
  in2021(
    '零执行却写显著成效',
    5,
    {
      actualTotal: 0,
      actualGeneral: 0,
      executionRate: shown('0.00%'),
      problems: '项目延期',
      rectification: '来年实施',
      socialActual: '显著提升机关运转效率',
    },
    ['warning socialActual'],
  ),
  in2021(
    '零执行没有说明',
    5,
    {
      actualTotal: 0,
      actualGeneral: 0,
      executionRate: shown('0.00%'),
      quantityActual: '尚未购置',
      qualityActual: '尚未验收',
      timelinessActual: '尚未到货',
      socialActual: '暂无',
      satisfactionActual: '暂无',
      overallCompletion: '项目未实施。',
    },
    ['warning problems'],
  ),
  in2021('同名项目填了两行', 7, { projectName: '安全生产专项检查' }, ['warning projectName']),
  in2021(
    '金额以元填入',
    1,
    {
      budgetTotal: 8_205_000,
      budgetGeneral: 8_205_000,
      actualTotal: 8_205_000,
      actualGeneral: 8_205_000,
    },
    ['warning budgetTotal'],
  ),
  in2021(
    '金额以元填入，大过任何项目',
    2,
    {
      budgetTotal: 20_000_000,
      budgetGeneral: 12_000_000,
      budgetFund: 8_000_000,
      actualTotal: 20_000_000,
      actualGeneral: 12_000_000,
      actualFund: 8_000_000,
    },
    ['error budgetTotal'],
  ),
  in2021('文中有密级标志', 6, { annualGoal: '机密★10年' }, ['error null']),
  {
    fault: '执行率抄错一位（2020 表式）',
    form: 'longgang-2020',
    serial: 3,
    typed: { executionRate: 0.953685 },
    found: ['error executionRate'],
    suggestion: '0.935685',
  },
  {
    fault: '完成情况漏填（2020 表式只提醒）',
    form: 'longgang-2020',
    serial: 2,
    typed: { qualityActual: '' },
    found: ['warning qualityActual'],
  },
];
