import type { Leaf, LeafType } from './form.ts';

/** What a template tells the clerk about a column. */
export interface ColumnHint {
  /** What belongs here, in a sentence or two. */
  readonly what: string;
  /** A good entry; empty where none is to be typed. */
  readonly example: string;
  /** How long an entry is at best; empty where that goes without saying. */
  readonly length: string;
}

const hint = (what: string, example: string, length = ''): ColumnHint => ({
  what,
  example,
  length,
});

const SHORT = '每条一句，60 字以内；多条用 1. 2. 3. 分行';
const LONG = '200 字左右，最多 500 字；多条用 1. 2. 3. 分行';

const source = (kind: string, example: string): ColumnHint =>
  hint(`${kind}，填数字，单位万元，精确到分（最多六位小数）。没有就填 0。`, example);

const target = (what: string, example: string): ColumnHint => hint(what, example, SHORT);

const result = (example: string): ColumnHint =>
  hint(
    '到年底实际完成多少，与左边的指标一一对应。不照抄指标，不写“拟、将、计划”。',
    example,
    SHORT,
  );

/** `……`: the form leaves room, and most units need none. */
const EXTRA = hint(
  '本单位另加的指标写在这里：指标名称、年度指标内容、完成情况。没有就留空。',
  '设备利用率：不低于80%；85%',
  SHORT,
);

/**
 * Hints by field. Fields mean the same in every form (docs/add-a-form.md), so they do not stand in the
 * forms: those are frozen, and a hint may always be put better.
 */
export const COLUMN_HINTS: Readonly<Record<string, ColumnHint>> = {
  serial: hint('从 1 起连续编号。没有用到的序号不必删。', '1'),
  unitName: hint(
    '实施项目的单位全称：本部门或其下属单位。可点右侧箭头选择。',
    '深圳市龙岗区投资推广署',
  ),
  projectName: hint(
    '与预算批复的项目名称一字不差，一个项目一行。',
    '粮食储备费用',
    '60 字以内，不换行',
  ),
  budgetTotal: hint('本年度预算金额，填数字，单位万元，不要填成“元”。', '1424.79'),
  budgetGeneral: source('一般公共预算安排的预算金额', '1424.79'),
  budgetFund: source('政府性基金安排的预算金额', '0'),
  budgetNonFiscal: source('非财政资金（单位自筹等）安排的预算金额', '0'),
  actualTotal: hint('本年度实际支出金额，填数字，单位万元，不要填成“元”。', '1405.12'),
  actualGeneral: source('一般公共预算的实际支出', '1405.12'),
  actualFund: source('政府性基金的实际支出', '0'),
  actualNonFiscal: source('非财政资金的实际支出', '0'),
  executionRate: hint('实际支出合计 ÷ 年度预算金额，自动计算，不用填；预算为 0 的显示“—”。', ''),
  annualGoal: hint(
    '年初批复的绩效目标，照批复填写，年中不改。',
    '1. 全年储备粮食 5 万吨；2. 轮换合格率不低于 95%。',
    LONG,
  ),
  overallCompletion: hint(
    '全年实际完成的情况，逐条对应年初目标，写出数字。不要复制年初目标。',
    '1. 全年储备粮食 5.2 万吨；2. 轮换合格率 98%。',
    LONG,
  ),
  quantityTarget: target('要完成多少：可以数出来的产出，写明数量和单位。', '开展培训不少于 12 场'),
  quantityActual: result('开展培训 14 场'),
  qualityTarget: target('要做到多好：合格率、达标率等。', '验收合格率不低于 95%'),
  qualityActual: result('验收合格率 98%'),
  timelinessTarget: target('要在什么时候完成：写明日期或期限。', '11月底前全部完成'),
  timelinessActual: result('10月20日全部完成'),
  economicTarget: target(
    '带来的经济效益，如节约、增收。没有的填“不适用”。',
    '节约运行成本 5% 以上',
  ),
  economicActual: result('节约运行成本 6.2%'),
  socialTarget: target('对社会、群众的好处。没有的填“不适用”。', '惠及企业不少于 200 家'),
  socialActual: result('惠及企业 235 家'),
  ecologicalTarget: target('对生态环境的好处。没有的填“不适用”。', '单位能耗下降 3%'),
  ecologicalActual: result('单位能耗下降 3.4%'),
  satisfactionTarget: target('服务对象有多满意，写百分数。', '参训人员满意度不低于 90%'),
  satisfactionActual: result('参训人员满意度 96%（发放问卷 200 份）'),
  problems: hint(
    '执行中的问题和原因。执行率偏低、没有支出、指标没完成的必须说明；确实没有的填“无”。',
    '因场地维修，第四季度 2 场培训未能举办，相应经费结余。',
    LONG,
  ),
  rectification: hint(
    '针对左边的问题已经或准备怎样改；没有问题的填“不需要整改”。',
    '改为线上培训，次年 3 月底前补办。',
    LONG,
  ),
  outputExtra: EXTRA,
  benefitExtra: EXTRA,
  satisfactionExtra: EXTRA,
};

/** For a column that nothing special is known of. */
const HINTS_BY_TYPE: Readonly<Record<LeafType, ColumnHint>> = {
  serial: hint('从 1 起连续编号。', '1'),
  text: hint('照实填写；没有的填“无”或“不适用”。', ''),
  money: hint('填数字，单位万元，精确到分（最多六位小数）。没有就填 0。', '98.5'),
  rate: hint('自动计算，不用填。', ''),
  extension: EXTRA,
};

/** What a template says of a column. */
export const hintFor = ({ field, type }: Pick<Leaf, 'field' | 'type'>): ColumnHint =>
  COLUMN_HINTS[field] ?? HINTS_BY_TYPE[type];
