import { Button } from 'antd';
import { useState } from 'react';
import type { TableImpactLine } from '../../functions/api/impact-schemas.ts';
import {
  type ImpactKind,
  impactKind,
  type RuleImpact,
  sumOfImpacts,
  type Tried,
} from '../../shared/impact.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { useLanguage } from '../language.tsx';
import { Folded } from '../review/folded.tsx';
import { SumTable } from '../sums/sum-table.tsx';
import { filled } from '../words.ts';
import { type TriedTable, touchedTables, triedTables } from './impact-trial.ts';
import { IMPACT_WORDS, KIND_NAMES, STANDING_NAMES, UNTRIED_NAMES } from './impact-words.ts';

/** What a trial came to: how many tables turn, by which rules, and which tables they are. */
export function ImpactResult({ tables }: { readonly tables: readonly TableImpactLine[] }) {
  const tried = triedTables(tables);
  const { rules, ...kinds } = sumOfImpacts(tried.map(({ impact }) => impact));
  return (
    <>
      {tried.length > 0 && <KindCounts kinds={kinds} />}
      <ByRule rules={rules} />
      {tried.length > 0 && <TouchedTables tables={touchedTables(tried)} />}
      <UntriedList lines={tables.filter(({ untried }) => untried !== null)} />
    </>
  );
}

const KINDS = Object.keys(KIND_NAMES) as readonly ImpactKind[];

function KindCounts({ kinds }: { readonly kinds: Readonly<Record<ImpactKind, number>> }) {
  const { say } = useLanguage();
  return (
    <dl className="impact-counts" aria-label={say(IMPACT_WORDS.counts)}>
      {KINDS.map((kind) => (
        <div key={kind} className={kinds[kind] === 0 ? 'none' : kind}>
          <dt>{say(KIND_NAMES[kind])}</dt>
          <dd>{kinds[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}

const CHANGES = ['appear', 'vanish', 'heavier', 'lighter'] as const;

function ByRule({ rules }: { readonly rules: readonly RuleImpact[] }) {
  const { say } = useLanguage();
  const name = useRuleName();
  if (rules.length === 0) return null;
  return (
    <>
      <h2>{say(IMPACT_WORDS.byRule)}</h2>
      <SumTable
        caption={say(IMPACT_WORDS.byRule)}
        titles={(['rule', ...CHANGES] as const).map((column) => say(IMPACT_WORDS[column]))}
        rows={rules.map((impact) => ({
          key: impact.rule,
          name: name(impact.rule),
          cells: CHANGES.map((change) => impact[change]),
        }))}
      />
    </>
  );
}

/** Number and title of a rule. */
function useRuleName(): (id: string) => string {
  const { say } = useLanguage();
  return (id) => {
    const rule = ruleById(id);
    return rule === undefined ? id : `${rule.number} ${say(rule.title)}`;
  };
}

/** Tables that are listed at first. */
const SHOWN = 100;

const COLUMNS = ['unit', 'standing', 'kind', 'errors', 'warnings', 'rules'] as const;

function TouchedTables({ tables }: { readonly tables: readonly TriedTable[] }) {
  const { say } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  if (tables.length === 0) return <p>{say(IMPACT_WORDS.untouched)}</p>;
  const shown = isWhole ? tables : tables.slice(0, SHOWN);
  const hidden = tables.length - shown.length;
  return (
    <>
      <h2>{say(IMPACT_WORDS.tables)}</h2>
      <p className="quiet">{say(IMPACT_WORDS.newTab)}</p>
      <table className="revisions history-table impact-tables">
        <caption className="heard">{say(IMPACT_WORDS.tables)}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(IMPACT_WORDS[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((table) => (
            <TouchedRow key={table.upload.id} table={table} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button className="impact-more" onClick={() => setWhole(true)}>
          {say(filled(IMPACT_WORDS.more, { count: hidden }))}
        </Button>
      )}
    </>
  );
}

function TouchedRow({ table: { unit, upload, standing, impact } }: { readonly table: TriedTable }) {
  const { say } = useLanguage();
  const name = useRuleName();
  const kind = impactKind(impact);
  const { revision } = upload;
  const told = (rule: RuleImpact): string =>
    CHANGES.filter((change) => rule[change] > 0)
      .map((change) =>
        say(filled(IMPACT_WORDS.change, { what: say(IMPACT_WORDS[change]), count: rule[change] })),
      )
      .join(' · ');
  return (
    <tr>
      <th scope="row">
        {/* A tab that has a name is signed in as this one is, in which the draft stays. */}
        <a href={`/uploads/${upload.id}`} target={upload.id}>
          {unit.name}
        </a>
      </th>
      <td data-label={say(IMPACT_WORDS.standing)}>
        {say(filled(IMPACT_WORDS.revision, { revision, standing: say(STANDING_NAMES[standing]) }))}
      </td>
      <td data-label={say(IMPACT_WORDS.kind)}>
        <b className={`impact-${kind}`}>{say(KIND_NAMES[kind])}</b>
      </td>
      <td data-label={say(IMPACT_WORDS.errors)}>{arrow(impact.errors)}</td>
      <td data-label={say(IMPACT_WORDS.warnings)}>{arrow(impact.warnings)}</td>
      <td>
        <ul>
          {impact.rules.map((rule) => (
            <li key={rule.rule}>
              {name(rule.rule)} <span className="quiet">{told(rule)}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const arrow = ({ now, tried }: Tried): string => (now === tried ? `${now}` : `${now} → ${tried}`);

function UntriedList({ lines }: { readonly lines: readonly TableImpactLine[] }) {
  const { say } = useLanguage();
  if (lines.length === 0) return null;
  return (
    <Folded title={say(filled(IMPACT_WORDS.untried, { count: lines.length }))}>
      <ul>
        {lines.map(({ unit, untried }) => (
          <li key={`${unit.code} ${untried}`}>
            {unit.name}
            {untried !== null && <span className="quiet"> {say(UNTRIED_NAMES[untried])}</span>}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
