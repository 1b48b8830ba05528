import { indicatorColumns } from '../../templates/columns.ts';
import {
  type Column,
  type FormDefinition,
  type IndicatorPair,
  indicatorPairs,
  isGroup,
} from '../../templates/form.ts';
import type { ProjectRecord } from '../records/record.ts';
import type { ExtraIndicator } from '../rows/row.ts';

/** An indicator that units added, with columns of its own before its `……` column. */
export interface ExtraPair extends Omit<IndicatorPair, 'title'> {
  /** Field of the `……` column. */
  readonly field: string;
  /** As the unit called it. */
  readonly title: string;
}

/** A form with a pair of columns for every indicator that records add to it. */
export interface TemplateForm {
  readonly form: FormDefinition;
  readonly extras: readonly ExtraPair[];
}

/** The form with the indicators that the records added under a name, each in columns of its own. */
export function templateForm(
  form: FormDefinition,
  records: readonly ProjectRecord[],
): TemplateForm {
  const extras = extraPairs(records);
  const withExtras = (columns: readonly Column[]): readonly Column[] =>
    columns.flatMap((column): readonly Column[] => {
      if (isGroup(column)) return [{ ...column, columns: withExtras(column.columns) }];
      const added = extras.filter(({ field }) => field === column.field);
      return [...added.map(({ target, title }) => pairColumns(target, title)), column];
    });
  return { form: { ...form, columns: withExtras(form.columns) }, extras };
}

const pairColumns = (target: string, title: string): Column =>
  indicatorColumns(target.slice(0, -'Target'.length), title, title);

/** The added indicators in the order in which they first appear, each once. */
function extraPairs(records: readonly ProjectRecord[]): readonly ExtraPair[] {
  const pairs = new Map<string, ExtraPair>();
  for (const { field, title } of records.flatMap(({ extraIndicators }) => extraIndicators)) {
    const name = `${field}\n${title}`;
    if (title === '' || pairs.has(name)) continue;
    const key = `${field}${pairs.size + 1}`;
    pairs.set(name, { field, title, target: `${key}Target`, actual: `${key}Actual` });
  }
  return [...pairs.values()];
}

/** The indicator of a record that stands in these columns. */
export const extraOf = (record: ProjectRecord, pair: ExtraPair): ExtraIndicator | undefined =>
  record.extraIndicators.find(({ field, title }) => field === pair.field && title === pair.title);

/** Fields of all indicators, where 95% and 3-1 must stay the texts that were typed. */
export const indicatorFields = (form: FormDefinition): ReadonlySet<string> =>
  new Set(indicatorPairs(form).flatMap(({ target, actual }) => [target, actual]));
