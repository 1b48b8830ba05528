import { useMemo, useRef } from 'react';
import type { TableAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { NOT_PUBLIC } from '../../shared/records/record.ts';
import { useLanguage } from '../language.tsx';
import { useIsNarrow } from '../narrow.ts';
import type { Acting } from '../review/use-acting.ts';
import type { Found } from '../review/use-findings.ts';
import { useCalledFocus } from '../table/called-focus.ts';
import { OfficialGrid } from '../table/official-grid.tsx';
import { officialView, placeKey } from '../table/official-view.ts';
import type { ToldInCell } from '../table/places.ts';
import { ProjectCards } from '../table/project-cards.tsx';
import { useShownDesk } from '../table/table-desk.ts';
import { TABLE_WORDS } from '../words.ts';
import { GateList } from './gate-list.tsx';
import { type Gate, gatesOf } from './gates.ts';
import { MaskBar } from './mask-bar.tsx';
import type { Mask, MasksDraft } from './masks-draft.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';
import { SaveMasks } from './save-masks.tsx';

interface TableProps {
  readonly table: TableAnswer;
  readonly own: RevisionReviewAnswer;
  readonly found: Found;
  readonly draft: MasksDraft;
  readonly acting: Acting;
}

const NONE: ReadonlySet<string> = new Set();

/** The table as it will be public: masked where it is, marked where it is to be signed off. */
export function PublicTable({ table, own, found, draft, acting }: TableProps) {
  const { say } = useLanguage();
  const { masks } = draft;
  const mayMask = own.steps.some(({ kind }) => kind === 'mask');
  const gates = useMemo(() => gatesOf(own, found), [own, found]);
  const view = useMemo(
    () => officialView(table, new Map(masks.map((mask) => [placeKey(mask), NOT_PUBLIC]))),
    [table, masks],
  );
  const told = useMemo(
    () => ({ findings: [...masks.map(maskInCell), ...gates.flatMap(gateInCell)] }),
    [masks, gates],
  );
  const desk = useShownDesk(view, told, NONE, () => null);
  const box = useRef<HTMLDivElement>(null);
  useCalledFocus(box, desk);
  return (
    <>
      <GateList gates={gates} own={own} acting={acting} onOpen={desk.call} />
      <h2>{say(PUBLICATION_WORDS.table)}</h2>
      <div className="shown-desk" ref={box}>
        <MaskBar
          desk={desk}
          sheet={table.sheet}
          text={textAt(table, desk.chosen?.key ?? '')}
          draft={draft}
          mayMask={mayMask}
        />
        <p className="amount-unit">{say(TABLE_WORDS.amountUnit)}</p>
        {useIsNarrow() ? <ProjectCards desk={desk} /> : <OfficialGrid desk={desk} />}
        {mayMask && <SaveMasks draft={draft} own={own} acting={acting} />}
      </div>
    </>
  );
}

/** What stands in a cell of the table itself. */
const textAt = ({ lines, columns }: TableAnswer, key: string): string =>
  lines
    .flatMap(({ row, texts }) =>
      columns.map(({ field }, column) => ({ key: placeKey({ row, field }), text: texts[column] })),
    )
    .find((cell) => cell.key === key)?.text ?? '';

const maskInCell = (mask: Mask): ToldInCell => ({
  rule: 'masked',
  group: mask.reason,
  severity: 'hint',
  mark: 'masked',
  at: { cell: placeKey(mask), row: mask.row },
  message: { zh: mask.reason, en: mask.reason },
});

const gateInCell = ({ key, mark, message, state }: Gate): readonly ToldInCell[] =>
  key === null || state !== 'open'
    ? []
    : [
        {
          rule: mark,
          group: mark,
          severity: 'hint',
          gate: true,
          at: { cell: key, row: null },
          message,
        },
      ];
