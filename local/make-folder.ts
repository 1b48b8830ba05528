import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error.ts';
import { writeProblem } from './write-problem.ts';

/**
 * Makes a folder and what is missing above it, one level at a time: mkdir's own recursive mode tries
 * for ever where the system says ENOENT to every new folder, as below `/proc`. Throws the system's error.
 */
export function makeFolder(folder: string): void {
  const full = path.resolve(folder);
  if (isFolder(full)) return;
  const above = path.dirname(full);
  if (above !== full) makeFolder(above);
  try {
    mkdirSync(full);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(full)) throw error;
  }
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes the folder that an option of a script names. Throws StartError if nothing can be put there. */
export function makeNamedFolder(folder: string, option: '--data' | '--out'): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { zh, en } = writeProblem(error);
    throw new StartError(
      `${folder} 不能用作目录：${zh}。请用 ${option} 另指一个`,
      `${folder} cannot be used as a folder: ${en}. Name another with ${option}`,
      error,
    );
  }
}
