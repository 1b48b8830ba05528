import { describe, expect, test } from 'vitest';
import { sheetOf, tableOf, typeInto } from '../../test/make-sheet.ts';
import type { Sheet } from '../cells/cell.ts';
import { ISSUE_KEYS, readExplanations } from './read-explanations.ts';

const { form } = tableOf([]);

/** A list as in a feedback workbook, its columns from `left` on: explanation, then the hidden ones. */
function listOf(lines: readonly (readonly string[])[], left = 10): Sheet {
  const sheet: Sheet = { ...sheetOf([]), name: '问题清单', rows: new Map() };
  const header = ['单位说明（可填写）\nYour explanation', '英文', ...ISSUE_KEYS];
  for (const [index, texts] of [header, ...lines].entries()) {
    for (const [column, text] of texts.entries()) {
      if (text !== '') typeInto(sheet, 5 + index, left + column, text);
    }
  }
  return sheet;
}

const rate = ['execution-rate-correct', 'execution-rate-correct', 'executionRate', '9', '产业转型'];

describe('explanations', () => {
  test('are read with what their line is about', () => {
    const sheet = listOf([
      ['必须改'],
      ['已核对，以决算为准', 'In English', ...rate],
      ['', 'In English', ...rate],
      ['均为上年结转', '', 'no-copy', 'no-copy:goal', '', '', ''],
    ]);
    expect(readExplanations([sheetOf([]), sheet], form)).toEqual([
      {
        rule: 'execution-rate-correct',
        group: 'execution-rate-correct',
        field: 'executionRate',
        serial: '9',
        project: '产业转型',
        text: '已核对，以决算为准',
        at: { sheet: '问题清单', cell: 'J7', row: 7, column: 'J' },
      },
      expect.objectContaining({ group: 'no-copy:goal', field: null, serial: null, project: null }),
    ]);
  });

  test('are found wherever the list was moved to and whatever its sheet is called', () => {
    const sheet = { ...listOf([['说明', '', ...rate]], 3), name: 'Sheet2' };
    expect(readExplanations([sheet], form).map(({ text }) => text)).toEqual(['说明']);
  });

  test('of a field the form does not have are about the row', () => {
    const [, , , ...project] = rate;
    const sheet = listOf([['说明', '', 'x', 'x', '__proto__', ...project.slice(0, 2)]]);
    expect(readExplanations([sheet], form)[0]?.field).toBeNull();
  });

  test('are not looked for in a list without the hidden columns', () => {
    const sheet = listOf([['说明', '']]);
    const bare = { ...sheet, rows: new Map([...sheet.rows].slice(1)) };
    expect(readExplanations([bare, sheetOf([])], form)).toEqual([]);
  });
});
