import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RealSystem } from './running-system.ts';

/** The public bucket as a web server hands it out. */
export interface PublicSite {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves the public bucket of a system: a folder by its `index.html`. */
export async function servePublic({ publicFile }: RealSystem): Promise<PublicSite> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const key = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
    const found = await publicFile(key);
    response.writeHead(found === null ? 404 : 200, {
      'content-type': found?.contentType ?? 'text/plain',
    });
    response.end(found?.bytes ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
