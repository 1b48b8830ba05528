import { statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type SiteIndex, siteIndexSchema } from '../../shared/publish/site-index.ts';
import { type CopyStatus, statusOfCopy } from '../../shared/publish/verify-copy.ts';
import { dayInChina } from '../../shared/severity.ts';
import { sha256 } from '../../shared/sha256.ts';
import { printable } from '../printable.ts';
import { openFile } from './open-files.ts';
import { readOptions } from './options.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

/** `jixiao verify`: what a site says of a copy of a published file. Exit code 0 if it is current. */
export function verify(args: readonly string[]): number {
  const { files, site, json } = readOptions(args, ['site', 'json']);
  const [file] = files;
  if (file === undefined || files.length > 1 || site === null) {
    throw new UsageError('用法 usage: jixiao verify FILE --site INDEX');
  }
  const hash = sha256(openFile(file));
  const found = statusOfCopy(hash, openIndex(site));
  if (json) print(JSON.stringify({ file, sha256: hash, ...found }, null, 2));
  else {
    print(printable(`${file}：${described(found)}`));
    print(`SHA-256 ${hash}`);
  }
  return found.status === 'current' ? 0 : 1;
}

function openIndex(site: string): SiteIndex {
  const isFolder = statSync(site, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? path.join(site, 'index.json') : site;
  try {
    return siteIndexSchema.parse(JSON.parse(new TextDecoder().decode(openFile(file))));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new UsageError(`${file} 不是公开网站的 index.json / is not a site's index.json`);
    }
    throw error;
  }
}

function described(found: CopyStatus): string {
  if (found.status === 'unknown') {
    return '未找到：从未公开，或已被改动 / unknown: never published, or changed since';
  }
  const { title, edition, publishedAt, endedAt, endedReason } = found.publication;
  const what = `${title}（第 ${edition} 版，${dayInChina(publishedAt)} 公开）`;
  if (found.status === 'current') return `现行 ${what} / current`;
  const ended = dayInChina(endedAt ?? publishedAt);
  if (found.status === 'withdrawn') {
    return `已于 ${ended} 撤回 ${what}，原因：${endedReason ?? '—'} / withdrawn`;
  }
  const why = found.by?.reason ?? null;
  return (
    `已于 ${ended} 被更正版替代 ${what}${why === null ? '' : `，原因：${why}`}` +
    `${found.by === null ? '；更正版已撤回' : `；更正版见 ${found.by.page}`} / replaced`
  );
}
