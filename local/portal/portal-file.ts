import path from 'node:path';

/** How a file of the portal is served. */
export interface PortalFile {
  readonly contentType: string;
  readonly cacheControl: string;
}

/** A name under `assets/` holds a hash of the content: under this name it never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept, but asked for each time: so that a new version of the portal is seen at once. */
const ASKED_ANEW = 'no-cache';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** How the file at a key is served. Throws for an ending that no type is known of. */
export function portalFile(key: string): PortalFile {
  const contentType = TYPES[path.posix.extname(key)];
  if (contentType === undefined) {
    throw new Error(
      `不知道门户文件 ${key} 的类型，请在 local/portal/portal-file.ts 中写明 / the type of ${key} is not known: name it in local/portal/portal-file.ts`,
    );
  }
  return { contentType, cacheControl: key.startsWith('assets/') ? IMMUTABLE : ASKED_ANEW };
}
