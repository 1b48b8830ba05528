import { publish } from '../../shared/pipeline.ts';
import { type SiteIndex, siteIndexSchema } from '../../shared/publish/site-index.ts';
import { SITE_KEYS, submissionPage } from '../../shared/publish/site-keys.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { nameOf } from '../memory-store/tables.ts';
import type { Edition } from './editions.ts';
import { plantedInFile } from './public-bucket.ts';
import type { System } from './system.ts';

/** Key → bytes of what everybody can read now. */
const publicNow = ({ world }: System): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...world.publicFiles].flatMap(([key, { bytes }]) => (bytes === null ? [] : [[key, bytes]])),
  );

const editionsOf = ({ onRecord }: System): readonly Edition[] =>
  [...onRecord.values()].flatMap(({ editions }) => editions);

/** What is public now: neither taken out by an act, nor purged. */
const standingEditions = (system: System): readonly Edition[] =>
  editionsOf(system).filter((edition) => edition.ended === null && !isPurged(system, edition));

const isPurged = ({ world: { tables } }: System, edition: RevisionKey): boolean =>
  tables.revisions.get(nameOf(edition))?.[edition.revision - 1]?.revision.verdict?.outcome
    .status === 'purged';

/** Of what was withdrawn, replaced or purged no file is left, and no page tells what stood in it. */
export function* formerFiles(system: System): Iterable<string> {
  const standing = standingEditions(system);
  const keys = new Set(standing.flatMap((edition) => [...edition.keys]));
  const editions = editionsOf(system);
  for (const key of publicNow(system).keys()) {
    if (!key.startsWith('files/') || keys.has(key)) continue;
    const former = editions.find((edition) => edition.keys.has(key));
    const how = former !== undefined && isPurged(system, former) ? 'purged' : former?.ended;
    yield `${key} of ${former && nameOf(former)}/${former?.revision} is still public, though ${how}`;
  }
  for (const [key, bytes] of publicNow(system)) {
    if (key.startsWith('files/')) continue;
    for (const planted of plantedInFile(bytes)) {
      if (standing.some(({ shown }) => shown.has(planted))) continue;
      if (mayTellAsFormer(system, key, planted)) continue;
      yield `${key} still tells ${planted}`;
    }
  }
}

/** An erratum says on its page what stood before, unless that is masked by now. */
function mayTellAsFormer(system: System, key: string, planted: string): boolean {
  return standingEditions(system).some((edition) => {
    const { editions = [] } = system.onRecord.get(nameOf(edition)) ?? {};
    const before = editions.findLast(({ ended }) => ended === 'replaced');
    const isPage = key === submissionPage(edition.period, edition.submitter);
    const isHidden = edition.hidden.has(planted);
    return isPage && !isHidden && before?.shown.has(planted) === true && !isPurged(system, before);
  });
}

/** Index, pages and the store's PUBLICATION items say alike what is public, and it is all there. */
export function* siteProblems(system: System): Iterable<string> {
  const files = publicNow(system);
  const standing = standingEditions(system);
  for (const { keys, ...edition } of standing) {
    for (const key of keys) {
      if (!files.has(key)) yield `${key} of ${nameOf(edition)} is not public`;
    }
  }
  const textOf = (key: string): string => new TextDecoder().decode(files.get(key));
  const index = textOf(SITE_KEYS.index);
  if (index === '') {
    if (standing.length > 0) yield 'there is no index';
    return;
  }
  const { publications } = siteIndexSchema.parse(JSON.parse(index));
  yield* indexProblems(system, publications);
  const manifest: { files: { key: string }[] } = JSON.parse(textOf(SITE_KEYS.manifest));
  const named = manifest.files.map(({ key }) => key).sort();
  const wanted = standing.flatMap(({ keys }) => [...keys]).sort();
  if (JSON.stringify(named) !== JSON.stringify(wanted)) yield 'the manifest names other files';
  for (const [name, { editions }] of system.onRecord) {
    const [period = '', submitter = ''] = name.split('/');
    const page = textOf(submissionPage(period, submitter));
    const isStanding = standing.some((edition) => nameOf(edition) === name);
    if (page.includes('<table class="cards"') !== isStanding) {
      yield `the page of ${name} ${isStanding ? 'lacks its' : 'shows a'} table`;
    }
    if (editions.length === 0 && page !== '') yield `${name} has a page and was never public`;
  }
}

function* indexProblems(system: System, listed: SiteIndex['publications']): Iterable<string> {
  const { tables } = system.world;
  const standing = standingEditions(system);
  const current = listed.filter(({ status }) => status === 'current');
  const named = current.map(({ period, submitter }) => `${period}/${submitter}`).sort();
  const wanted = standing.map(nameOf).sort();
  if (JSON.stringify(named) !== JSON.stringify(wanted)) {
    yield `the index says that ${named} are current, and ${wanted} are`;
  }
  if (listed.length !== tables.publications.size) yield 'the index lists other publications';
  for (const publication of tables.publications.values()) {
    const { submitter, edition, revision } = publication;
    const review = tables.heads.get(nameOf(publication))?.review;
    const status = review?.revisions[revision]?.state;
    const isMasked = (review?.revisions[review.published ?? 0]?.masks.length ?? 0) > 0;
    if (isMasked && publication.code != null) {
      yield `the check code of edition ${edition} of ${submitter} is told, and cells are masked`;
    }
    const isCurrent = publication.status === 'current';
    if (isCurrent !== (status === 'published' && !isPurged(system, publication))) {
      yield `edition ${edition} of ${submitter} is ${publication.status}, its revision ${status}`;
    }
  }
}

/** Publishes everything once more: nothing may change by that. */
export async function publishAgain(system: System): Promise<void> {
  const before = contents(system);
  const { ports, tables } = system.world;
  for (const { period, submitter, review } of tables.heads.values()) {
    if (review !== undefined) await publish({ period, submitter }, ports);
  }
  const after = contents(system);
  for (const [key, content] of after) {
    if (before.get(key) === content) continue;
    system.problems.add(`public-agrees: ${key} is another one when it is published again`);
  }
}

const contents = (system: System): ReadonlyMap<string, string> =>
  new Map([
    ...[...publicNow(system)].map(
      ([key, bytes]) => [key, Buffer.from(bytes).toString('latin1')] as const,
    ),
    ...[...system.world.tables.publications].map(
      ([key, value]) => [key, JSON.stringify(value)] as const,
    ),
  ]);
