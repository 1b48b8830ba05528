import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import pdfmake from 'pdfmake';

/*
 * print-with-pdfmake.mjs DATA.json FONTS OUT.pdf: prints a table as its users would with pdfmake.
 */

const [data, fonts, out] = process.argv.slice(2);
const { title, unit, header, widths, rows } = JSON.parse(readFileSync(data, 'utf8'));

const depth = Math.max(...header.map(({ row, rowSpan }) => row + rowSpan));
const headerRows = Array.from({ length: depth }, () => widths.map(() => ({})));
for (const { row, column, rowSpan, columnSpan: colSpan, text } of header) {
  headerRows[row][column] = { text, rowSpan, colSpan, alignment: 'center' };
}

pdfmake.setFonts({
  Serif: {
    normal: path.join(fonts, 'NotoSerifSC-Regular.core.ttf'),
    bold: path.join(fonts, 'NotoSerifSC-Bold.core.ttf'),
  },
});
pdfmake.setLocalAccessPolicy(() => true);
const millimetres = 72 / 25.4;
await pdfmake
  .createPdf({
    info: { title },
    lang: 'zh-CN',
    pageSize: { width: 420 * millimetres, height: 297 * millimetres },
    pageMargins: [12 * millimetres, 14 * millimetres],
    defaultStyle: { font: 'Serif', fontSize: 7 },
    footer: (page) => ({ text: `— ${page} —`, alignment: 'center' }),
    content: [
      { text: title, fontSize: 20, bold: true, alignment: 'center' },
      { text: unit, alignment: 'right' },
      {
        layout: { paddingLeft: () => 2, paddingRight: () => 2 },
        // The widths hold the padding; pdfmake adds it.
        table: {
          headerRows: depth,
          widths: widths.map((width) => width - 5),
          body: [...headerRows, ...rows],
        },
      },
    ],
  })
  .write(out);
