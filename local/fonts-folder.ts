import process from 'node:process';

/** The folder of the operator's own fonts: as asked for, else as the environment says; null for none. */
export const fontsFolder = (asked: string | undefined): string | null =>
  (asked ?? process.env['JIXIAO_FONTS']) || null;
