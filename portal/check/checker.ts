import { MAX_FILE_BYTES } from '../../shared/cells/limits.ts';
import type { Refusal } from '../../shared/cells/read-result.ts';
import { dayInChina } from '../../shared/severity.ts';
import type { Checked } from './checked.ts';
import type { Mends } from './mends.ts';
import type {
  AskedFile,
  CheckReply,
  CheckRequest,
  MadeFile,
  NumberedBasis,
  Stage,
  Wanted,
} from './messages.ts';

/** Milliseconds that reading may take. The server allows 1,800; an old desktop is slower. */
const READING_LIMIT = 12_000;

/** A file in the page, with the number it is known by. */
export interface ChosenFile {
  readonly id: number;
  readonly file: File;
}

/** What a file is checked with. */
export interface Question {
  readonly chosen: ChosenFile;
  readonly period: string | null;
  /** Code of the unit it is for; null: nobody says. */
  readonly submitter: string | null;
  readonly mends: Mends;
  readonly basis: NumberedBasis;
  readonly onStage: (stage: Stage) => void;
}

/** Thrown to whoever waits when the user stops a check. */
export class Cancelled extends Error {}

/** Checks files in a worker, one question after the other. */
export interface Checker {
  readonly check: (question: Question) => Promise<Checked>;
  readonly make: (wanted: Exclude<Wanted, 'check'>, question: Question) => Promise<MadeFile>;
  /** Starts the worker, so that the first file need not wait for it. */
  readonly prepare: () => void;
  /** Ends whatever the worker does; the next question starts another. */
  readonly cancel: () => void;
}

interface Waiting {
  readonly stop: (error: Error) => void;
}

/** A checker; `start` makes the worker it asks. */
export function openChecker(start: () => Worker): Checker {
  let worker: Worker | null = null;
  let heldId: number | null = null;
  let waiting: Waiting | null = null;
  let job = 0;

  const end = (): void => {
    worker?.terminate();
    worker = null;
    heldId = null;
  };

  const ask = async (
    wanted: Wanted,
    question: Question,
    refused?: Refusal,
  ): Promise<CheckReply> => {
    const { chosen, period, submitter, mends, basis, onStage } = question;
    job += 1;
    const asked = job;
    const file = await askedFile(chosen, heldId === chosen.id, refused);
    worker ??= start();
    const today = dayInChina(new Date().toISOString());
    const target = { period, submitter, mends, wanted, today, basis };
    const request: CheckRequest = { job: asked, file, ...target };
    const answer = await answered(worker, request, onStage, (now) => {
      waiting = now;
    });
    if (answer === 'too-heavy-for-time' || answer === 'too-heavy-for-memory') {
      end();
      const why = answer === 'too-heavy-for-time' ? 'time' : 'memory';
      return ask(wanted, question, { kind: 'too-heavy', why });
    }
    if (refused === undefined) heldId = chosen.id;
    return answer;
  };

  return {
    async check(question) {
      const tooLarge = refusalOfSize(question.chosen.file.size);
      const answer = await ask('check', question, tooLarge);
      if (answer.kind === 'checked') return answer.checked;
      throw new Error(answer.kind === 'fault' ? answer.reason : 'no findings');
    },
    async make(wanted, question) {
      const answer = await ask(wanted, question);
      if (answer.kind === 'made') return answer.file;
      throw new Error(answer.kind === 'fault' ? answer.reason : 'no workbook');
    },
    prepare() {
      worker ??= start();
    },
    cancel() {
      // A worker without work is kept for the next file.
      if (waiting === null) return;
      waiting.stop(new Cancelled());
      end();
    },
  };
}

const refusalOfSize = (bytes: number): Refusal | undefined =>
  bytes > MAX_FILE_BYTES ? { kind: 'too-large', bytes, limit: MAX_FILE_BYTES } : undefined;

async function askedFile(
  { id, file }: ChosenFile,
  isHeld: boolean,
  refused: Refusal | undefined,
): Promise<AskedFile> {
  const { name } = file;
  if (refused !== undefined) return { id, name, refused };
  return isHeld ? { id, name } : { id, name, bytes: await file.arrayBuffer() };
}

type Answer = CheckReply | 'too-heavy-for-time' | 'too-heavy-for-memory';

/** The last word of the worker on a request; its silence or death while it reads is an answer, too. */
function answered(
  worker: Worker,
  request: CheckRequest,
  onStage: Question['onStage'],
  wait: (waiting: Waiting | null) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isReading = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      worker.removeEventListener('message', hear);
      worker.removeEventListener('error', fail);
      wait(null);
      finish();
    };
    const hear = ({ data }: MessageEvent<CheckReply>): void => {
      if (data.job !== request.job) return;
      if (data.kind !== 'stage') {
        settle(() => resolve(data));
        return;
      }
      clearTimeout(timer);
      isReading = data.stage === 'reading';
      if (isReading) {
        timer = setTimeout(() => settle(() => resolve('too-heavy-for-time')), READING_LIMIT);
      }
      onStage(data.stage);
    };
    const fail = (event: ErrorEvent): void =>
      settle(() => {
        if (isReading) resolve('too-heavy-for-memory');
        else reject(new Error(event.message || 'the checking program could not be loaded'));
      });
    worker.addEventListener('message', hear);
    worker.addEventListener('error', fail);
    wait({ stop: (error) => settle(() => reject(error)) });
    worker.postMessage(request);
  });
}
