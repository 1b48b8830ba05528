import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../simulation/random.ts';
import { examine } from './examine.ts';
import { mutateCell } from './mutate-values.ts';
import { partText, SHEET, SOURCES, WORKBOOK } from './sources.ts';
import type { Typed } from './typed.ts';

/*
 * What the fuzz target found once, by the change that showed it. Each must hold whatever becomes of
 * the seeds.
 */

describe.each(SOURCES)('typed into the table of $period', (source) => {
  const values: readonly (readonly [string, Typed])[] = [
    ['a negative day was read as blank', { kind: 'number', number: -44561, format: 14 }],
    ['a day after 9999 was read as blank', { kind: 'number', number: 2_958_466, format: 17 }],
    ['hours beyond all bounds were read as blank', { kind: 'number', number: 1e100, format: 46 }],
    ['a day was taken for an amount', { kind: 'number', number: 2_147_483_648, format: 46 }],
    ['markup typed as text was read as 35', { kind: 'text', text: '<![CDATA[35]]>' }],
    ['a sign of money alone was neither read nor told', { kind: 'text', text: '￥' }],
    ['a unit of money alone was neither read nor told', { kind: 'text', text: '万元' }],
    ['its underscore was lost', { kind: 'text', text: '_x005F_x000D_' }],
    ['its backtracking took seconds', { kind: 'text', text: `${'('.repeat(10_000)}35` }],
  ];

  test.each(values)('%s', async (_, typed) => {
    for (const [column, row] of [
      [5, 9],
      [8, 12],
      [source.fields.indexOf('executionRate') + 1, 15],
    ] as const) {
      const mutation = mutateCell(source, { row, column, typed }, null, randomFrom(row));
      expect((await examine(mutation)).problems).toEqual([]);
    }
  });
});

describe.each(SOURCES)('done to the XML of $period', (source) => {
  const edits: readonly (readonly [string, string, (xml: string) => string])[] = [
    [
      'a number that is none',
      SHEET,
      (xml) => xml.replace(/(<c r="E9"[^>]*>)<v>.*?<\/v>/, '$1<v>x</v>'),
    ],
    ['cells in a cell', SHEET, (xml) => xml.replace(/<c r="E9"[^>]*>/, (tag) => tag.repeat(3))],
    [
      'a merge from right to left',
      SHEET,
      (xml) => xml.replace('</mergeCells>', '<mergeCell ref="M28:A40"/></mergeCells>'),
    ],
    ['a date written out', SHEET, (xml) => xml.replace(/(<c r="E9"[^>]*)>/, '$1 t="d">')],
    [
      'two thousand sheets that are one',
      WORKBOOK,
      (xml) => xml.replace(/<sheet [^>]*\/>/, (tag) => tag.repeat(2000)),
    ],
    [
      'five thousand cells in one another',
      SHEET,
      (xml) => xml.replace('<sheetData>', `<sheetData>${'<c>'.repeat(5000)}`),
    ],
  ];

  test.each(edits)('%s', async (_, part, change) => {
    const xml = partText(source.parts, part);
    expect(change(xml)).not.toBe(xml);
    const parts = { ...Object.fromEntries(source.parts), [part]: strToU8(change(xml)) };
    const bytes = zipSync(parts, { level: 1 });
    const mutation = {
      source,
      format: null,
      bytes,
      meaning: { kind: 'unknown' },
      story: [],
    } as const;
    expect((await examine(mutation)).problems).toEqual([]);
  });
});
