import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RULES } from '../shared/rules/catalogue.ts';
import { emfMeasures, type Measures } from './measures.ts';

const RECEIVED = '2022-03-01T02:00:00.000Z';
const NOW = Date.parse('2022-03-01T02:00:01.500Z');

let written: string[];
let measures: Measures;

beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  measures = emfMeasures('jixiao-test', () => NOW);
});

afterEach(() => vi.restoreAllMocks());

/** What CloudWatch reads of the lines: namespace, dimensions with their values, name, unit, value. */
const published = () =>
  written.map((line) => {
    const { _aws, ...values } = JSON.parse(line);
    const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
    const [metric] = Metrics;
    const dimensions = Dimensions[0].map((name: string) => `${name}=${values[name]}`);
    return `${Namespace} ${dimensions.join(' ')} ${metric.Name} ${values[metric.Name]} ${metric.Unit}`;
  });

test('an upload that ends is counted and timed by its status', () => {
  measures.uploadEnded({ status: 'returned', receivedAt: RECEIVED });
  expect(published()).toEqual([
    'Jixiao service=jixiao-test status=returned Uploads 1 Count',
    'Jixiao service=jixiao-test status=returned SecondsToResult 1.5 Seconds',
  ]);
});

test('findings are counted by rule', () => {
  measures.judged([{ rule: 'table-alone' }, { rule: 'rows-counted' }, { rule: 'table-alone' }]);
  expect(published()).toEqual([
    'Jixiao service=jixiao-test rule=table-alone Findings 2 Count',
    'Jixiao service=jixiao-test rule=rows-counted Findings 1 Count',
  ]);
});

test('as many metrics as rules, which are few enough to be paid for', () => {
  expect(RULES.length).toBeLessThanOrEqual(100);
});

test('reports and summaries are timed, never below zero; unsent notices are counted', () => {
  measures.reportPrinted(RECEIVED);
  measures.summaryWritten('2022-03-01T02:00:09.000Z');
  measures.noticeUnsent();
  expect(published()).toEqual([
    'Jixiao service=jixiao-test SecondsToReport 1.5 Seconds',
    'Jixiao service=jixiao-test SecondsToSummary 0 Seconds',
    'Jixiao service=jixiao-test UnsentNotices 1 Count',
  ]);
});
