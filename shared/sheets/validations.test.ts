import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { templateWorkbook } from './template.ts';
import { MAX_PROMPT_TEXT } from './validations.ts';
import type { SheetModel, WorkbookModel } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

const template = templateWorkbook({
  form: longgang2021,
  period: '2021',
  attachment: null,
  submitter: { code: null, name: '' },
  implementingUnits: ['甲局', '乙署', '丙中心'],
  rows: 2,
  records: [],
  filledFrom: null,
});

const sheetXml = async (model: WorkbookModel, part: string): Promise<string> =>
  new TextDecoder().decode(unzipSync(await writeWorkbook(model))[part]);

test('a prompt keeps its lines in the file: a bare line break in an attribute is a space', async () => {
  const xml = await sheetXml(template, 'xl/worksheets/sheet1.xml');
  expect(xml).toMatch(/prompt="[^"]+&#10;例：粮食储备费用&#10;字数：[^"]+"/);
  expect(/<dataValidations .*<\/dataValidations>/s.exec(xml)?.[0]).not.toContain('\n');
});

test('a check stands once on its whole range', async () => {
  const xml = await sheetXml(template, 'xl/worksheets/sheet1.xml');
  const ranges = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, at]) => at);
  expect(ranges).toHaveLength(33);
  expect(ranges).toContain('D6:D7');
  expect(xml).toMatch(/sqref="B6:B7"><formula1>jixiao_units<\/formula1>/);
});

test('the list of units is a name for cells of the hidden sheet', async () => {
  const xml = await sheetXml(template, 'xl/workbook.xml');
  expect(xml).toContain(
    '<definedName name="jixiao_units">&apos;_jixiao&apos;!$D$1:$D$3</definedName>',
  );
});

test('a prompt longer than Excel takes is a fault of ours', async () => {
  const sheet = template.sheets[0] as SheetModel;
  const prompt = { title: '标题', text: '长'.repeat(MAX_PROMPT_TEXT + 1) };
  const validations = (sheet.validations ?? []).map((item) => ({ ...item, prompt }));
  await expect(writeWorkbook({ ...template, sheets: [{ ...sheet, validations }] })).rejects.toThrow(
    RangeError,
  );
});
