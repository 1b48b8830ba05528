import { fieldTitle, type Leaf, leaves } from '../../../templates/form.ts';
import type { Row, Table } from '../../rows/row.ts';
import { comparableName } from '../../unit.ts';
import { inRow } from '../address.ts';
import { alikeTexts, bareText } from '../alike-texts.ts';
import { rowLabel } from '../project-label.ts';
import { defineRule } from '../rule.ts';

/** Several projects do not share a long text: each has goals and results of its own. */
export const longTextsDistinct = defineRule({
  id: 'long-texts-distinct',
  number: 'W8',
  severity: 'warning',
  scope: 'table',
  title: { zh: '不同项目的长文各不相同', en: 'Projects do not share their long texts' },
  message: {
    zh: ({ other, column, same }: TextParams) =>
      `这段文字与${other}的“${column}”${same === 'yes' ? '一字不差' : '几乎一样'}。不同项目请各写各的；确属相同，请说明。`,
    en: ({ otherEn, columnEn, same }: TextParams) =>
      `This text is ${same === 'yes' ? 'the same as' : 'nearly that'} of ${otherEn} (${columnEn}). Let each project speak for itself, or say why they agree.`,
  },
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 处长文与别的项目一字不差或几乎一样（序号 ${serials}），如“${first.column}”与${first.other}的相同。不同项目请各写各的；确属相同，请说明。`,
    en: ({ count, serials, first }) =>
      `${count} long texts are those of other projects or nearly so (No. ${serials}), as “${first.columnEn}” that of ${first.otherEn}. Let each project speak for itself, or say why they agree.`,
  },
  thresholds: ['longText'],
  example: {
    other: '序号27',
    otherEn: 'No. 27',
    column: '年初绩效目标',
    columnEn: 'Goal set at the start of the year',
    same: 'yes',
  },
  *check(table, { form, thresholds }) {
    const told = new Set<string>();
    for (const leaf of leaves(form.columns).filter(isOwnText)) {
      for (const { rows, same } of sharedTexts(table, leaf, thresholds.longText)) {
        const [first, ...others] = rows;
        if (first === undefined || isOneProject(rows)) continue;
        const label = rowLabel(first);
        const title = fieldTitle(form, leaf.field);
        const params = { other: label.zh, otherEn: label.en, column: title.zh, columnEn: title.en };
        for (const row of others) {
          // Projects that share one text often share the next: they are told once.
          const pair = `${first.number} ${row.number}`;
          if (told.has(pair)) continue;
          told.add(pair);
          yield {
            at: inRow(row, leaf.field),
            params: { ...params, same: same ? 'yes' : 'no' },
          };
        }
      }
    }
  },
});

type TextParams = {
  other: string;
  otherEn: string;
  column: string;
  columnEn: string;
  same: string;
};

/** Names may be alike, and problems may well be the same. */
const isOwnText = ({ field, type }: Leaf): boolean =>
  type === 'text' && !['unitName', 'projectName', 'problems', 'rectification'].includes(field);

function sharedTexts(
  { rows }: Table,
  { field }: Leaf,
  shortest: number,
): readonly { readonly rows: readonly Row[]; readonly same: boolean }[] {
  const texts = rows.map((row) => {
    const text = bareText(row.entries[field]?.text ?? '');
    return text.length < shortest ? '' : text;
  });
  return alikeTexts(texts).map(({ places, same }) => ({
    rows: places.flatMap((place) => rows[place] ?? []),
    same,
  }));
}

/** The same project twice is told by `projects-distinct`. */
const isOneProject = (rows: readonly Row[]): boolean =>
  new Set(
    rows.map(({ entries }) =>
      [entries['unitName'], entries['projectName']]
        .map((entry) => comparableName(entry?.text ?? ''))
        .join('\n'),
    ),
  ).size === 1;
