import type { LayoutOptions } from '../../shared/layout/frame.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { Printer } from '../../shared/ports.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { type CodePlaces, stampOf } from '../../shared/stamp-of.ts';
import { type FontPlaces, loadFonts } from '../../templates/fonts/load-fonts.ts';
import type { FormDefinition } from '../../templates/form.ts';

/**
 * Prints reports with the fonts in these places, read once for a process; the QR codes of stamped copies open
 * one of `answered`.
 */
export function fontPrinter(places: FontPlaces, answered?: CodePlaces): Printer {
  const fonts = loadFonts(places);
  const print = (
    recordSet: RecordSet,
    form: FormDefinition,
    options: LayoutOptions = {},
  ): Promise<Uint8Array> =>
    paintReport(layOutReport(recordSet, form, fonts.metrics, options), fonts);
  return {
    print: (recordSet, form) => print(recordSet, form),
    printStamped: (recordSet, form, revision) =>
      print(recordSet, form, { stamp: stampOf(recordSet, form, revision, answered) }),
    printDraft: (recordSet, form) => print(recordSet, form, { draft: true }),
  };
}
