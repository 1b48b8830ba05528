import type { PeerTable } from './peer-table.ts';

/** The table as a page for a browser to print, with the font at an address. */
export function pageOf({ title, unit, header, widths, rows }: PeerTable, font: string): string {
  const headerRows = Map.groupBy(header, ({ row }) => row);
  const head = [...headerRows.values()].map(
    (cells) =>
      `<tr>${cells
        .map(
          ({ rowSpan, columnSpan, text }) =>
            `<th rowspan="${rowSpan}" colspan="${columnSpan}">${escaped(text)}</th>`,
        )
        .join('')}</tr>`,
  );
  const body = rows.map(
    (cells) => `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const columns = widths.map((width) => `<col style="width:${width}pt">`);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
@font-face { font-family: Serif; src: url("${font}") }
@page { size: 420mm 297mm; margin: 14mm 12mm }
body { margin: 0; font: 7pt/1.3 Serif }
h1 { font-size: 20pt; text-align: center }
p { text-align: right }
table { border-collapse: collapse; table-layout: fixed }
th, td { border: 0.4pt solid; padding: 2pt; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<h1>${escaped(title)}</h1><p>${escaped(unit)}</p>
<table><colgroup>${columns.join('')}</colgroup><thead>${head.join('')}</thead><tbody>${body.join('\n')}</tbody></table></html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
