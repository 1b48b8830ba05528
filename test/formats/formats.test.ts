import { describe, expect, test } from 'vitest';
import { excelWritten, streamWritten } from './exceljs-written.ts';
import { encodeGb18030 } from './gb18030.ts';
import { bytesOf, modelOf, outcomeOf, SAMPLE_FILES } from './read-sample.ts';
import { WRITTEN_FORMATS, writtenAs } from './written-as.ts';

/*
 * The same table in every format and from several writers gives the same records, the same rows, and
 * findings in the same cells. Text formats have no sheet name; nothing else may differ.
 */

describe.each(SAMPLE_FILES)('$name', (sample) => {
  test.each(WRITTEN_FORMATS)('as %s by SheetJS', async (format) => {
    const expected = await outcomeOf(bytesOf(sample), sample);
    expect(expected.records.length).toBeGreaterThan(20);
    expect(await outcomeOf(writtenAs(modelOf(sample), format), sample)).toEqual(expected);
  });

  test.each([
    ['with rich texts and formulas', excelWritten],
    ['row by row, texts in their cells', streamWritten],
  ])('as .xlsx by exceljs, %s', async (_, write) => {
    const expected = await outcomeOf(bytesOf(sample), sample);
    expect(await outcomeOf(await write(modelOf(sample)), sample)).toEqual(expected);
  });
});

describe('the writers of this test', () => {
  const [sample] = SAMPLE_FILES;

  test('GB18030 is what Node decodes as such, and no UTF-8', () => {
    const text = '部门名称（盖章）：深圳市龙岗区，“绩效”——①②③㎡…、\r\n㐀\u3400é';
    const bytes = encodeGb18030(text);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(text);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  });

  test('a figure changed in the model changes the records', async () => {
    const model = modelOf(sample!);
    model.Sheets[model.SheetNames[0]!]!['D8'] = { t: 'n', v: 1 };
    const changed = await outcomeOf(writtenAs(model, 'ods'), sample!);
    expect(changed).not.toEqual(await outcomeOf(bytesOf(sample!), sample!));
  });
});
