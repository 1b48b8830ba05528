import process from 'node:process';
import { endWithReader } from '../end-with-reader.ts';
import { printable } from '../printable.ts';
import { COMMAND_HELP, HELP } from './help.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

/** A command takes its arguments and gives the exit code. */
type Command = (args: readonly string[]) => number | Promise<number>;

/** Loaded when asked for: checking a table should not wait for what prints one. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => {
    await startReader();
    return (await import('./check.ts')).check;
  },
  report: async () => {
    await startReader();
    return (await import('./report.ts')).report;
  },
  template: async () => (await import('./template.ts')).template,
  extract: async () => (await import('./extract.ts')).extract,
  purge: async () => (await import('./purge.ts')).purge,
  redrive: async () => (await import('./redrive.ts')).redrive,
  'verify-code': async () => (await import('./verify-code.ts')).verifyCode,
  audit: async () => (await import('./audit.ts')).audit,
  verify: async () => (await import('./verify.ts')).verify,
  forms: async () => (await import('./lists.ts')).forms,
  rules: async () => (await import('./lists.ts')).rules,
};

/** The reader's process comes up while this one loads the rest. */
async function startReader(): Promise<void> {
  const { reader } = await import('./reader.ts');
  reader.start();
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(HELP);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    throw new UsageError(`没有“${name}”这个命令 / no command “${name}”；见 jixiao --help`);
  }
  if (args.includes('--help') || args.includes('-h')) {
    print(COMMAND_HELP[name]);
    return 0;
  }
  const command = await load();
  return command(args);
}

endWithReader();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // The end of the line: whatever is wrong is told in one line, with exit code 2.
  const message = error instanceof Error ? error.message : String(error);
  const prefix =
    error instanceof UsageError ? '' : '程序出错，请报告 / internal fault, please report: ';
  process.stderr.write(`jixiao: ${prefix}${printable(message.replaceAll('\n', ' '))}\n`);
  process.exitCode = 2;
}
