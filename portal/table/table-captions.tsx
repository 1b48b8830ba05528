import type { ViewCell } from '../check/table-view.ts';
import { useLanguage } from '../language.tsx';
import { CornerMark } from './mark.tsx';
import { markOf } from './places.ts';
import type { ShownDesk } from './table-desk.ts';

/** What stands above the table: its title, whose it is, the unit of its amounts. */
export function TableCaptions({ desk }: { readonly desk: ShownDesk }) {
  const { title, submitter, amountUnit } = desk.table;
  return (
    <div className="captions">
      <Caption name="title" cell={title} desk={desk} />
      <Caption name="submitter" cell={submitter} desk={desk} />
      <Caption name="unit" cell={amountUnit} desk={desk} />
    </div>
  );
}

interface CaptionProps {
  readonly desk: ShownDesk;
  readonly name: string;
  readonly cell: ViewCell | null;
}

function Caption({ name, cell, desk }: CaptionProps) {
  const { say } = useLanguage();
  if (cell?.cell == null) return <span className={name} />;
  const key = cell.cell;
  const findings = (desk.findings.get(key) ?? []).flatMap(
    (index) => desk.checked.findings[index] ?? [],
  );
  const mark = markOf(findings);
  return (
    <button
      type="button"
      data-key={key}
      className={`caption ${name} ${mark ?? ''}`}
      aria-pressed={desk.chosen?.key === key}
      title={findings.map(({ message }) => say(message)).join('\n') || undefined}
      onClick={() => desk.choose(key)}
      onDoubleClick={() => desk.edit(key)}
    >
      {cell.text}
      {mark !== undefined && <CornerMark mark={mark} />}
    </button>
  );
}
