import { cleanText } from '../clean-text.ts';
import { general } from '../formats/general.ts';
import type { OddFormat, WorkbookPacker } from '../workbook-packer.ts';
import { quietly } from './quietly.ts';

/** Puts in the texts of numbers whose formats only SheetJS knows; it is loaded only if there are any. */
export async function showOddFormats({
  oddFormats,
  texts,
  date1904,
}: WorkbookPacker): Promise<void> {
  if (oddFormats.length === 0) return;
  const { SSF } = await import('@e965/xlsx');
  const show = ({ code, value }: OddFormat): string => {
    try {
      return cleanText(String(SSF.format(code, value, { date1904 })));
    } catch {
      // A format it cannot make sense of shows as Excel shows a number without one.
      return '';
    }
  };
  quietly(() => {
    for (const odd of oddFormats) texts[odd.text] = show(odd) || general(odd.value);
  });
}
