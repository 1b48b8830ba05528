import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Register } from '../../shared/unit.ts';
import { UPLOADS_PREFIX } from '../../shared/upload-id.ts';
import { sampleBytes } from '../judged.ts';

/** An upload of the load run. */
export interface LoadUpload {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The name and a text of the published table that every unit and every revision puts its own for. */
const UNIT_NAME = '深圳市龙岗区发展和改革局';
/** The period that everything is sent for. */
export const PERIOD = '2021';

/** So many made-up units, marked as examples. */
export const loadRegister = (units: number): Register =>
  Array.from({ length: units }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return { code: `LOAD-${number}`, name: `示例单位${number}`, aliases: [], parent: null };
  });

/**
 * The published table of 26 projects as each unit of the register would send it, one revision after
 * another: its own name in every row, and the number of the revision in the texts, so that no two
 * tables are alike.
 */
export function* loadUploads(register: Register, uploads: number): Generator<LoadUpload> {
  const parts = unzipSync(sampleBytes());
  const texts = Object.entries(parts)
    .filter(([name]) => /sharedStrings|sheet\d+\.xml$/.test(name))
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  for (let index = 0; index < uploads; index += 1) {
    const unit = register[index % register.length];
    if (unit === undefined) throw new Error('no unit sends anything');
    const revision = Math.floor(index / register.length) + 1;
    const own = texts.map(([name, text]): [string, Uint8Array] => [
      name,
      strToU8(text.replaceAll(UNIT_NAME, unit.name).replaceAll('。<', `（第${revision}次）。<`)),
    ]);
    yield {
      key: `${UPLOADS_PREFIX}${PERIOD}/${unit.code}/自评表.xlsx`,
      bytes: zipSync({ ...parts, ...Object.fromEntries(own) }, { level: 1 }),
    };
  }
}
