import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Period } from '../../shared/period.ts';
import { isPeriodId } from '../../shared/period.ts';
import { PeriodsError, readPeriods } from '../../shared/periods-file.ts';
import { readRegister } from '../../shared/register-file.ts';
import { isUnitCode, type Register, RegisterError } from '../../shared/unit.ts';
import { PERIODS } from '../../templates/periods.ts';
import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到 / not found',
  EACCES: '没有读取权限 / no permission to read',
  EISDIR: '是文件夹，请给出文件 / is a folder, name the files in it',
};

/** The bytes of a file; a UsageError that says why when it cannot be opened. */
export function openFile(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`打不开 cannot open ${file}：${REASONS[code] ?? code}`);
  }
}

/** Period and submitter from a path …/2021/LG-FGJ/表.xlsx; nulls when it has no such folders. */
export function identityFromPath(file: string): { period: string | null; unit: string | null } {
  const [unit = '', period = ''] = path.resolve(file).split(path.sep).reverse().slice(1, 3);
  return isPeriodId(period) && isUnitCode(unit) ? { period, unit } : { period: null, unit: null };
}

/** The register of `--units`. */
export function openRegister(file: string | null): Register | null {
  if (file === null) return null;
  try {
    return readRegister(openFile(file));
  } catch (error) {
    if (error instanceof RegisterError) throw new UsageError(`${file}：${error.message}`);
    throw error;
  }
}

/** The periods of `--periods`, or those the product ships with. */
export function openPeriods(file: string | null): readonly Period[] {
  if (file === null) return PERIODS;
  try {
    return readPeriods(openFile(file), null);
  } catch (error) {
    if (error instanceof PeriodsError) throw new UsageError(`${file}：${error.message}`);
    throw error;
  }
}
