import { type FormDefinition, fieldTitle, leaves } from '../../templates/form.ts';
import type { Text } from '../locale.ts';
import { ruleById } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { messageOf } from './message.ts';
import { type NamedProjects, namedProjects } from './named-projects.ts';

/** What one line says of several findings. */
export interface ToldTogether {
  readonly serials: string;
  readonly message: Text;
  /** Where the same value should stand in each cell. */
  readonly suggestion?: string;
}

/** The sentence on several findings of one rule and cause: the rule's own, else their common one. */
export function toldTogether(
  first: Finding,
  findings: readonly Finding[],
  form: FormDefinition | null,
): ToldTogether {
  const { suggestion } = first;
  const isCommon =
    suggestion !== undefined && findings.every((one) => one.suggestion === suggestion);
  const named = namedProjects(findings);
  return {
    serials: named.serials,
    message:
      ownMessage(findings, named, commonColumn(findings, form)) ??
      commonMessage(first, findings, named),
    ...(isCommon ? { suggestion } : {}),
  };
}

/** Undefined where the rule has no sentence, or none of the projects a serial to be named by. */
function ownMessage(
  findings: readonly Finding[],
  { serials, rows }: NamedProjects,
  column: Text,
): Text | undefined {
  const [first] = findings;
  const own = ruleById(first?.rule ?? '')?.merged;
  if (first === undefined || own === undefined || serials === '') return undefined;
  const projects = new Set(findings.map(({ at }) => at.row)).size;
  const count = findings.length;
  const merged = { count, projects, serials, first: first.params, column };
  const also = rows === '' ? '' : `另有第 ${rows} 行（没有序号）。`;
  const alsoEn = rows === '' ? '' : ` Also rows ${rows}, which have no serial.`;
  return { zh: own.zh(merged) + also, en: own.en(merged) + alsoEn };
}

/** The field of the form in which all findings stand; null when there is none. */
export function commonField(findings: readonly Pick<Finding, 'at'>[]): string | null {
  const field = findings[0]?.at.field ?? null;
  return findings.every(({ at }) => at.field === field) ? field : null;
}

/** Official title of the column in which all findings stand; empty texts when there is none. */
function commonColumn(findings: readonly Finding[], form: FormDefinition | null): Text {
  const field = commonField(findings);
  const isKnown = form !== null && leaves(form.columns).some((leaf) => leaf.field === field);
  return isKnown && field !== null ? fieldTitle(form, field) : { zh: '', en: '' };
}

/** The first finding's message with the projects it holds for, as an example where others differ. */
function commonMessage(first: Finding, findings: readonly Finding[], named: NamedProjects): Text {
  const { count, areProjects } = named;
  const message = messageOf(first);
  const isSame = findings.every((finding) => messageOf(finding).zh === message.zh);
  const places = placesOf(named);
  const { serial } = first.at;
  const example = {
    zh: `有同类问题，例如${serial === null ? '' : `序号 ${serial}`}`,
    en: ` have the same problem, for example${serial === null ? '' : ` no. ${serial}`}`,
  };
  return {
    zh: `${count} ${areProjects ? '个项目' : '处'}（${places.zh}）${isSame ? '' : example.zh}：${message.zh}`,
    en: `${count} ${areProjects ? 'projects' : 'places'} (${places.en})${isSame ? '' : example.en}: ${message.en}`,
  };
}

function placesOf({ serials, rows }: NamedProjects): Text {
  const places = [
    ...(serials === '' ? [] : [{ zh: `序号 ${serials}`, en: `no. ${serials}` }]),
    ...(rows === '' ? [] : [{ zh: `第 ${rows} 行`, en: `rows ${rows}` }]),
  ];
  return {
    zh: places.map(({ zh }) => zh).join('；'),
    en: places.map(({ en }) => en).join('; '),
  };
}
