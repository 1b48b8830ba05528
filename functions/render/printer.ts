import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import type { Printer } from '../../shared/ports.ts';
import { type FontPlaces, loadFonts } from '../../templates/fonts/load-fonts.ts';

/** Prints reports with the fonts in these places, read once for a process. */
export function fontPrinter(places: FontPlaces): Printer {
  const fonts = loadFonts(places);
  return {
    print: (recordSet, form) => paintReport(layOutReport(recordSet, form, fonts.metrics), fonts),
  };
}
