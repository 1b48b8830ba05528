import type { Row } from '../../rows/row.ts';
import { comparableName } from '../../unit.ts';
import { inRow } from '../address.ts';
import { rowLabel } from '../project-label.ts';
import { defineRule } from '../rule.ts';

/** A unit's project stands in the table once. Units may have projects of one name. */
export const projectsDistinct = defineRule({
  id: 'projects-distinct',
  number: 'W8',
  severity: 'warning',
  scope: 'table',
  title: { zh: '同一单位的项目不重复填报', en: 'A unit’s project stands in the table once' },
  message: {
    zh: ({ other }: { other: string; otherEn: string }) =>
      `同一单位的这个项目在${other}已经填过。请核对：重复的请删去一行；确是两个项目，请在名称中写明区别。`,
    en: ({ otherEn }) =>
      `The same unit’s project of this name stands at ${otherEn} already. Delete one, or tell them apart by name.`,
  },
  example: { other: '序号3', otherEn: 'No. 3' },
  *check(table) {
    const seen = new Map<string, Row>();
    for (const row of table.rows) {
      const name = comparableName(row.entries['projectName']?.text ?? '');
      if (name === '') continue;
      const unit = comparableName(row.entries['unitName']?.text ?? '');
      const key = `${unit.slice(0, COMPARED)}\n${name.slice(0, COMPARED)}`;
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, row);
        continue;
      }
      const label = rowLabel(other);
      yield { at: inRow(row, 'projectName'), params: { other: label.zh, otherEn: label.en } };
    }
  },
});

/** Characters of a name that are compared. Engines look up keys beyond some 16,000 one by one. */
const COMPARED = 1_000;
