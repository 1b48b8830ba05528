import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { rowAddress, type SoughtRow } from '../table/sought-row.ts';
import { filled } from '../words.ts';
import { amountText, rateText } from './amounts.ts';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

const COLUMNS = ['project', 'budget', 'actual', 'unspent', 'rate', 'place'] as const;

/** Projects below the line, the most unspent first, with the row of the table that they stand in. */
export function LowPart({ sums: { passed, lowProjects } }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const title = SUMS_WORDS.lowTitle;
  const count = passed.low.projects;
  if (count === 0)
    return (
      <Part title={title} note={SUMS_WORDS.lowNone}>
        {null}
      </Part>
    );
  return (
    <Part title={title} note={filled(SUMS_WORDS.lowNote, { count, shown: lowProjects.length })}>
      {lowProjects.length < count && <p className="quiet">{say(SUMS_WORDS.lowMore)}</p>}
      <SumTable
        caption={say(title)}
        titles={COLUMNS.map((column) => say(SUMS_WORDS[column]))}
        rows={lowProjects.map(({ name, unit, submitter, id, at, budget, actual }) => ({
          key: `${id} ${at.sheet} ${at.row}`,
          name: (
            <>
              <ProjectLink id={id} at={at} name={name} />
              <div className="quiet">{unit === '' ? submitter.name : unit}</div>
            </>
          ),
          cells: [
            amountText(budget),
            amountText(actual),
            amountText(budget - actual),
            rateText({ budget, actual }),
            say(filled(SUMS_WORDS.row, at)),
          ],
        }))}
      />
    </Part>
  );
}

interface LinkProps {
  readonly id: string;
  readonly at: SoughtRow;
  readonly name: string;
}

/** Leads to the row that a project stands in. Whoever comes back from there is where they left. */
function ProjectLink({ id, at, name }: LinkProps) {
  const address = rowAddress(id, at);
  const mark = `#${encodeURIComponent(address)}`;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (window.location.hash !== mark) return;
    link.current?.focus({ preventScroll: true });
    link.current?.scrollIntoView({ block: 'center' });
  }, [mark]);
  return (
    <Link
      ref={link}
      href={address}
      onClick={() => window.history.replaceState(window.history.state, '', mark)}
    >
      {name}
    </Link>
  );
}
