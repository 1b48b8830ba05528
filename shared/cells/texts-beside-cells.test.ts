import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { headerLines } from './texts-beside-cells.ts';

const SAMPLE = unzipSync(
  new Uint8Array(
    readFileSync(
      new URL(
        '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
        import.meta.url,
      ),
    ),
  ),
);
const SHEET = 'xl/worksheets/sheet1.xml';

async function besideCellsIn(parts: Readonly<Record<string, string>>) {
  const added = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  const read = await readWorkbook(zipSync({ ...SAMPLE, ...Object.fromEntries(added) }));
  return read.ok ? read.besideCells : read.refusal;
}

const withHeader = (text: string): string =>
  strFromU8(SAMPLE[SHEET] ?? new Uint8Array()).replace(
    '</worksheet>',
    `<headerFooter><oddHeader>${text}</oddHeader></headerFooter></worksheet>`,
  );

test.each([
  ['a header', { [SHEET]: withHeader('&amp;C&amp;&quot;黑体,加粗&quot;&amp;16机密★10年') }],
  [
    'a text box',
    {
      'xl/drawings/drawing1.xml':
        '<xdr:txBody><a:p><a:r><a:t>机密</a:t></a:r><a:r><a:rPr/><a:t>★10年</a:t></a:r></a:p></xdr:txBody>',
    },
  ],
  [
    'a comment',
    {
      'xl/comments1.xml':
        '<comments><comment><text><r><t>机密★10年</t></r></text></comment></comments>',
    },
  ],
  ['the properties', { 'docProps/core.xml': '<p><dc:title>机密★10年</dc:title><x>a</x></p>' }],
])('what may be a mark is read in %s', async (_where, parts) => {
  expect(await besideCellsIn(parts)).toEqual(['机密★10年']);
});

test('nothing else is kept, and nothing is refused for it', async () => {
  expect(await besideCellsIn({})).toBeUndefined();
  expect(
    await besideCellsIn({
      'xl/comments1.xml': `${'<t>请核对</t>'.repeat(50)}<t>${'密'.repeat(1_000)}`,
      'xl/drawings/drawing1.xml': `<<<<${' '.repeat(200_000)}&#99999;`,
    }),
  ).toBeUndefined();
});

test('a header is split into its sections, without its codes', () => {
  expect(headerLines('&L&"宋体,常规"&10内部&C&K01+000秘密 &P/&N&R&D')).toContain('内部');
});
