import { performance } from 'node:perf_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import { liveJudge } from '../../functions/intake/live-judge.ts';
import { fontPrinter } from '../../functions/render/printer.ts';
import { workbooks } from '../../functions/workbooks.ts';
import { collected } from '../../shared/byte-pieces.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { intake, render, summarise } from '../../shared/pipeline.ts';
import type { Upload } from '../../shared/upload.ts';
import { type FiledUpload, revisionKeyOf } from '../../shared/upload.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { startDynalite } from '../../test/dynamo-server.ts';
import { type AllPorts, makeWorld, PERIOD } from '../../test/memory-ports.ts';
import { loadRegister, loadUploads } from '../load/make-uploads.ts';
import { median } from '../measure.ts';

/** What one accepted submission of 26 projects asks of AWS, and one rebuild of its period's summary. */
export interface SubmissionNeeds {
  /** Milliseconds of a warm function on this machine, without the network. */
  readonly intakeMs: number;
  readonly renderMs: number;
  readonly summariseMs: number;
  /** DynamoDB's units, as a server of its kind counts them. */
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Objects written, and the bytes that stay. */
  readonly outputs: number;
  readonly outputBytes: number;
  readonly uploadBytes: number;
}

const SUBMISSIONS = 12;
/** The first ones warm the process up. */
const WARM_UP = 4;

/** Runs submissions through the real stages on dynalite, counting what they ask for. */
export async function measureSubmission(): Promise<SubmissionNeeds> {
  const server = await startDynalite();
  try {
    const counter = { read: 0, write: 0 };
    countUnits(server.documents, counter);
    const submissions = dynamoSubmissions(server.documents, await server.emptyTable());
    const register = loadRegister(SUBMISSIONS);
    await submissions.putUnits(register);
    await submissions.putPeriods([PERIOD]);
    const world = await makeWorld();
    const written = { outputs: 0, bytes: 0 };
    const ports = realPorts(world.ports, submissions, written);
    const taken: SubmissionNeeds[] = [];
    for (const { key, bytes } of loadUploads(register, SUBMISSIONS)) {
      Object.assign(counter, { read: 0, write: 0 });
      Object.assign(written, { outputs: 0, bytes: 0 });
      const event = world.send(bytes, { key, versionId: key });
      const started = performance.now();
      const upload = await intake(event, ports);
      const judged = performance.now();
      if (upload.outcome?.status !== 'accepted') throw new Error(`${key} was not accepted`);
      await render(revisionKeyOf(upload as Upload & FiledUpload), ports);
      const printed = performance.now();
      const units = { readUnits: counter.read, writeUnits: counter.write };
      const outputs = { outputs: written.outputs, outputBytes: written.bytes };
      await summarise({ period: PERIOD.id }, ports);
      taken.push({
        intakeMs: judged - started,
        renderMs: printed - judged,
        summariseMs: performance.now() - printed,
        ...units,
        ...outputs,
        uploadBytes: bytes.length,
      });
    }
    return middle(taken.slice(WARM_UP));
  } finally {
    await server.stop();
  }
}

/** Adds up what every answer says it consumed. */
function countUnits(
  documents: DynamoDBDocumentClient,
  counter: { read: number; write: number },
): void {
  documents.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await next(args);
        const { ConsumedCapacity: told } = answer.output as {
          readonly ConsumedCapacity?: Consumed | readonly Consumed[];
        };
        const units = [told ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
        counter[/Get|Query|Scan/.test(commandName) ? 'read' : 'write'] += units;
        return answer;
      },
    { step: 'initialize', priority: 'high' },
  );
}

interface Consumed {
  readonly CapacityUnits?: number;
}

/** The pipeline as it is deployed, but for the network and S3: outputs are counted and kept here. */
function realPorts(
  memory: AllPorts,
  submissions: AllPorts['submissions'],
  written: { outputs: number; bytes: number },
): AllPorts {
  const kept = new Map<string, Uint8Array>();
  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    kept.set(key, bytes);
    written.outputs += 1;
    written.bytes += bytes.length;
  };
  const places = sourcePlaces();
  return {
    ...memory,
    submissions,
    reader: { read: readWorkbook },
    judge: liveJudge(places),
    workbooks,
    printer: fontPrinter(places),
    outputs: {
      ...memory.outputs,
      writeOutput: write,
      streamOutput: async (key, pieces) => write(key, await collected(pieces)),
      readOutput: async (key) => kept.get(key) ?? new Uint8Array(),
      copyOutput: async () => {},
    },
  };
}

function middle(taken: readonly SubmissionNeeds[]): SubmissionNeeds {
  const of = (name: keyof SubmissionNeeds): number => median(taken.map((one) => one[name]));
  return {
    intakeMs: of('intakeMs'),
    renderMs: of('renderMs'),
    summariseMs: of('summariseMs'),
    writeUnits: of('writeUnits'),
    readUnits: of('readUnits'),
    outputs: of('outputs'),
    outputBytes: of('outputBytes'),
    uploadBytes: of('uploadBytes'),
  };
}
