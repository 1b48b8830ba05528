import { Button } from 'antd';
import type { Period } from '../../shared/period.ts';
import { RULES } from '../../shared/rules/catalogue.ts';
import { type PolicyEntry, SEVERITY_NAMES, type Weight } from '../../shared/severity.ts';
import { THRESHOLDS, type Thresholds } from '../../shared/thresholds.ts';
import { useLanguage } from '../language.tsx';
import { TextRow } from './form-rows.tsx';
import { PERIOD_WORDS, THRESHOLD_NAMES } from './setup-words.ts';

interface PartProps {
  readonly period: Period;
  readonly onChange: (change: Partial<Pick<Period, 'policy' | 'thresholds'>>) => void;
}

const WEIGHTS: readonly Weight[] = ['error', 'warning', 'hint', 'off'];

/** The rules that weigh otherwise in a period than in its form. */
export function PeriodPolicy({ period, onChange }: PartProps) {
  const { say } = useLanguage();
  const entries = Object.entries(period.policy ?? {});
  const free = RULES.filter(({ id, gate }) => gate !== true && !(id in (period.policy ?? {})));
  const set = (next: readonly (readonly [string, PolicyEntry])[]): void =>
    onChange({ policy: Object.fromEntries(next) });
  return (
    <>
      <p className="quiet">{say(PERIOD_WORDS.rulesIntro)}</p>
      {entries.map(([id, entry]) => (
        <RuleRow
          key={id}
          id={id}
          entry={entry}
          onSet={(now) => set(entries.map((each) => (each[0] === id ? [id, now] : each)))}
          onDrop={() => set(entries.filter(([other]) => other !== id))}
        />
      ))}
      <select
        aria-label={say(PERIOD_WORDS.addRule)}
        value=""
        onChange={({ target }) => set([...entries, [target.value, 'warning']])}
      >
        <option value="">{say(PERIOD_WORDS.addRule)}……</option>
        {free.map(({ id, number, title }) => (
          <option key={id} value={id}>
            {number} {say(title)}
          </option>
        ))}
      </select>
    </>
  );
}

interface RuleProps {
  readonly id: string;
  readonly entry: PolicyEntry;
  readonly onSet: (entry: PolicyEntry) => void;
  readonly onDrop: () => void;
}

function RuleRow({ id, entry, onSet, onDrop }: RuleProps) {
  const { say } = useLanguage();
  const rule = RULES.find((each) => each.id === id);
  const { severity, from, before } =
    typeof entry === 'string' ? { severity: entry, from: '', before: entry } : entry;
  const put = (now: Weight, day: string, until: Weight): void =>
    onSet(day === '' ? now : { severity: now, from: day, before: until });
  return (
    <div className="rule-row">
      <span>{rule === undefined ? id : say(rule.title)}</span>
      <WeightChoice
        label={say(PERIOD_WORDS.weight)}
        value={severity}
        onChange={(now) => put(now, from, before)}
      />
      <input
        type="date"
        aria-label={say(PERIOD_WORDS.from)}
        value={from}
        onChange={({ target }) => put(severity, target.value, before)}
      />
      {from !== '' && (
        <WeightChoice
          label={say(PERIOD_WORDS.before)}
          value={before}
          onChange={(until) => put(severity, from, until)}
        />
      )}
      <Button size="small" onClick={onDrop}>
        {say(PERIOD_WORDS.drop)}
      </Button>
    </div>
  );
}

interface WeightProps {
  readonly label: string;
  readonly value: Weight;
  readonly onChange: (weight: Weight) => void;
}

function WeightChoice({ label, value, onChange }: WeightProps) {
  const { say } = useLanguage();
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value as Weight)}>
        {WEIGHTS.map((weight) => (
          <option key={weight} value={weight}>
            {weight === 'off' ? say(OFF) : say(SEVERITY_NAMES[weight])}
          </option>
        ))}
      </select>
    </label>
  );
}

const OFF = { zh: '不校验', en: 'Off' };

/** Fen in 万元. */
const IN_WAN_YUAN = 1_000_000;
const AMOUNTS: readonly string[] = ['notableUnspent', 'budgetJumpAmount'];

/** Where a period draws its lines. */
export function PeriodThresholds({ period, onChange }: PartProps) {
  const { say } = useLanguage();
  const names = Object.keys(THRESHOLDS) as readonly (keyof Thresholds)[];
  const own = period.thresholds ?? {};
  return names.map((name) => {
    const unit = AMOUNTS.includes(name) ? IN_WAN_YUAN : 1;
    const value = own[name];
    const put = (text: string): void => {
      const { [name]: _, ...others } = own;
      const typed = Math.round(Number(text) * unit);
      onChange({ thresholds: text === '' || !(typed > 0) ? others : { ...others, [name]: typed } });
    };
    return (
      <TextRow
        key={name}
        label={say(THRESHOLD_NAMES[name])}
        type="number"
        placeholder={String(THRESHOLDS[name] / unit)}
        value={value === undefined ? '' : String(value / unit)}
        onChange={put}
      />
    );
  });
}
