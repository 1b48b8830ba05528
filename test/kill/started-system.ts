import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** `npm start` in a process of its own. */
export interface StartedSystem {
  /** Where S3 is, once it is up; null when it ended before. */
  readonly up: Promise<string | null>;
  /** kill -9; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** What it has said. */
  readonly said: () => string;
}

const SCRIPT = fileURLToPath(new URL('../../local/start.ts', import.meta.url));

/** Starts the local system on free ports over a data folder. */
export function startLocally(dataFolder: string): StartedSystem {
  const child: ChildProcess = spawn(process.execPath, [
    ...[SCRIPT, '--port=0', '--no-examples', `--data=${dataFolder}`],
  ]);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const up = new Promise<string | null>((resolve) => {
    const listen = (text: Buffer): void => {
      said += text;
      if (said.includes('Ctrl+C')) resolve(/endpoint\s+(http:\S+)/.exec(said)?.[1] ?? null);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void gone.then(() => resolve(null));
  });
  return {
    up,
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
