import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fontPrinter } from '../../functions/render/printer.ts';
import { siteAssetsIn } from '../../functions/site-assets.ts';
import { bundleSite } from '../../infra/site-bundle.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import type { World } from '../memory-ports.ts';
import { acceptedWorld, publication, publicNow, sendAgain, takeAll } from '../published-world.ts';
import { act } from '../review-acts.ts';
import { sample2021 } from '../sample-records.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml; charset=utf-8',
};

/** The public bucket of a world at an address of its own, as its distribution would show it. */
export interface PublicPages {
  readonly origin: string;
  readonly world: World;
  /** The PDF of an edition, also of one that is public no more. */
  readonly pdfs: readonly Buffer[];
  /** Methods and paths that were asked for. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** Publishes the sample of 2021 and an erratum of one goal, with the real pages, scripts and PDFs, and serves it. */
export async function servePublic(): Promise<PublicPages> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jixiao-site-'));
  await bundleSite(folder);
  const assets = siteAssetsIn(folder);
  await rm(folder, { recursive: true });
  const { world, pdfs } = await publishedSample({ assets, printer: fontPrinter(sourcePlaces()) });
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${pathname}`);
    const key = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const bytes = publicNow(world).get(key.slice(1));
    const shown = bytes ?? publicNow(world).get('not-found.html');
    const type = TYPES[bytes === undefined ? 'html' : (key.split('.').at(-1) ?? '')];
    response.writeHead(bytes === undefined ? 404 : 200, {
      'content-type': type ?? 'application/octet-stream',
    });
    response.end(shown);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    world,
    pdfs,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function publishedSample(ports: Partial<World['ports']>) {
  const { records } = sample2021().recordSet;
  const rows = records.map(({ texts }) => ({ projectName: texts['projectName'] ?? '' }));
  const world = await acceptedWorld(rows);
  Object.assign(world.ports, ports);
  fillIn(world, 1);
  await takeAll(world, publication());
  const first = pdfOf(world);
  await sendAgain(world, [...rows.slice(0, -1), { ...rows.at(-1), problems: '无' }], 3);
  fillIn(world, 2, { annualGoal: '更正后的目标' });
  const cells = [{ ...placeOf(world, 2, 3), field: 'overallCompletion' }];
  await takeAll(world, [act('finance', 'take', 2)]);
  const masks = [act('first', { kind: 'mask', cells, reason: '理由' }, 2)];
  await takeAll(world, publication(2, masks));
  return { world, pdfs: [first, pdfOf(world)] };
}

/** Puts the published texts in place of those that were sent, the first project's changed. */
function fillIn(world: World, revision: number, changed: Readonly<Record<string, string>> = {}) {
  const rows = world.tables.rows.get(`2021/LG-FGJ/${revision}`);
  for (const { source: _, ...record } of sample2021().recordSet.records) {
    const sent = rows?.get(record.number);
    if (sent === undefined) throw new Error(`no project ${record.number}`);
    const texts = record.number === 1 ? { ...record.texts, ...changed } : record.texts;
    rows?.set(record.number, { ...sent, ...record, texts });
  }
}

function placeOf(world: World, revision: number, number: number) {
  const source = world.tables.rows.get(`2021/LG-FGJ/${revision}`)?.get(number)?.source;
  if (source === undefined) throw new Error(`no project ${number}`);
  return { sheet: source.sheet, row: source.row };
}

function pdfOf(world: World): Buffer {
  const found = [...publicNow(world)].find(([key]) => key.endsWith('.pdf'));
  return Buffer.from(found?.[1] ?? []);
}
