import { Link } from 'wouter';
import type { Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { amountText } from './amounts.ts';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

const COLUMNS = [
  'project',
  'countedIn',
  'setAsideFrom',
  'countedBudget',
  'setAsideBudget',
  'countedActual',
  'setAsideActual',
  'budgetDifference',
  'actualDifference',
] as const;

type Double = Sums['doubles']['list'][number];

/** Projects in two tables: which of them counts, and what is between the two. Nothing where none is. */
export function DoublePart({ sums: { doubles } }: { readonly sums: Sums }) {
  const { say } = useLanguage();
  const { setAside, list } = doubles;
  if (setAside.projects === 0) return null;
  const title = SUMS_WORDS.doublesTitle;
  const count = setAside.projects;
  const amounts = { budget: amountText(setAside.budget), actual: amountText(setAside.actual) };
  return (
    <Part title={title} note={filled(SUMS_WORDS.doublesNote, { count, ...amounts })}>
      {list.length < count && (
        <p className="quiet">{say(filled(SUMS_WORDS.doublesMore, { shown: list.length }))}</p>
      )}
      <SumTable
        caption={say(title)}
        titles={COLUMNS.map((column) => say(SUMS_WORDS[column]))}
        rows={list.map((double) => ({
          key: keyOf(double),
          name: (
            <>
              {double.project}
              <div className="quiet">{double.unit}</div>
            </>
          ),
          cells: cellsOf(double),
        }))}
      />
    </Part>
  );
}

const keyOf = ({ setAside: { id, at } }: Double): string => `${id} ${at.sheet} ${at.row}`;

const cellsOf = ({ counted, setAside }: Double) => [
  <Place key="counted" place={counted} />,
  <Place key="setAside" place={setAside} />,
  amountText(counted.budget),
  amountText(setAside.budget),
  amountText(counted.actual),
  amountText(setAside.actual),
  <Difference key="budget" fen={setAside.budget - counted.budget} />,
  <Difference key="actual" fen={setAside.actual - counted.actual} />,
];

/** Whose table it is, whether finance approved it, and the row in it. */
function Place({
  place: { submitter, id, isApproved, at },
}: {
  readonly place: Double['counted'];
}) {
  const { say } = useLanguage();
  return (
    <div>
      {submitter.name}
      {isApproved && <span className="quiet"> {say(SUMS_WORDS.approved)}</span>}
      <div>
        <Link href={`/uploads/${id}`}>{say(filled(SUMS_WORDS.row, at))}</Link>
      </div>
    </div>
  );
}

function Difference({ fen }: { readonly fen: number }) {
  const { say } = useLanguage();
  if (fen === 0) return <span className="quiet">{say(SUMS_WORDS.same)}</span>;
  return <strong>{amountText(fen)}</strong>;
}
