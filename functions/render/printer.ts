import { stampOf } from '../../shared/check-code.ts';
import type { LayoutOptions } from '../../shared/layout/frame.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { Printer } from '../../shared/ports.ts';
import type { RecordSet } from '../../shared/records/record.ts';
import { type FontPlaces, loadFonts } from '../../templates/fonts/load-fonts.ts';
import type { FormDefinition } from '../../templates/form.ts';

/** Prints reports with the fonts in these places, read once for a process. */
export function fontPrinter(places: FontPlaces): Printer {
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
      print(recordSet, form, { stamp: stampOf(recordSet, form, revision) }),
    printDraft: (recordSet, form) => print(recordSet, form, { draft: true }),
  };
}
