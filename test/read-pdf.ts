import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as a PDF reader finds it; points from the top left corner of its page. */
export interface FoundText {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a PDF reader that was not told anything finds in a file. */
export interface FoundPdf {
  readonly title: string | undefined;
  readonly language: string | null;
  readonly pages: number;
  readonly texts: readonly FoundText[];
}

/** Reads a PDF back with pdf.js. Throws when it is damaged. */
export async function readPdf(bytes: Uint8Array): Promise<FoundPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const texts: FoundText[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue;
      const [, , , , x, y] = item.transform as number[];
      texts.push({ page: number, text: item.str, x: x ?? 0, y: height - (y ?? 0) });
    }
  }
  const { info } = await document.getMetadata();
  const { Title, Language } = info as { Title?: string; Language?: string | null };
  const found = { title: Title, language: Language ?? null, pages: document.numPages, texts };
  await task.destroy();
  return found;
}
