import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import { SHEET, SOURCES, STRINGS, STYLES, WORKBOOK } from './sources.ts';
import { type WrittenEntry, writeZip } from './zip-writer.ts';

type Step = (entries: WrittenEntry[], random: Random) => string;

const SIZES = [0, 1, 21, 65_535, 1_000_000, 0x7fff_ffff, 0xffff_ffff];

const NAMES = [
  '../../etc/passwd',
  '/xl/workbook.xml',
  'xl\\worksheets\\sheet1.xml',
  'XL/WORKBOOK.XML',
  '__proto__',
  'xl/worksheets/__proto__.xml',
  'xl/worksheets/sheet2.xml',
  'xl/vbaProject.bin',
  'xl/embeddings/book.xlsx',
  'word/document.xml',
  'content.xml',
  'mimetype',
  '',
  'a'.repeat(5000),
  'xl/工作表.xml',
  'C:\\x',
  'xl/worksheets/',
];

const claim =
  (name: keyof NonNullable<WrittenEntry['claims']>, values: readonly number[]): Step =>
  (entries, random) => {
    const value = random.pick(values);
    const index = random.below(entries.length);
    const entry = entries[index] as WrittenEntry;
    entries[index] = { ...entry, claims: { ...entry.claims, [name]: value } };
    return `${name} of ${entry.name} said to be ${value}`;
  };

const STEPS: readonly Step[] = [
  claim('inflated', SIZES),
  claim('packed', SIZES),
  claim('crc', [0, 1, 0xffff_ffff]),
  claim('method', [1, 9, 12, 93, 99, 0, 8]),
  claim('flags', [0x0001, 0x0041, 0x2000, 0x0008, 0xffff]),
  claim('offset', SIZES),
  (entries, random) => `drop ${entries.splice(random.below(entries.length), 1)[0]?.name}`,
  (entries, random) => {
    const entry = random.pick(entries);
    entries.push(entry);
    return `${entry.name} twice`;
  },
  (entries, random) => {
    const entry = random.pick(entries);
    const other = random.pick(entries);
    entries.push({ ...entry, data: other.data });
    return `${entry.name} again with the data of ${other.name}`;
  },
  (entries, random) => {
    const from = random.below(entries.length);
    const entry = entries[from] as WrittenEntry;
    const name = random.pick([...NAMES, ...entries.map((other) => other.name)]);
    entries[from] = { ...entry, name };
    return `rename ${entry.name} to ${name.slice(0, 40)}`;
  },
  (entries, random) => {
    const name = random.pick(NAMES);
    entries.splice(random.below(entries.length + 1), 0, { name, data: random.pick(entries).data });
    return `add ${name.slice(0, 40)}`;
  },
  (entries, random) => {
    const one = random.below(entries.length);
    const other = random.below(entries.length);
    const data = (entries[one] as WrittenEntry).data;
    entries[one] = {
      ...(entries[one] as WrittenEntry),
      data: (entries[other] as WrittenEntry).data,
    };
    entries[other] = { ...(entries[other] as WrittenEntry), data };
    return `swap the data of ${entries[one]?.name} and ${entries[other]?.name}`;
  },
  (entries, random) => {
    const index = random.below(entries.length);
    const entry = entries[index] as WrittenEntry;
    entries[index] = { ...entry, data: entry.data.slice(0, random.below(entry.data.length + 1)) };
    return `truncate ${entry.name}`;
  },
  (entries, random) => {
    const index = random.below(entries.length);
    const entry = entries[index] as WrittenEntry;
    entries[index] = { ...entry, data: new Uint8Array() };
    return `empty ${entry.name}`;
  },
  (entries, random) => {
    const kind = random.pick([0, 0x20, 0x41, 0x3c]);
    const data = new Uint8Array(random.pick([100_000, 3_000_000])).fill(kind);
    const name = random.pick([
      STRINGS,
      SHEET,
      STYLES,
      WORKBOOK,
      'docProps/app.xml',
      'xl/media/a.png',
    ]);
    entries.push({ name, data });
    return `${name} again, ${data.length} bytes of ${kind}`;
  },
  (entries, random) => {
    const count = random.pick([1_000, 3_000, 70_000]);
    for (let more = 0; more < count; more += 1) {
      entries.push({ name: `x/${more}`, data: new Uint8Array(), stored: true });
    }
    return `${count} entries more`;
  },
];

/** A package with entries dropped, doubled, renamed, emptied, or with headers that lie. */
export function mutateZip(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const entries: WrittenEntry[] = [...source.parts].map(([name, data]) => ({ name, data }));
  const story = [`${source.period}, entries`];
  for (let steps = 1 + random.below(3); steps > 0 && entries.length > 0; steps -= 1) {
    story.push(random.pick(STEPS)(entries, random));
  }
  const comment = random.chance(0.1) ? 'PK\u0005\u0006'.repeat(1 + random.below(500)) : '';
  const bytes = writeZip(entries, comment);
  return { source, format: null, bytes, meaning: { kind: 'unknown' }, story };
}
