/// <reference lib="webworker" />
import '../old-browsers.ts';
import { DEFAULT_LIMITS } from '../../shared/cells/limits.ts';
import { unpackResult } from '../../shared/cells/packed-sheets.ts';
import { readPacked } from '../../shared/cells/read-packed.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import { type JudgeContext, type Judgement, judge } from '../../shared/judge.ts';
import { fontMetrics, type MetricsTable } from '../../shared/layout/metrics.ts';
import metrics from '../../templates/fonts/metrics.json';
import { checkedOf } from './checked.ts';
import { mendSheets } from './mend-sheets.ts';
import { isUnchanged } from './mends.ts';
import type { CheckReply, CheckRequest, Stage } from './messages.ts';

/*
 * Reads and judges a file beside the page, by the very code of the server. A file that kills it kills
 * nothing else: the page starts another.
 */

const { has: canPrint } = fontMetrics(metrics as unknown as MetricsTable);

/** The file read last, so that a mended cell costs a judgement and no reading. */
let held: HeldFile | null = null;

interface HeldFile {
  readonly id: number;
  readonly read: ReadResult;
  /** As it came, by the year and the basis it was judged for. */
  readonly judged: Map<string, Judgement>;
}

/** Milliseconds after which what is seldom needed is loaded, so that it is there without a network. */
const LOAD_REST_AFTER = 3_000;

setTimeout(() => {
  import('./load-rest.ts')
    .then(({ loadRest }) => loadRest())
    // Without a network by now: what is needed is asked for again then, and told if it does not come.
    .catch(() => undefined);
}, LOAD_REST_AFTER);

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
  const file = await heldFile(request, tell);
  tell('judging');
  const original = originalOf(file, request);
  const judgement = mendedOf(file.read, original, request);
  if (wanted === 'check') return { job, kind: 'checked', checked: checkedOf(judgement) };
  if (original.table === null || judgement.table === null) throw new Error('no table to write');
  tell('writing');
  const { correctedFile, feedbackFile } = await import('./workbooks.ts');
  const made = await (wanted === 'corrected' ? correctedFile : feedbackFile)({
    fileName: request.file.name,
    original: original.table,
    table: judgement.table,
    judgement,
  });
  return { job, kind: 'made', file: made };
}

async function heldFile({ file }: CheckRequest, tell: (stage: Stage) => void): Promise<HeldFile> {
  const { id, bytes, refused } = file;
  if (refused !== undefined) {
    held = { id, read: { ok: false, refusal: refused }, judged: new Map() };
  } else if (bytes !== undefined) {
    tell('reading');
    const packed = await readPacked(new Uint8Array(bytes), DEFAULT_LIMITS);
    held = { id, read: unpackResult(packed), judged: new Map() };
  }
  if (held?.id !== id) throw new Error(`the worker does not hold file ${id}`);
  return held;
}

function originalOf({ read, judged }: HeldFile, request: CheckRequest): Judgement {
  const asked = `${request.period} ${request.basis.number}`;
  const judgement = judged.get(asked) ?? judge(read, contextOf(request));
  judged.set(asked, judgement);
  return judgement;
}

/** The judgement of the file with what was mended in the page typed into it. */
function mendedOf(read: ReadResult, original: Judgement, request: CheckRequest): Judgement {
  if (!read.ok || original.table === null || isUnchanged(request.mends)) return original;
  const sheets = mendSheets(read.sheets, original.table, request.mends);
  return judge({ ...read, sheets }, contextOf(request));
}

/** As intake would judge it, by what the page knows: without a unit no register and no earlier records. */
const contextOf = ({ file, period, submitter, today, basis }: CheckRequest): JudgeContext => ({
  period,
  submitter,
  periods: basis.periods,
  fileName: file.name,
  register: basis.register,
  previous: basis.previous,
  lastYear: basis.lastYear,
  today,
  canPrint,
});
