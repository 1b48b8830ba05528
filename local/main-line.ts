import process from 'node:process';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { FontError } from '../templates/fonts/check-font.ts';
import { endWithReader } from './end-with-reader.ts';
import { printable } from './printable.ts';
import { StartError } from './start-error.ts';

/**
 * Runs a script to its end. Whatever stops it is told in one line on stderr: exit 2 when it could
 * not start, 1 when something was not as it must be.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  endWithReader();
  try {
    await main();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${printable(message.replaceAll('\n', ' '))}\n`);
    process.exit(error instanceof StartError || error instanceof FontError ? 2 : 1);
  }
}

/** The options of the command line. Throws StartError for one that is not known. */
export function optionsOf<Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new StartError(
      '命令行参数有误，见 --help',
      `wrong arguments, see --help: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The number an option such as `--seeds` was given: a whole one of 32 bits. Throws StartError for any other. */
export function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 0xffff_ffff) return number;
  throw new StartError(
    `${option} 应为 0 至 4294967295 的整数，不是“${text}”`,
    `${option} takes a whole number from 0 to 4294967295, not “${text}”`,
  );
}
