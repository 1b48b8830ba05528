import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledPlaces, type FontPlaces, sourcePlaces } from '../templates/fonts/load-fonts.ts';
import { openOwnFonts } from '../templates/fonts/own-fonts.ts';
import type { Environment } from './environment.ts';

/**
 * Where a function finds the report's fonts. In a bundle those of the operator, if any, lie in the folder
 * `own`; a function that only asks what can be printed has them in its metrics alone.
 */
export function fontPlaces({ FONTS_DIRECTORY }: Pick<Environment, 'FONTS_DIRECTORY'>): FontPlaces {
  if (FONTS_DIRECTORY === undefined) return sourcePlaces();
  const own = path.join(FONTS_DIRECTORY, 'own');
  return bundledPlaces(
    pathToFileURL(path.join(FONTS_DIRECTORY, path.sep)),
    existsSync(own) ? openOwnFonts(own) : null,
  );
}
