import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledPlaces, type FontPlaces, sourcePlaces } from '../templates/fonts/load-fonts.ts';
import type { Environment } from './environment.ts';

/** Where a function finds the report's fonts. */
export const fontPlaces = ({ FONTS_DIRECTORY }: Environment): FontPlaces =>
  FONTS_DIRECTORY === undefined
    ? sourcePlaces()
    : bundledPlaces(pathToFileURL(path.join(FONTS_DIRECTORY, path.sep)));
