import type { XmlScanner } from '../xml/xml-scanner.ts';

/**
 * Names of the table styles that hide a sheet, from the scanner's place up to the document's body,
 * where the scanner then stands.
 */
export function hiddenTableStyles(scanner: XmlScanner): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style = '';
  while (scanner.next()) {
    if (scanner.is('body')) break;
    if (!scanner.opens) continue;
    if (scanner.is('style')) style = scanner.prefixedAttribute('name') ?? '';
    else if (scanner.is('table-properties') && scanner.prefixedAttribute('display') === 'false') {
      hidden.add(style);
    }
  }
  return hidden;
}
