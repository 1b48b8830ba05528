['hint economicActual']mport type { Severity } from '../../shared/severity.ts';
['hint economicActual']mport type { Typed } from '../make-sheet.ts';

/**['hint economicActual']A fault planted in a clean table, and what must be found: there, and nowhere else. */
['hint economicActual']xport interface PlantedFault {
['hint economicActual'] /** What a clerk did. */
['hint economicActual'] readonly fault: string;
['hint economicActual'] readonly form: 'longgang-2020' | 'longgang-2021';
['hint economicActual'] /** Serial of the project it is planted in. */
['hint economicActual'] readonly serial: number;
['hint economicActual'] readonly typed: Readonly<Record<string, Typed>>;
['hint economicActual'] /** `severity field`, in reading order. */
['hint economicActual'] readonly found: readonly `${Severity} ${string}`[];
['hint economicActual'] /** Suggested values, where one follows. */
['hint economicActual'] readonly suggestion?: string;
}

['hint economicActual']onst in2021 = (
['hint economicActual'] fault: string,
['hint economicActual'] serial: number,
['hint economicActual'] typed: PlantedFault['typed'],
['hint economicActual'] found: PlantedFault['found'],
['hint economicActual'] suggestion?: string,
):['hint economicActual']PlantedFault => ({
['hint economicActual'] fault,
['hint economicActual'] form: 'longgang-2021',
['hint economicActual'] serial,
['hint economicActual'] typed,
['hint economicActual'] found,
['hint economicActual'] ...(suggestion === undefined ? {} : { suggestion }),
});

['hint economicActual']onst shown = (text: string): Typed => ({
['hint economicActual'] number: Number(text.slice(0, -1)) / 100,
['hint economicActual'] text,
['hint economicActual'] isPercent: true,
});

