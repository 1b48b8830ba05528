import { strToU8, zipSync } from 'fflate';
import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import { partText, SHEET, SOURCES, STRINGS, STYLES, WORKBOOK } from './sources.ts';
import { ELEMENT_STEPS } from './xml-element-steps.ts';
import type { XmlStep } from './xml-places.ts';
import { SHEET_STEPS } from './xml-sheet-steps.ts';
import { TEXT_STEPS } from './xml-text-steps.ts';

const STEPS: Readonly<Record<string, XmlStep>> = {
  ...ELEMENT_STEPS,
  ...TEXT_STEPS,
  ...SHEET_STEPS,
};

/** Most of the changes go into the sheet. */
const PARTS = [
  SHEET,
  SHEET,
  SHEET,
  SHEET,
  STRINGS,
  STRINGS,
  STYLES,
  WORKBOOK,
  'xl/_rels/workbook.xml.rels',
  '[Content_Types].xml',
  '_rels/.rels',
];

/** A package whose parts are no longer quite what their writer wrote. */
export function mutateXml(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const parts = new Map(source.parts);
  const story = [`${source.period}, XML`];
  for (let steps = 1 + random.below(random.pick([1, 2, 6])); steps > 0; steps -= 1) {
    const part = random.pick(PARTS);
    const name = random.pick(Object.keys(STEPS));
    const changed = (STEPS[name] as XmlStep)(partText(parts, part), random);
    if (changed === undefined) continue;
    parts.set(part, strToU8(changed));
    story.push(`${name} in ${part}`);
  }
  const bytes = zipSync(Object.fromEntries(parts), { level: 1 });
  return { source, format: null, bytes, meaning: { kind: 'unknown' }, story };
}
