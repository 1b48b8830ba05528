import type { ListPages } from '../shared/layout/list-pages.ts';
import type { ReportPages } from '../shared/layout/pages.ts';

/** Laid-out pages as JSON with one line for each line of text, rule and column. */
export function readablePages(report: ReportPages | ListPages): string {
  const spread = JSON.stringify(report, null, 1);
  const flat = spread
    .replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')
    .replace(/\{[^{}]*\}/g, (object) => object.replace(/\s+/g, ' '));
  return `${flat}\n`;
}
