import { compactText } from '../compact-text.ts';
import type { Explanation } from '../rows/row.ts';
import type { Finding } from './finding.ts';

/** What a unit explained about these findings of one group; empty when nothing. */
export type ExplanationFinder = (findings: readonly Finding[]) => string;

/**
 * Finds explanations again on the findings of a later upload. A finding is the same when rule, column
 * and project are; serials may have shifted, but between projects of one name they decide. What was
 * written of a whole group holds for each of its findings.
 */
export function explanationFinder(explanations: readonly Explanation[]): ExplanationFinder {
  if (explanations.length === 0) return () => '';
  const ofGroups = new Map<string, string[]>();
  const ofProjects = new Map<string, Explanation[]>();
  for (const explanation of explanations) {
    const { rule, field, project, serial, group, text } = explanation;
    if (project === null && serial === null) append(ofGroups, group, text);
    else append(ofProjects, keyOf(rule, field, project, serial), explanation);
  }
  const alone = ({ rule, at }: Finding): string | undefined => {
    const found = ofProjects.get(keyOf(rule, at.field, at.project, at.serial)) ?? [];
    const same = found.find(({ serial }) => serial === at.serial);
    return (same ?? (found.length === 1 ? found[0] : undefined))?.text;
  };
  return (findings) => {
    const ofGroup = ofGroups.get(findings[0]?.group ?? '') ?? [];
    const single = findings.length === 1;
    const own = findings.flatMap((finding) => {
      const text = alone(finding);
      if (text === undefined) return [];
      return [single ? text : `序号 ${finding.at.serial ?? '—'}：${text}`];
    });
    const texts = single && own.length > 0 ? own : [...ofGroup, ...own];
    return [...new Set(texts)].join('\n');
  };
}

/** A project is known by its name, however spaced; one without a name by its serial. */
const keyOf = (
  rule: string,
  field: string | null,
  project: string | null,
  serial: string | null,
): string =>
  JSON.stringify([
    rule,
    field,
    project === null ? null : compactText(project),
    project === null ? serial : null,
  ]);

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
