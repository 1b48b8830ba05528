import type { Row } from '../../rows/row.ts';
import { comparableName } from '../../unit.ts';
import { inRow } from '../address.ts';
import { rowLabel } from '../project-label.ts';
import { defineRule } from '../rule.ts';

/** Names of a unit's projects differ in more than words such as 经费, 项目, 工作 or punctuation. */
export const projectNamesDistinct = defineRule({
  id: 'project-names-distinct',
  number: 'W8',
  severity: 'warning',
  scope: 'table',
  title: { zh: '项目名称互不近似', en: 'Project names are not nearly the same' },
  message: {
    zh: ({ other, name }: NameParams) =>
      `项目名称与${other}的“${name}”几乎相同。请核对是否重复填报；确是两个项目，请说明各自内容。`,
    en: ({ otherEn, name }: NameParams) =>
      `The name is nearly that of ${otherEn}, “${name}”. Check whether the project was reported twice.`,
  },
  example: { other: '序号15', otherEn: 'No. 15', name: '区经济与科技发展专项资金经费' },
  *check(table) {
    const seen = new Map<string, Row>();
    for (const row of table.rows) {
      const core = coreOf(nameOf(row)).slice(0, COMPARED);
      if (core.length < SHORTEST_CORE) continue;
      const unit = comparableName(row.entries['unitName']?.text ?? '');
      const key = `${unit.slice(0, COMPARED)}\n${core}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, row);
      // The very same name is told by `projects-distinct`.
      else if (comparableName(nameOf(other)) !== comparableName(nameOf(row))) {
        const label = rowLabel(other);
        const params = { other: label.zh, otherEn: label.en, name: nameOf(other) };
        yield { at: inRow(row, 'projectName'), params };
      }
    }
  },
});

type NameParams = { other: string; otherEn: string; name: string };

/** Characters of a core below which names are too general to compare. */
const SHORTEST_CORE = 4;

/** Characters; what is longer is no name. */
const LONGEST_NAME = 200;

/** Characters of a name that are compared. Engines look up keys beyond some 16,000 one by one. */
const COMPARED = 1_000;

/** Words at the end of a name that do not tell projects apart. */
const GENERAL_END = /(?:专项|经费|资金|项目|工程|费用|工作|事务|费)$/u;

const nameOf = (row: Row): string => row.entries['projectName']?.text ?? '';

/** A name without punctuation and general words at its end. What is left of it always tells something. */
function coreOf(name: string): string {
  let core = comparableName(name).replace(/[\p{P}\p{S}]/gu, '');
  if (core.length > LONGEST_NAME) return core;
  while (GENERAL_END.test(core)) core = core.replace(GENERAL_END, '');
  return core;
}
