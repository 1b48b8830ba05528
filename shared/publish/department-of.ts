import type { Publication } from '../publication.ts';
import type { Units } from '../store/submissions.ts';

/** The unit right above a submitter, as the register has it now; null where there is none. */
export async function departmentOf(
  submitter: string,
  units: Pick<Units, 'registerFor'>,
): Promise<Publication['department']> {
  const unitOf = async (code: string) =>
    (await units.registerFor(code))?.find((unit) => unit.code === code);
  const parent = (await unitOf(submitter))?.parent ?? null;
  const above = parent === null ? undefined : await unitOf(parent);
  return above === undefined ? null : { code: above.code, name: above.name };
}
