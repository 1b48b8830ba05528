import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

const MOST_OUTPUT = 256 * 1024 * 1024;

/** What a command says. */
export interface Said {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs a command to its end, whatever its exit code. Throws when it cannot be started or is killed. */
export async function runTool(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const options = {
    encoding: 'buffer',
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, ...variables },
  } as const;
  try {
    const { stdout, stderr } = await promisify(execFile)(command, [...args], options);
    return { stdout, stderr: stderr.toString('utf8'), exitCode: 0 };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout: Buffer; stderr: Buffer };
    if (typeof code !== 'number') throw error;
    return { stdout, stderr: stderr.toString('utf8'), exitCode: code };
  }
}

/** What a command writes to stdout. Throws with what it says on stderr when it fails. */
export async function outputOf(command: string, args: readonly string[]): Promise<Buffer> {
  const { stdout, stderr, exitCode } = await runTool(command, args);
  if (exitCode !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`);
  }
  return stdout;
}
