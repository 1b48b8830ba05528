import * as z from 'zod';
import { cleanText } from './cells/clean-text.ts';

/**
 * What somebody says in words of their own, up to so many characters: without what does not print, which
 * could make it read as something else, or as nothing.
 */
export const ownWords = (longest: number) => z.string().overwrite(cleanText).max(longest);
