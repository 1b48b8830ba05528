import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import type { SumLine, Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { amountText, NO_FIGURE, rateText } from './amounts.ts';
import { BarChart } from './bar-chart.tsx';
import { moneyRow, moneySeries } from './money-bars.ts';
import { Part } from './part.tsx';
import { type SumRow, SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';
import { lineChange } from './year-text.ts';

/** Rows that a chart shows: the largest. */
const MOST_BARS = 15;

const COLUMNS = [
  'reported',
  'projects',
  'budget',
  'actual',
  'rate',
  'low',
  'problems',
  'rectified',
  'findings',
  'lastYear',
] as const;

/** Departments, or the units of one: a bar or a name leads on, to its units or to its table. */
export function LinePart({ sums: { period, department, lines } }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const [, go] = useLocation();
  const shown = useMemo(
    () => lines.filter(({ tables }) => tables > 0).slice(0, MOST_BARS),
    [lines],
  );
  const bars = useMemo(
    () => shown.map(({ unit, share }) => moneyRow(unit.name, share.budget, share.actual)),
    [shown],
  );
  const series = useMemo(() => moneySeries(say), [say]);
  const pick = useCallback(
    (row: number) => {
      const line = shown[row];
      if (line !== undefined) go(addressOf(period, line));
    },
    [shown, period, go],
  );
  const title = department === null ? SUMS_WORDS.departments : SUMS_WORDS.submitters;
  const isCut = shown.length < lines.filter(({ tables }) => tables > 0).length;
  return (
    <Part title={title} note={isCut ? filled(SUMS_WORDS.firstOf, { shown: shown.length }) : null}>
      <BarChart title={say(title)} rows={bars} series={series} onPick={pick} />
      <SumTable
        caption={say(title)}
        titles={[
          say(department === null ? SUMS_WORDS.department : SUMS_WORDS.unit),
          ...COLUMNS.map((column) => say(SUMS_WORDS[column])),
        ]}
        rows={lines.flatMap((line) => [
          {
            key: line.unit.code,
            name: <LineName period={period} line={line} />,
            cells: cellsOf(line, say),
          },
          ...unitRows(line),
        ])}
      />
    </Part>
  );
}

const addressOf = (period: string, { unit, table }: SumLine): string =>
  table === null ? `/sums/${period}/${encodeURIComponent(unit.code)}` : `/uploads/${table.id}`;

function LineName({ period, line }: { readonly period: string; readonly line: SumLine }) {
  const { say } = useLanguage();
  const { unit, table, tables } = line;
  if (table !== null) {
    const { revision, isApproved } = table;
    return (
      <>
        {unit.name}{' '}
        <Link href={addressOf(period, line)}>
          {say(filled(SUMS_WORDS.openTable, { revision }))}
        </Link>
        {isApproved && <span className="quiet"> {say(SUMS_WORDS.approved)}</span>}
      </>
    );
  }
  // Whoever has no table has nothing to go down to.
  return tables === 0 ? unit.name : <Link href={addressOf(period, line)}>{unit.name}</Link>;
}

const cellsOf = (line: SumLine, say: ReturnType<typeof useLanguage>['say']): SumRow['cells'] => {
  const { owed, tables, share, low, problems, rectified, counts, lastYear } = line;
  const reported = `${tables}/${owed}`;
  if (tables === 0) return [reported, ...COLUMNS.slice(1).map(() => NO_FIGURE)];
  return [
    reported,
    share.projects,
    amountText(share.budget),
    amountText(share.actual),
    rateText(share),
    low.projects,
    problems,
    rectified,
    `${counts.warnings}/${counts.hints}`,
    say(lineChange(lastYear)),
  ];
};

/** The implementing units of a table, where it speaks of more than one. */
const unitRows = ({ unit, units }: SumLine): readonly SumRow[] =>
  units.length < 2
    ? []
    : units.map(({ code, name, share }) => ({
        key: `${unit.code} ${code ?? name}`,
        name,
        isBelow: true,
        cells: [
          '',
          share.projects,
          amountText(share.budget),
          amountText(share.actual),
          rateText(share),
          ...COLUMNS.slice(5).map(() => ''),
        ],
      }));
