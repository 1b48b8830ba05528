import * as z from 'zod';
import { csvFile, jsonBytes, jsonFile } from '../outputs.ts';
import type { BundleJob, PublishPorts } from '../ports.ts';
import type { Publication } from '../publication.ts';
import { sha256 } from '../sha256.ts';
import { bundleOf, OvertakenError } from './bundle.ts';
import { columnsOf, projectsCsv, projectsJson } from './open-data.ts';
import { publicTables } from './published-tables.ts';
import { bundleKeys } from './site-keys.ts';

/** Publications that change while a period is packed; so many in a row do not come. */
const TRIES = 20;

/**
 * Tables that one package holds: what a function packs within its five minutes, with a wide margin. A
 * larger period has its lists and its manifest alone.
 */
export const MOST_BUNDLED = 2000;

/** Milliseconds in which nothing was published of a period before it is packed: a rush is packed once. */
const QUIET = 30_000;

const about = z.object({
  period: z.string(),
  /** Changes with every file that is public of the period. */
  generation: z.string(),
  tables: z.int(),
  projects: z.int(),
});

/**
 * Packs what is public of a period, unless it is packed as it is, or another publication was a moment ago,
 * whose message is still to come. Of two attempts at once, the one that ends last has seen all.
 */
export async function publishBundle(job: BundleJob, ports: PublishPorts): Promise<void> {
  const { period, again = false } = job;
  const { publicFiles: bucket } = ports;
  const keys = bundleKeys(period);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const own = (await ports.submissions.publications()).filter((each) => each.period === period);
    const current = own.filter(({ status }) => status === 'current');
    const generation = generationOf(current);
    const inDoubt = again && tried === 0;
    if (!inDoubt && (await isPacked(period, generation, ports))) return;
    const isLeft = !isQuiet(own, ports.clock.now());
    if (isLeft && tried === 0) return;
    if (isLeft || current.length === 0 || current.length > MOST_BUNDLED) {
      // What this attempt wrote may hold what was taken out of the public meanwhile.
      for (const key of Object.values(keys)) await bucket.removeFile(key);
      return;
    }
    await bucket.removeFile(keys.about);
    if (!(await pack(period, current, ports))) continue;
    const note = {
      period,
      generation,
      tables: current.length,
      projects: current.reduce((sum, { projects }) => sum + projects, 0),
    } satisfies z.infer<typeof about>;
    const file = { ...jsonFile(`bundle-${period}`), lasting: false };
    await bucket.publishFile(keys.about, jsonBytes(note), file);
  }
  throw new Error(`what is public of ${period} changed ${TRIES} times while it was packed`);
}

const generationOf = (current: readonly Publication[]): string =>
  sha256(
    new TextEncoder().encode(
      JSON.stringify(current.map(({ name, files }) => [name, files.map(({ key }) => key)])),
    ),
  );

/** The note is taken out first and written last: what it says holds. */
async function isPacked(
  period: string,
  generation: string,
  { publicFiles: bucket }: PublishPorts,
): Promise<boolean> {
  const bytes = await bucket.readFile(bundleKeys(period).about);
  if (bytes === null) return false;
  return about.parse(JSON.parse(new TextDecoder().decode(bytes))).generation === generation;
}

const isQuiet = (own: readonly Publication[], now: Date): boolean =>
  own
    .flatMap(({ publishedAt, endedAt }) => [publishedAt, ...(endedAt === null ? [] : [endedAt])])
    .map((at) => now.getTime() - Date.parse(at))
    // One of the future is by a clock that is ahead.
    .every((age) => age < 0 || age >= QUIET);

/** False when something was taken out meanwhile: it is then to be seen what is public now. */
async function pack(
  period: string,
  current: readonly Publication[],
  { publicFiles: bucket }: PublishPorts,
): Promise<boolean> {
  const keys = bundleKeys(period);
  const tables = () => publicTables(current, bucket);
  try {
    const columns = await columnsOf(tables());
    const zip = { contentType: 'application/zip', downloadName: `tables-${period}.zip` };
    const csv = encoded(projectsCsv(tables(), columns));
    const json = encoded(projectsJson(period, tables(), columns));
    await bucket.streamFile(keys.csv, csv, csvFile(`projects-${period}`));
    await bucket.streamFile(keys.json, json, jsonFile(`projects-${period}`));
    await bucket.streamFile(keys.zip, bundleOf(period, current, columns, bucket), zip);
    return true;
  } catch (error) {
    if (error instanceof OvertakenError) return false;
    throw error;
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
