import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type SiteAssets, siteAsset } from '../shared/site.ts';

/** The files that pages of the public site load, from the folder that `infra/site-bundle.ts` built. */
export function siteAssetsIn(folder: string): SiteAssets {
  const asset = (name: string, extension: Parameters<typeof siteAsset>[1]) =>
    siteAsset(name, extension, readFileSync(path.join(folder, `${name}.${extension}`)));
  return {
    style: asset('site', 'css'),
    search: asset('search', 'js'),
    verify: asset('verify', 'js'),
    icon: asset('icon', 'svg'),
  };
}
