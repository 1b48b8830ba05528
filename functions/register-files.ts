import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Period } from '../shared/period.ts';
import { readPeriods } from '../shared/periods-file.ts';
import { readRegister } from '../shared/register-file.ts';
import type { Register } from '../shared/unit.ts';
import { PERIODS } from '../templates/periods.ts';

/** What an installation is loaded with. */
export interface RegisterFiles {
  readonly register: Register;
  readonly periods: readonly Period[];
}

/**
 * Reads a register of units, and the periods of a file or, without one, those the product ships with.
 * Throws an error that names the file and what is wrong with it.
 */
export function readRegisterFiles(unitsFile: string, periodsFile?: string): RegisterFiles {
  const register = read(unitsFile, readRegister);
  if (periodsFile === undefined) return { register, periods: PERIODS };
  return { register, periods: read(periodsFile, (bytes) => readPeriods(bytes, register)) };
}

function read<Content>(file: string, parse: (bytes: Uint8Array) => Content): Content {
  if (!existsSync(file)) throw new Error(`找不到文件 ${file} / no file at ${file}`);
  try {
    return parse(readFileSync(file));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${path.basename(file)}：${cause}`, { cause: error });
  }
}
