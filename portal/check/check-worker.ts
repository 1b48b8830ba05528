/// <reference lib="webworker" />
import '../old-browsers.ts';
import { DEFAULT_LIMITS } from '../../shared/cells/limits.ts';
import { unpackResult } from '../../shared/cells/packed-sheets.ts';
import { readPacked } from '../../shared/cells/read-packed.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import { type JudgeContext, type Judgement, judge } from '../../shared/judge.ts';
import { fontMetrics, type MetricsTable } from '../../shared/layout/metrics.ts';
import metrics from '../../templates/fonts/metrics.json';
import { PERIODS } from '../../templates/periods.ts';
import { checkedOf } from './checked.ts';
import { mendSheets } from './mend-sheets.ts';
import type { CheckReply, CheckRequest, Stage } from './messages.ts';

/*
 * Reads and judges a file beside the page, by the very code of the server. A file that kills it kills
 * nothing else: the page starts another.
 */

const { has: canPrint } = fontMetrics(metrics as unknown as MetricsTable);

/** The file read last, so that a mended cell costs a judgement and no reading. */
let held: { readonly id: number; readonly read: ReadResult } | null = null;

const reply = (answer: CheckReply): void => self.postMessage(answer);

self.onmessage = async ({ data }: MessageEvent<CheckRequest>): Promise<void> => {
  const { job } = data;
  try {
    reply(await answerTo(data, (stage) => reply({ job, kind: 'stage', stage })));
  } catch (error) {
    reply({ job, kind: 'fault', reason: error instanceof Error ? error.message : String(error) });
  }
};

async function answerTo(request: CheckRequest, tell: (stage: Stage) => void): Promise<CheckReply> {
  const { job, wanted } = request;
  const read = await readOf(request, tell);
  tell('judging');
  const original = judge(read, contextOf(request));
  const judgement = mended(read, original, request);
  if (wanted === 'check') return { job, kind: 'checked', checked: checkedOf(judgement) };
  if (original.table === null || judgement.table === null) throw new Error('no table to write');
  tell('writing');
  const { correctedFile, feedbackFile } = await import('./workbooks.ts');
  const file = await (wanted === 'corrected' ? correctedFile : feedbackFile)({
    fileName: request.file.name,
    original: original.table,
    table: judgement.table,
    judgement,
  });
  return { job, kind: 'made', file };
}

async function readOf({ file }: CheckRequest, tell: (stage: Stage) => void): Promise<ReadResult> {
  if (file.refused !== undefined) return { ok: false, refusal: file.refused };
  if (file.bytes !== undefined) {
    tell('reading');
    const packed = await readPacked(new Uint8Array(file.bytes), DEFAULT_LIMITS);
    held = { id: file.id, read: unpackResult(packed) };
  }
  if (held?.id !== file.id) throw new Error(`the worker does not hold file ${file.id}`);
  return held.read;
}

/** The judgement of the file with what was mended in the page typed into it. */
function mended(read: ReadResult, original: Judgement, request: CheckRequest): Judgement {
  if (!read.ok || original.table === null) return original;
  const sheets = mendSheets(read.sheets, original.table, request.mends);
  return judge({ ...read, sheets }, contextOf(request));
}

/** The page knows no register and no earlier records: rules that need them are silent. */
const contextOf = ({ file, period, today }: CheckRequest): JudgeContext => ({
  period,
  submitter: null,
  periods: PERIODS,
  fileName: file.name,
  register: null,
  previous: null,
  lastYear: null,
  today,
  canPrint,
});
