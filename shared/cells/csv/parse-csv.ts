const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Takes one field, rows and columns from 1; every field comes, blank ones too. */
export type TakeField = (row: number, column: number, text: string) => void;

/**
 * Walks over the fields of a CSV (RFC 4180): quoted ones may hold separators, line breaks and doubled
 * quotes. What stands after a closing quote is kept as typed, and a quote that nothing closes is a
 * character like any other. Linear, and keeps nothing itself;
 * `take` may throw to stop it.
 */
export function parseCsv(text: string, separator: string, take: TakeField): void {
  const split = separator.charCodeAt(0);
  let row = 1;
  let column = 1;
  let at = 0;
  let quotesClose = true;
  while (at < text.length) {
    let quoted = '';
    if (quotesClose && text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at + 1);
      quotesClose = end !== -1;
      if (quotesClose) {
        quoted = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      }
    }
    const start = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== split && code !== LINE_FEED && code !== RETURN) {
      at += 1;
      code = text.charCodeAt(at);
    }
    take(row, column, quoted + text.slice(start, at));
    if (at < text.length && code !== split) {
      row += 1;
      column = 1;
      at += code === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
    } else {
      column += 1;
      at += 1;
    }
  }
}

/** Position of the quote that ends a field; -1 when none does. */
function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return -1;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
}
