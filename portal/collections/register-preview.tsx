import { Button } from 'antd';
import { useState } from 'react';
import {
  type RegisterChange as Change,
  endedUnit,
} from '../../shared/register/compare-registers.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import { dayInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { TextRow } from './form-rows.tsx';
import { REGISTER_WORDS } from './setup-words.ts';
import type { RegisterChange } from './use-register-change.ts';

interface PreviewProps {
  readonly changes: readonly Change[];
  readonly change: RegisterChange;
  readonly onDone: () => void;
}

/** What becomes of a unit that an import names no more: nothing, unless somebody says so. */
type Fate = 'keep' | 'end' | 'merge';

/** Every change that an import would make, and what to do with units that it does not name. */
export function RegisterPreview({ changes, change, onDone }: PreviewProps) {
  const { say } = useLanguage();
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const [reason, setReason] = useState('');
  const today = dayInChina(new Date().toISOString());
  const units = changes.flatMap((each) => unitsOf(each, fates, today));
  if (changes.length === 0) return <p>{say(REGISTER_WORDS.same)}</p>;
  return (
    <form
      className="answer-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await change.put(parentsFirst(units), reason)) onDone();
      }}
    >
      <h2>{say(REGISTER_WORDS.preview)}</h2>
      <ul className="preview">
        {changes.map((each) => (
          <li key={'unit' in each ? each.unit.code : each.before.code} className={each.kind}>
            <b>{say(REGISTER_WORDS[each.kind])}</b> <ChangeText change={each} />
            {each.kind === 'gone' && (
              <FateChoice
                change={each}
                fate={fates[each.before.code] ?? 'keep'}
                onChoose={(fate) => setFates({ ...fates, [each.before.code]: fate })}
              />
            )}
          </li>
        ))}
      </ul>
      <TextRow label={say(REGISTER_WORDS.reason)} value={reason} onChange={setReason} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={units.length === 0 || reason.trim() === '' || change.isBusy}
      >
        {say(filled(REGISTER_WORDS.apply, { count: units.length }))}
      </Button>
    </form>
  );
}

function unitsOf(
  change: Change,
  fates: Readonly<Record<string, Fate>>,
  today: string,
): readonly RegisterEntry[] {
  if (change.kind !== 'gone') return [change.unit];
  const fate = fates[change.before.code] ?? 'keep';
  if (fate === 'keep') return [];
  return [endedUnit(change.before, today, fate === 'merge' ? change.into : null)];
}

/** So that a part of them never names a unit that is still to come. */
function parentsFirst(units: readonly RegisterEntry[]): readonly RegisterEntry[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const depth = (unit: RegisterEntry, left = units.length): number => {
    const above = unit.parent === null ? undefined : byCode.get(unit.parent);
    return above === undefined || left === 0 ? 0 : 1 + depth(above, left - 1);
  };
  return units
    .map((unit) => ({ unit, depth: depth(unit) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ unit }) => unit);
}

function ChangeText({ change }: { readonly change: Change }) {
  const { say } = useLanguage();
  const { code, name, parent } = change.kind === 'gone' ? change.before : change.unit;
  if (change.kind === 'renamed' || change.kind === 'moved') {
    const [from, to] =
      change.kind === 'renamed'
        ? [change.before.name, name]
        : [change.before.parent ?? '—', parent ?? '—'];
    return (
      <>
        {code} {change.kind === 'moved' && name} {say(filled(REGISTER_WORDS.fromTo, { from, to }))}
      </>
    );
  }
  return (
    <>
      {code} {name} {parent !== null && <span className="quiet">{parent}</span>}
    </>
  );
}

interface FateProps {
  readonly change: Extract<Change, { kind: 'gone' }>;
  readonly fate: Fate;
  readonly onChoose: (fate: Fate) => void;
}

function FateChoice({ change: { before, into }, fate, onChoose }: FateProps) {
  const { say } = useLanguage();
  return (
    <select
      aria-label={`${before.code} ${before.name}`}
      value={fate}
      onChange={({ target }) => onChoose(target.value as Fate)}
    >
      <option value="keep">{say(REGISTER_WORDS.keep)}</option>
      <option value="end">{say(REGISTER_WORDS.end)}</option>
      {into !== null && (
        <option value="merge">{say(filled(REGISTER_WORDS.mergeInto, { unit: into }))}</option>
      )}
    </select>
  );
}