/**['hint economicActual']Faults of all kinds, each alone in its table. */
['hint economicActual']xport const PLANTED_FAULTS: readonly PlantedFault[] = [
['hint economicActual'] in2021('项目名称没填', 2, { projectName: '' }, ['error projectName']),
['hint economicActual'] in2021('实支合计没填', 2, { actualTotal: '' }, ['error actualTotal']),
['hint economicActual'] in2021('金额写成汉字', 1, { budgetTotal: '八百二十万' }, ['error budgetTotal']),
['hint economicActual'] in2021('金额为负', 5, { budgetGeneral: -36 }, ['error budgetGeneral']),
['hint economicActual'] in2021('公式没有存结果', 4, { actualGeneral: 'uncomputed formula' }, ['error actualGeneral']),
['hint economicActual'] in2021('公式算出错误值', 4, { budgetNonFiscal: { error: '#REF!' } }, ['error budgetNonFiscal']),
['hint economicActual'] in2021('预算合计与来源不符', 1, { budgetTotal: 830.5 }, ['error budgetTotal']),
['hint economicActual'] in2021(
['hint economicActual']   '执行率抄错一位',
['hint economicActual']   3,
['hint economicActual']   { executionRate: shown('84.61%') },
['hint economicActual']   ['error executionRate'],
['hint economicActual']   '84.11%',
['hint economicActual'] ),
['hint economicActual'] in2021(
['hint economicActual']   '执行率填成 9 折',
['hint economicActual']   1,
['hint economicActual']   { executionRate: shown('90.00%') },
['hint economicActual']   ['error executionRate'],
['hint economicActual']   '100.00%',
['hint economicActual'] ),
['hint economicActual'] in2021('完成情况漏填', 4, { qualityActual: '' }, ['error qualityActual']),
['hint economicActual'] in2021('指标内容漏填', 4, { socialTarget: '' }, ['error socialTarget']),
['hint economicActual'] in2021('填报单位不在名下', 2, { unitName: '深圳市龙岗区水务局' }, ['error unitName']),
['hint economicActual'] in2021('序号重复', 4, { serial: 3 }, ['warning serial']),
['hint economicActual'] in2021(
['hint economicActual']   '整体完成情况照抄目标',
['hint economicActual']   1,
['hint economicActual']   { overallCompletion: '为全区义务教育阶段学生免费提供教科书，做到课前到书、人手一册。' },
['hint economicActual']   ['warning overallCompletion'],
['hint economicActual'] ),
['hint economicActual'] in2021('完成情况照抄带比较词的目标', 7, { quantityActual: '举办公益文化活动不少于120场次' }, [
['hint economicActual']   'warning quantityActual',
['hint economicActual'] ]),
['hint economicActual'] in2021(
['hint economicActual']   '完成少于目标且没有说明',
['hint economicActual']   5,
['hint economicActual']   { quantityActual: '购置台式电脑30台、激光打印机6台，均已验收' },
['hint economicActual']   ['warning quantityActual'],
['hint economicActual'] ),
['hint economicActual'] in2021(
['hint economicActual']   '率低于 90% 却写无问题',
['hint economicActual']   3,
['hint economicActual']   { quantityTarget: '改造路口52个', problems: '无', rectification: '不需要整改' },
['hint economicActual']   ['warning problems'],
['hint economicActual'] ),
['hint economicActual'] in2021('完成情况写成打算', 5, { quantityActual: '拟购置台式电脑40台、激光打印机6台' }, [
['hint economicActual']   'warning quantityActual',
['hint economicActual'] ]),
['hint economicActual'] in2021('时效目标是别的年度', 2, { timelinessTarget: '2019年11月底前完工' }, [
['hint economicActual']   'warning timelinessTarget',
['hint economicActual'] ]),
['hint economicActual'] in2021('满意度目标被截断', 4, { satisfactionTarget: '签约居民满意度不低于' }, [
['hint economicActual']   'warning satisfactionTarget',
['hint economicActual'] ]),
['hint economicActual'] in2021('书名号没有闭合', 6, { qualityTarget: '执行《安全生产检查规范' }, [
['hint economicActual']   'warning qualityTarget',
['hint economicActual'] ]),
['hint economicActual'] in2021('填了表头字', 6, { satisfactionTarget: '服务对象满意度指标' }, [
['hint economicActual']   'warning satisfactionTarget',
['hint economicActual'] ]),
['hint economicActual'] in2021('数量指标没有量化', 7, { quantityTarget: '举办公益文化活动' }, ['hint quantityTarget']),
['hint economicActual'] in2021('一边不适用另一边有值', 1, { economicActual: '节约采购成本' }, ['hint economicActual']),
['hint economicActual'] in2021(
['hint economicActual']   '支出超过预算没有说明',
['hint economicActual']   5,
['hint economicActual']   { actualTotal: 37, actualGeneral: 37, executionRate: shown('102.78%') },
['hint economicActual']   ['warning actualTotal'],
['hint economicActual'] ),
['hint economicActual'] in2021(
['hint economicActual']   '零执行却写显著成效',
['hint economicActual']   5,
['hint economicActual']   {
['hint economicActual']     actualTotal: 0,
['hint economicActual']     actualGeneral: 0,
['hint economicActual']     executionRate: shown('0.00%'),
['hint economicActual']     problems: '项目延期',
['hint economicActual']     rectification: '来年实施',
['hint economicActual']     socialActual: '显著提升机关运转效率',
['hint economicActual']   },
['hint economicActual']   ['warning socialActual'],
['hint economicActual'] ),
['hint economicActual'] in2021(
['hint economicActual']   '零执行没有说明',
['hint economicActual']   5,
['hint economicActual']   {
['hint economicActual']     actualTotal: 0,
['hint economicActual']     actualGeneral: 0,
['hint economicActual']     executionRate: shown('0.00%'),
['hint economicActual']     quantityActual: '尚未购置',
['hint economicActual']     qualityActual: '尚未验收',
['hint economicActual']     timelinessActual: '尚未到货',
['hint economicActual']     socialActual: '暂无',
['hint economicActual']     satisfactionActual: '暂无',
['hint economicActual']     overallCompletion: '项目未实施。',
['hint economicActual']   },
['hint economicActual']   ['warning problems'],
['hint economicActual'] ),
['hint economicActual'] in2021('同名项目填了两行', 7, { projectName: '安全生产专项检查' }, ['warning projectName']),
['hint economicActual'] in2021(
['hint economicActual']   '金额以元填入',
['hint economicActual']   2,
['hint economicActual']   {
['hint economicActual']     budgetTotal: 20_000_000,
['hint economicActual']     budgetGeneral: 12_000_000,
['hint economicActual']     budgetFund: 8_000_000,
['hint economicActual']     actualTotal: 20_000_000,
['hint economicActual']     actualGeneral: 12_000_000,
['hint economicActual']     actualFund: 8_000_000,
['hint economicActual']   },
['hint economicActual']   ['warning budgetTotal'],
['hint economicActual'] ),
['hint economicActual'] in2021('文中有密级标志', 6, { annualGoal: '机密★10年' }, ['error null']),
['hint economicActual'] {
['hint economicActual']   fault: '执行率抄错一位（2020 表式）',
['hint economicActual']   form: 'longgang-2020',
['hint economicActual']   serial: 3,
['hint economicActual']   typed: { executionRate: 0.953685 },
['hint economicActual']   found: ['error executionRate'],
['hint economicActual']   suggestion: '0.935685',
['hint economicActual'] },
['hint economicActual'] {
['hint economicActual']   fault: '完成情况漏填（2020 表式只提醒）',
['hint economicActual']   form: 'longgang-2020',
['hint economicActual']   serial: 2,
['hint economicActual']   typed: { qualityActual: '' },
['hint economicActual']   found: ['warning qualityActual'],
['hint economicActual'] },
];
