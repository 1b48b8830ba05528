import { RULES } from '../../shared/rules/catalogue.ts';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { PERIODS } from '../../templates/periods.ts';
import { readOptions } from './options.ts';
import { print, severityWord } from './print.ts';

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

/** `jixiao rules`: every rule with its weight; forms and periods may weigh it otherwise. */
export function rules(args: readonly string[]): number {
  const { json } = readOptions(args, ['json']);
  const list = RULES.map(({ id, number, severity, scope, title }) => ({
    id,
    number,
    severity,
    scope,
    title,
    forms: Object.fromEntries(
      FORMS.flatMap((form) => {
        const weight = form.policy[id];
        return weight === undefined || weight === severity ? [] : [[form.id, weight]];
      }),
    ),
  }));
  if (json) print(JSON.stringify(list, null, 2));
  else {
    for (const rule of list) {
      const others = Object.entries(rule.forms).map(([form, weight]) => ` · ${form}: ${weight}`);
      print(`${severityWord(rule.severity)} ${rule.id} (${rule.number})${others.join('')}`);
      print(`    ${rule.title.zh} / ${rule.title.en}`);
    }
  }
  return 0;
}
