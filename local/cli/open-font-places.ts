import { type FontPlaces, sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import type { CliOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The fonts of a run, with those of `--fonts` before ours. Throws UsageError for one that cannot be used. */
export async function openFontPlaces({ fonts }: Pick<CliOptions, 'fonts'>): Promise<FontPlaces> {
  if (fonts === null) return sourcePlaces();
  // Loaded when asked for: most checks have no fonts of their own.
  const [{ openOwnFonts }, { FontError }] = await Promise.all([
    import('../../templates/fonts/own-fonts.ts'),
    import('../../templates/fonts/check-font.ts'),
  ]);
  try {
    return sourcePlaces(openOwnFonts(fonts));
  } catch (error) {
    throw error instanceof FontError ? new UsageError(error.message) : error;
  }
}
