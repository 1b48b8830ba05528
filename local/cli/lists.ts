import { RULES } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import type { Policy, PolicyEntry, Severity } from '../../shared/severity.ts';
import { THRESHOLDS } from '../../shared/thresholds.ts';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { PERIODS } from '../../templates/periods.ts';
import { THRESHOLD_MEANINGS, thresholdNames, thresholdText } from '../rules-pages.ts';
import { readOptions } from './options.ts';
import { print, severityWord } from './print.ts';
import { UsageError } from './usage-error.ts';

/** `jixiao forms`: the forms, and the periods that accept them. */
export function forms(args: readonly string[]): number {
  const { json } = readOptions(args, ['json']);
  const list = FORMS.map((form) => ({
    id: form.id,
    version: form.version,
    columns: leaves(form.columns).length,
    periods: PERIODS.filter((period) => period.forms.includes(form.id)).map(({ id }) => id),
    source: form.source,
  }));
  if (json) print(JSON.stringify(list, null, 2));
  else {
    for (const { id, columns, periods, source } of list) {
      print(`${id}  ${columns} 栏 columns · 年度 periods ${periods.join('、')}`);
      print(`    来源 source: ${source}`);
    }
  }
  return 0;
}

/** `jixiao rules`: every rule with its weight and the thresholds; or the impact of a changed policy. */
export async function rules(args: readonly string[]): Promise<number> {
  const options = readOptions(args, [
    'json',
    'impact',
    'policy',
    'period',
    'periods',
    'unit',
    'fonts',
  ]);
  if (options.impact) return (await import('./impact.ts')).impact(options);
  if (options.files.length > 0 || options.policy !== null) {
    throw new UsageError(
      '要看政策的影响请加 --impact / to see the impact of a policy on files add --impact',
    );
  }
  if (options.json) print(JSON.stringify(RULES.map(listed), null, 2));
  else printRules();
  return 0;
}

const listed = ({ id, number, severity, scope, gate, title, thresholds = [] }: Rule) => ({
  id,
  number,
  severity,
  scope,
  ...(gate === undefined ? {} : { gate }),
  title,
  ...otherWeights(id, severity),
  /** As they are stored: percent, characters, times, fen. */
  thresholds: Object.fromEntries(thresholds.map((name) => [name, THRESHOLDS[name]])),
});

/** What forms and periods make of a rule, where they differ from it. */
const otherWeights = (id: string, severity: Severity) => ({
  forms: weightsIn(FORMS, id, severity),
  periods: weightsIn(PERIODS, id, severity),
});

const weightsIn = (
  holders: readonly { readonly id: string; readonly policy?: Policy }[],
  rule: string,
  severity: Severity,
): Readonly<Record<string, PolicyEntry>> =>
  Object.fromEntries(
    holders.flatMap(({ id, policy }) => {
      const entry = policy?.[rule];
      return entry === undefined || entry === severity ? [] : [[id, entry]];
    }),
  );

function printRules(): void {
  for (const { id, number, severity, gate, title } of RULES) {
    const { forms: byForm, periods } = otherWeights(id, severity);
    const others = Object.entries({ ...byForm, ...periods }).map(
      ([holder, entry]) => ` · ${holder}: ${entryText(entry)}`,
    );
    const word = gate === true ? '［签认］' : severityWord(severity);
    print(`${word} ${id} (${number})${others.join('')}`);
    print(`    ${title.zh} / ${title.en}`);
  }
  print();
  print('判断标准 thresholds');
  for (const name of thresholdNames()) {
    const { zh, en } = THRESHOLD_MEANINGS[name];
    print(`  ${name} = ${thresholdText(name, THRESHOLDS[name])}`);
    print(`    ${zh} / ${en}`);
  }
}

/** `warning`, or in stages `warning → 2027-01-01 error`. */
const entryText = (entry: PolicyEntry): string =>
  typeof entry === 'string' ? entry : `${entry.before} → ${entry.from} ${entry.severity}`;
