import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, isGroup, leafPaths, leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { FULL_ROW, GOOD_ROW, sheetOf, unmerged, without } from '../../test/make-sheet.ts';
import { tableIn, textsIn } from '../../test/table-in.ts';
import { findTable } from './find-table.ts';

/* Which columns a header has, and in what order. What is read from each must be the same. */

const EXPECTED = textsIn(sheetOf([FULL_ROW]));

/** The columns of a form in any order, neighbours of one group below one heading. */
function inOrder(fields: readonly string[]): readonly Column[] {
  const paths = new Map(leafPaths(longgang2021.columns).map((path) => [path.leaf.field, path]));
  const place = (depth: number, some: readonly string[]): readonly Column[] => {
    const columns: Column[] = [];
    for (let index = 0; index < some.length; ) {
      const path = paths.get(some[index] ?? '');
      if (path === undefined) throw new Error('no such field');
      const group = path.groups[depth];
      if (group === undefined) {
        columns.push(path.leaf);
        index += 1;
        continue;
      }
      const from = index;
      while (paths.get(some[index] ?? '')?.groups[depth] === group) index += 1;
      columns.push({ ...group, columns: place(depth + 1, some.slice(from, index)) });
    }
    return columns;
  };
  return place(0, fields);
}

const FIELDS = leaves(longgang2021.columns).map(({ field }) => field);

test('property: the order of columns does not matter, groups swapped or split apart', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(FIELDS, { minLength: FIELDS.length }),
      fc.constantFrom('merged', 'repeated', 'official blanks'),
      fc.nat({ max: 12 }),
      fc.nat({ max: 5 }),
      (fields, drawn, rows, columns) => {
        const form = { ...longgang2021, columns: inOrder(fields) };
        const sheet = sheetOf([FULL_ROW], { form, offset: { rows, columns } });
        const shown = drawn === 'merged' ? sheet : unmerged(sheet, 'in every cell');
        const [row] = textsIn(shown);
        expect(row).toEqual(EXPECTED[0]);
      },
    ),
    { numRuns: 60 },
  );
});

test('property: whole groups in any order, without merges and with blanks', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...longgang2021.columns], { minLength: longgang2021.columns.length }),
      (columns) => {
        const sheet = sheetOf([FULL_ROW], { form: { ...longgang2021, columns } });
        expect(textsIn(unmerged(sheet, 'in the first cell'))).toEqual(EXPECTED);
      },
    ),
    { numRuns: 60 },
  );
});

describe('missing columns', () => {
  test.each([
    ['the last one', ['rectification']],
    ['an indicator', ['ecologicalTarget', 'ecologicalActual']],
    ['the rate and a source', ['executionRate', 'actualNonFiscal']],
    ['a group', ['satisfactionTarget', 'satisfactionActual', 'satisfactionExtra']],
  ])('%s: the rest is read and the gap is named', (_why, fields) => {
    const sheet = sheetOf([FULL_ROW], { form: without(...fields) });
    const { rows, missingColumns } = tableIn(sheet);
    const left = FIELDS.filter((field) => !fields.includes(field));
    expect(Object.keys(rows[0]?.entries ?? {})).toEqual(left);
    expect(new Set(missingColumns)).toEqual(
      new Set(fields.filter((field) => field !== 'satisfactionExtra')),
    );
  });

  test('a required one, or more than a third, and there is no table', () => {
    for (const field of ['serial', 'unitName', 'projectName', 'budgetTotal', 'actualTotal']) {
      expect(findTable([sheetOf([GOOD_ROW], { form: without(field) })], FORMS).found).toBe(false);
    }
    const texts = FIELDS.filter((field) => /Target|Actual/.test(field));
    expect(findTable([sheetOf([GOOD_ROW], { form: without(...texts) })], FORMS).found).toBe(false);
  });
});

test('every official title is its own best match', () => {
  for (const form of FORMS) {
    const fields = leaves(form.columns).map(({ field }) => field);
    const found = tableIn(sheetOf([GOOD_ROW], { form }));
    expect(Object.keys(found.rows[0]?.entries ?? {})).toEqual(fields);
    expect(form.columns.some(isGroup)).toBe(true);
  }
});
