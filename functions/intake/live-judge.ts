import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { judge } from '../../shared/judge.ts';
import { fontMetrics, type MetricsTable } from '../../shared/layout/metrics.ts';
import type { Judge } from '../../shared/ports.ts';
import { type FontPlaces, loadMetricsTable } from '../../templates/fonts/load-fonts.ts';

/** The rules of the product, with the coverage of the fonts in these places. */
export function liveJudge(places: FontPlaces): Judge {
  const table = loadMetricsTable(places);
  return {
    version: judgeVersion(new URL('./', import.meta.url), table),
    canPrint: fontMetrics(table).has,
    judge,
  };
}

/**
 * A digest of the code files in a folder and of what the fonts can print. In a bundle these are all
 * the code there is, so a deployed change of rules, forms, reader or fonts is a new version without
 * anybody having to remember it.
 */
export function judgeVersion(code: URL, fonts: MetricsTable): string {
  const digest = createHash('sha256');
  for (const file of readdirSync(code).sort()) {
    if (/\.(mjs|js|ts)$/.test(file)) digest.update(readFileSync(new URL(file, code)));
  }
  digest.update(JSON.stringify(fonts));
  return digest.digest('hex');
}
