import { type FormDefinition, indicatorPairs, leaves } from '../../templates/form.ts';
import type { ProjectRecord, RecordSet } from './record.ts';

/** What records of another year, or planned ones, give to the template of a period. */
export interface CarriedOver {
  /** Projects in the fields of the form: names, budgets and targets; the rest is still to come. */
  readonly records: readonly ProjectRecord[];
  /** Indicators that the form leaves no room for, each once. */
  readonly lost: readonly string[];
}

/** Texts that are settled before the year begins, besides the targets of indicators. */
const PLANNED_TEXTS: readonly string[] = ['serial', 'unitName', 'projectName', 'annualGoal'];

/**
 * The projects of a record set as they stand at the start of a period, field by field where both
 * forms have the field. A total whose sources the older form does not state stays a total. Projects
 * of another period are numbered anew.
 */
export function carryOver(set: RecordSet, form: FormDefinition, period: string): CarriedOver {
  const fields = new Set(leaves(form.columns).map(({ field }) => field));
  const planned = new Set(
    [...PLANNED_TEXTS, ...indicatorPairs(form).map(({ target }) => target)].filter((field) =>
      fields.has(field),
    ),
  );
  const budgets = [...fields].filter((field) => field.startsWith('budget'));
  const carried = set.records.map((record, index): ProjectRecord => {
    const texts = Object.entries(record.texts).filter(([field]) => planned.has(field));
    return {
      ...record,
      texts: {
        ...Object.fromEntries(texts),
        ...(set.period === period ? {} : { serial: `${index + 1}` }),
      },
      amounts: Object.fromEntries(budgets.map((field) => [field, record.amounts[field] ?? null])),
      rates: {},
      extraIndicators: record.extraIndicators
        .filter(({ field }) => fields.has(field))
        .map((extra) => ({ ...extra, actual: '' })),
    };
  });
  const lost = set.records
    .flatMap(({ extraIndicators }) => extraIndicators)
    .filter(({ field }) => !fields.has(field))
    .map(({ title, target }) => (title === '' ? target : title));
  return { records: carried, lost: [...new Set(lost)] };
}
