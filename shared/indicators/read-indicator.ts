import type { Entry } from '../rows/row.ts';
import { type AnswerKind, answerKind } from './answer-kinds.ts';
import { readDates, type StatedDate } from './dates.ts';
import { listItems } from './list-items.ts';
import { mayHaveNumber } from './numbers-in.ts';
import { foldWidth, hideTitleNumbers } from './plain-text.ts';
import { readStatements, type Statement } from './statements.ts';

/** What a target (年度指标内容) or a completion (完成情况) says. */
export interface Reading {
  readonly kind: AnswerKind;
  /** Numbers of which it is sure what they count, in reading order. */
  readonly statements: readonly Statement[];
  readonly dates: readonly StatedDate[];
  /** Any number that counts or measures something, sure or not; dates, titles and numbering apart. */
  readonly hasFigure: boolean;
  /** List items in half width, titles and dates hidden, with what each says of figures. */
  readonly items: readonly { readonly text: string; readonly hasFigure: boolean }[];
}

const FREQUENCY =
  /按(?:季度?|月|周|年|日|半年)(?!报告|计划|度)|每(?:个)?(?:半年|年|月|季度?|周|日|天)/;
const FULL_MEASURE = /全覆盖|全部|全量|所有|应[\u4e00-\u9fff]{1,3}尽[\u4e00-\u9fff]/;
/** 零投诉, 无差错: a zero without a measure word. */
const ZERO =
  /[零无](?:重大|亡人|群体|安全|有效|责任)*(?:投诉|事故|事件|差错|失误|上访|故障|违规|违纪|延误|伤亡|超标|返工)|零(?:发生|增长|距离)/;

/** False for a text that surely states no number and no date; cheaper than reading it. */
export const mayState = (text: string): boolean =>
  mayHaveNumber(text) || /[０-９]|[月季年]/.test(text);

/** True for 按季度, 每月: how often, without a number. */
export const statesFrequency = (text: string): boolean => FREQUENCY.test(text);

/** True for 全部, 全覆盖, 应保尽保: a full measure in words. */
export const statesFullMeasure = (text: string): boolean => FULL_MEASURE.test(text);

/** Reads a cell's text. Pure; any text is read, in time linear in its length. */
export function readIndicator(text: string): Reading {
  const plain = hideTitleNumbers(foldWidth(text));
  const dates: StatedDate[] = [];
  const statements: Statement[] = [];
  const items = listItems(plain).map((item) => {
    const dated = readDates(item);
    const read = readStatements(dated.text);
    dates.push(...dated.dates);
    statements.push(...read.statements);
    return { text: dated.text, hasFigure: read.hasFigure };
  });
  return {
    get kind() {
      return answerKind(text);
    },
    statements,
    dates,
    hasFigure: items.some(({ hasFigure }) => hasFigure) || ZERO.test(plain),
    items,
  };
}

const readings = new WeakMap<Entry, Reading>();

/** What a cell says, read once however many rules ask. */
export function readingOf(entry: Entry): Reading {
  const known = readings.get(entry);
  if (known !== undefined) return known;
  const reading = readIndicator(entry.text);
  readings.set(entry, reading);
  return reading;
}
