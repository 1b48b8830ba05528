import { SECTION_NAMES, SECTIONS, type Section } from '../../shared/rules/finding-lines.ts';
import { useLanguage } from '../language.tsx';
import type { TableDesk } from '../table/table-desk.ts';
import { filled, TABLE_WORDS } from '../words.ts';
import type { ShownLine } from './checked.ts';
import { FindingItem } from './finding-item.tsx';
import type { Check } from './use-check.ts';

interface ListProps {
  readonly check: Check;
  readonly lines: readonly ShownLine[];
  /** Null for a file without a table: its findings lead nowhere. */
  readonly desk: TableDesk | null;
}

/** The findings by section: what must be mended first, what is only for reference folded away. */
export function FindingList({ check, lines, desk }: ListProps) {
  const { say } = useLanguage();
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{say(TABLE_WORDS.list)}</h2>
      {lines.length === 0 && <p className="nothing">{say(TABLE_WORDS.nothing)}</p>}
      {SECTIONS.map((section) => (
        <SectionOfList
          key={section}
          section={section}
          lines={lines.filter((line) => line.section === section)}
          check={check}
          desk={desk}
        />
      ))}
    </section>
  );
}

function SectionOfList({ section, lines, ...rest }: ListProps & { readonly section: Section }) {
  const { say } = useLanguage();
  if (lines.length === 0) return null;
  const items = (shown: readonly ShownLine[]) => (
    <ol>
      {shown.map((line) => (
        <FindingItem key={identityOf(line)} line={line} {...rest} />
      ))}
    </ol>
  );
  const folded = lines.filter(({ open }) => !open);
  return (
    <section className={section}>
      <h3>
        {say(SECTION_NAMES[section])} <span className="count">{lines.length}</span>
      </h3>
      {items(lines.filter(({ open }) => open))}
      {folded.length > 0 && (
        <details>
          <summary>{say(filled(TABLE_WORDS.folded, { count: folded.length }))}</summary>
          {items(folded)}
        </details>
      )}
    </section>
  );
}

/** What a line is known by from one judgement to the next, so that it keeps what is typed in it. */
const identityOf = ({ rule, group, at, severity, gate }: ShownLine): string =>
  [rule, group, severity, gate, at.sheet, at.cell, at.row, at.field].join(' ');
