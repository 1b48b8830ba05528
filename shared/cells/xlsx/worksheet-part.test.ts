import { describe, expect, test } from 'vitest';
import { packageBytes, sheetData } from '../../../test/hostile/package-bytes.ts';
import { cellsOf, sheetsOf } from '../../../test/read-sheets.ts';

describe('places', () => {
  test('are counted on where no address stands, and kept as written where one does', async () => {
    const bytes = packageBytes({
      sheet: sheetData(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>' +
          '<row r="9"><c r="b9"><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    });
    expect(Object.keys(await cellsOf(bytes))).toEqual(['A1', 'D1', 'E1', 'A2', 'B9', 'A10']);
  });

  test('out of order are put in order; the last of two cells of one place stands', async () => {
    const bytes = packageBytes({
      sheet: sheetData(
        '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>',
      ),
    });
    const [sheet] = await sheetsOf(bytes);
    expect([...(sheet?.rows.keys() ?? [])]).toEqual([1, 3]);
    expect([...(sheet?.rows.get(3)?.keys() ?? [])]).toEqual([1, 2]);
    expect(sheet?.rows.get(1)?.get(1)?.number).toBe(4);
  });

  test('end with the data of the sheet: what an extension keeps below is not the table', async () => {
    const extension =
      '<extLst><ext uri="{x}"><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></ext></extLst>';
    const bytes = packageBytes({
      sheet: `${sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')}${extension}`,
    });
    expect((await cellsOf(bytes))['A1']).toMatchObject({ number: 1 });
  });

  test('merges and hidden rows are told', async () => {
    const [sheet] = await sheetsOf(
      packageBytes({
        sheet: `${sheetData('<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="4" hidden="true"/><row r="5" hidden="0"/>')}<mergeCells><mergeCell ref="A1:$C$2"/><mergeCell ref="B5"/></mergeCells>`,
      }),
    );
    expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2, 4]);
  });

  test('a merge of the whole sheet ends where the sheet is filled', async () => {
    const [sheet] = await sheetsOf(
      packageBytes({
        sheet: `${sheetData('<row r="2"><c r="C2"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      }),
    );
    expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
  });
});
