import type { NormalisationKind } from './row.ts';

/*
 * Copying from a PDF leaves spaces beside Chinese punctuation: “完成 ，并” for “完成，并”. The forms of
 * 2021 were published with 332 of them (domain 2.3). A run of spaces is looked at once, from its first.
 */
const BEFORE_CLOSING = /(?<![ \u3000])[ \u3000]+(?=[，。；：、！？”’）》】〉」』])/gu;
const AFTER_OPENING = /(?<=[“‘（《【〈「『])[ \u3000]+/gu;

/** A text column's value as it is kept, and what was changed for it. */
export interface TextReading {
  readonly text: string;
  readonly normalised: readonly NormalisationKind[];
}

/** Takes the spaces beside Chinese punctuation out of a free text; line breaks stay. */
export function readText(typed: string): TextReading {
  if (!/[ \u3000]/.test(typed)) return { text: typed, normalised: [] };
  const text = typed.replace(BEFORE_CLOSING, '').replace(AFTER_OPENING, '');
  return text === typed
    ? { text, normalised: [] }
    : { text, normalised: ['spaces-beside-punctuation'] };
}
