import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { findingName } from '../../shared/review/finding-name.ts';
import type { Found } from '../review/use-findings.ts';
import { placeKey } from '../table/official-view.ts';

/** Something to be signed off or masked before it is public, and how that stands. */
export interface Gate {
  /** Names it to the API. */
  readonly mark: string;
  readonly message: Text;
  /** The cell that it is shown in; null for none. */
  readonly key: string | null;
  /** Masking that cell would do, too. */
  readonly isMaskable: boolean;
  readonly state: 'open' | 'masked' | 'cleared';
  /** Who signed it off and why; null while nobody did. */
  readonly cleared: RevisionReviewAnswer['cleared'][number] | null;
}

/** Every marked place, the open ones first. Where findings are too many for the page, without words. */
export function gatesOf(own: RevisionReviewAnswer, { findings }: Found): readonly Gate[] {
  const open = new Map(own.openGates.map((gate) => [gate.mark, gate]));
  const cleared = new Map(own.cleared.map((one) => [one.mark, one]));
  const told = new Map(
    findings.filter(({ gate }) => gate === true).map((finding) => [findingName(finding), finding]),
  );
  const marks = new Set([...open.keys(), ...told.keys(), ...cleared.keys()]);
  const gates = [...marks].map((mark): Gate => {
    const at = told.get(mark)?.at;
    const cell = open.get(mark)?.cell ?? null;
    return {
      mark,
      message: told.get(mark)?.message ?? { zh: mark, en: mark },
      key: at?.row == null ? null : placeKey({ row: at.row, field: at.field ?? 'serial' }),
      isMaskable: cell !== null,
      state: cleared.has(mark) ? 'cleared' : open.has(mark) ? 'open' : 'masked',
      cleared: cleared.get(mark) ?? null,
    };
  });
  return [
    ...gates.filter(({ state }) => state === 'open'),
    ...gates.filter(({ state }) => state !== 'open'),
  ];
}
