import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { FromFunction, ToFunction } from './function-messages.ts';

/*
 * What a function's process runs: loads the bundle once, then answers one invocation after another.
 * Started by `function-pool.ts` with the handler as argument and the bundle as working directory.
 */

// The one who called is gone, killed perhaps: whatever is under way will be done again.
process.on('disconnect', () => process.exit(0));

const [file = '', name = ''] = (process.argv[2] ?? '').split('.');
const bundle = await import(pathToFileURL(path.resolve(`${file}.mjs`)).href);
const handler: (event: unknown, context: unknown) => Promise<unknown> = bundle[name];
if (typeof handler !== 'function') throw new Error(`${file}.mjs exports no function ${name}`);

const reply = (message: FromFunction): void => {
  process.send?.(message);
};

process.on('message', async ({ id, event, deadline }: ToFunction) => {
  try {
    const result = await handler(event, contextOf(id, deadline));
    reply({ kind: 'done', id, result });
  } catch (error) {
    reply({ kind: 'failed', id, error: error instanceof Error ? String(error.stack) : `${error}` });
  }
});

/** The context that Lambda gives a handler, as far as handlers look at it. */
const contextOf = (id: string, deadline: number) => ({
  awsRequestId: id,
  functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws-cn:lambda:local:${process.env['AWS_LAMBDA_FUNCTION_NAME']}`,
  memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

reply({ kind: 'ready' });
