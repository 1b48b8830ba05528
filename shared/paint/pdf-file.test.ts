import { PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { pdfFile, textString } from './pdf-file.ts';

/** A file of one empty page and so many objects more. */
function fileWith(extra: number, streamOf: Uint8Array) {
  const file = pdfFile();
  const tree = file.reserve();
  const page = file.add(`<</Type/Page/Parent ${tree}/MediaBox[0 0 100 100]/Resources<<>>>>`);
  file.set(tree, `<</Type/Pages/Kids[${page}]/Count 1>>`);
  const numbers = Array.from({ length: extra }, (_, index) => file.add(`<</Number ${index}>>`));
  const stream = file.addStream(streamOf);
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}/Numbers[${numbers.join(' ')}]/Stream ${stream}>>`,
  );
  return { file, catalog, info: file.add(`<</Title${textString('绩效𠅤')}>>`) };
}

const bytesOf = async (extra: number, streamOf = new Uint8Array()): Promise<Uint8Array> => {
  const { file, catalog, info } = fileWith(extra, streamOf);
  return file.toBytes(catalog, info);
};

describe('pdfFile', () => {
  test.each([0, 1, 999, 1000, 2500])('%i objects are found again', async (extra) => {
    const document = await PDFDocument.load(await bytesOf(extra), { updateMetadata: false });
    const numbers = document.catalog.lookup(PDFName.of('Numbers')) as unknown as {
      readonly size: () => number;
      readonly lookup: (index: number) => { readonly get: (key: PDFName) => unknown };
    };
    expect(numbers.size()).toBe(extra);
    for (let index = 0; index < extra; index += 1) {
      expect(numbers.lookup(index).get(PDFName.of('Number'))).toEqual(PDFNumber.of(index));
    }
    expect(document.getTitle()).toBe('绩效𠅤');
  });

  test('packs small and large streams to the same bytes again', async () => {
    const large = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) % 251);
    expect(await bytesOf(3, large)).toEqual(await bytesOf(3, large));
    expect((await bytesOf(3, large)).length).toBeLessThan(large.length);
  });

  test('whatever differs gives another id', async () => {
    const idOf = async (extra: number): Promise<string> => {
      const document = await PDFDocument.load(await bytesOf(extra), { updateMetadata: false });
      return String(document.context.trailerInfo.ID);
    };
    expect(await idOf(3)).toBe(await idOf(3));
    expect(await idOf(3)).not.toBe(await idOf(4));
  });

  test('an object that was promised and never told is our own fault', async () => {
    const { file, catalog, info } = fileWith(0, new Uint8Array());
    file.reserve();
    await expect(file.toBytes(catalog, info)).rejects.toThrow('never told');
  });

  test('an object that is told twice is our own fault', () => {
    const { file, catalog } = fileWith(0, new Uint8Array());
    expect(() => file.set(catalog, '<<>>')).toThrow('told twice');
  });
});
