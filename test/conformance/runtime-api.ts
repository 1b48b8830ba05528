import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { INSTALLED } from './tools.ts';

/** AWS's client of the Lambda Runtime API, which is what runs a handler on Lambda. */
const CLIENT = path.join(INSTALLED, 'runtime-client/node_modules/aws-lambda-ric/index.mjs');
const API = '/2018-06-01/runtime';
const PATIENCE_MS = 60_000;

/** How an invocation ended, as the client reported it. */
export type Report =
  | { readonly kind: 'response'; readonly body: unknown }
  | { readonly kind: 'error'; readonly body: ReportedError };

/** What the Runtime API is told of an error. */
export interface ReportedError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** A function at work behind a Runtime API of this machine. */
export interface LambdaRun {
  /** Hands it an event; resolves with what is reported. Rejects when its process ends instead. */
  readonly invoke: (event: unknown) => Promise<Report>;
  /** Resolves with the error of a function that cannot even be loaded. */
  readonly initError: Promise<ReportedError>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the bundle in `folder` under AWS's client, in the environment that Lambda gives plus what the
 * stack tells it, and with nothing of this process's own.
 */
export async function startLambda(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<LambdaRun> {
  const events: { readonly id: string; readonly event: unknown }[] = [];
  const reports = new Map<string, (report: Report) => void>();
  const initError = Promise.withResolvers<ReportedError>();
  let asking: (() => void) | null = null;

  const handOver = (response: ServerResponse): void => {
    const next = events.shift();
    if (next === undefined) {
      asking = () => handOver(response);
      return;
    }
    asking = null;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + PATIENCE_MS),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:123456789012:function:it',
      'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0',
    });
    response.end(JSON.stringify(next.event));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, id = '', what = ''] = /\/invocation\/([\w-]+)\/?(\w*)$/.exec(request.url ?? '') ?? [];
    if (id === 'next') return handOver(response);
    const body = await json(request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (request.url === `${API}/init/error`) initError.resolve(body as ReportedError);
    else reports.get(id)?.({ kind: what, body } as Report);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const child = startClient(folder, (server.address() as AddressInfo).port, environment);
  const ended = endOf(child);
  ended.catch(() => {});

  return {
    initError: initError.promise,
    async invoke(event) {
      const id = randomUUID();
      const report = Promise.withResolvers<Report>();
      reports.set(id, report.resolve);
      events.push({ id, event });
      asking?.();
      return Promise.race([report.promise, ended]);
    },
    stop: () => stop(child, server),
  };
}

function startClient(
  folder: string,
  port: number,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [CLIENT], {
    cwd: folder,
    env: {
      ...environment,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_FUNCTION_NAME: path.basename(folder),
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1769',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/it',
      AWS_LAMBDA_LOG_STREAM_NAME: 'it',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      TZ: ':UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Rejects when the process ends, with what it said. */
function endOf(child: ChildProcess): Promise<never> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  return new Promise((_, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      reject(new Error(`the function's process ended: ${signal ?? code}\n${said.join('')}`));
    });
  });
}

async function stop(child: ChildProcess, server: Server): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  child.kill('SIGKILL');
  await gone;
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
