import type { UploadEvent } from '../shared/upload.ts';
import type { ApiWorld } from './memory-api.ts';
import type { FileRows } from './stand-in-files.ts';

/** Units of a world's register, by code. */
export const UNIT_NAMES = {
  'LG-FGJ': '深圳市龙岗区发展和改革局',
  'LG-GXJ': '深圳市龙岗区工业和信息化局',
  'LG-TZTGS': '深圳市龙岗区投资推广署',
} as const satisfies Readonly<Record<string, string>>;

/** Code of a unit of the register. */
export type UnitCode = keyof typeof UNIT_NAMES;

/** Puts a file of a unit, which its rows name as theirs, and lets the pipeline work until it is at rest. */
export async function fileTable(
  world: ApiWorld,
  unit: UnitCode,
  rows: FileRows | 'JPEG',
  given: Partial<UploadEvent> = {},
): Promise<UploadEvent> {
  const name = UNIT_NAMES[unit];
  const named =
    rows === 'JPEG' ? rows : rows.map((row) => ({ unitName: name, submitter: name, ...row }));
  const event = world.send(named, { key: `uploads/2021/${unit}/表.xlsx`, ...given });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();
  return event;
}
