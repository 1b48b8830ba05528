import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { INSTALLED } from './tools.ts';

/** A server of another project, running on 127.0.0.1 with nothing in it. */
export interface Server {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const besideThis = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** moto: S3, SQS, DynamoDB and more behind one port. */
export const startMoto = (): Promise<Server> =>
  start(path.join(INSTALLED, 'venv/bin/python'), [besideThis('moto_one_at_a_time.py')]);

/** DynamoDB Local, AWS's own. */
export function startDynamoDbLocal(): Promise<Server> {
  const libraries = path.join(INSTALLED, 'dynamodb-local');
  return start('java', [
    `-Djava.library.path=${libraries}`,
    '-cp',
    path.join(libraries, '*'),
    besideThis('dynamodb-local/OnLoopback.java'),
  ]);
}

/** Starts a server that takes a free port and prints its address once it listens. */
async function start(command: string, args: readonly string[]): Promise<Server> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    endpoint: await printedEndpoint(child),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Rejects with all that the server said when it ends before it listens. */
function printedEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (endpoint !== undefined) resolve(endpoint);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended early:\n${said}`)));
  });
}
