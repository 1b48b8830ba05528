import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../portal/dist/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** As strict as an installation may be: nothing from elsewhere, no eval, no inline script. */
const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

type Api = (request: Request) => Promise<Response>;

/** The built pages at an address of their own. */
export interface Pages {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves `portal/dist`: files as they are, every other address with the page. `before` is put before
 * every script, to take away what an older browser lacks; `api` answers what lies below `/api/`.
 */
export async function servePages(before = '', api?: Api): Promise<Pages> {
  if (!existsSync(path.join(DIST, 'index.html'))) {
    throw new Error('portal/dist is missing: run `npm run build:portal` first');
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (api !== undefined && pathname.startsWith('/api/')) {
      void answerBy(api, request, response);
      return;
    }
    const asked = path.join(DIST, path.normalize(decodeURIComponent(pathname)));
    const isFile = asked.startsWith(DIST) && existsSync(asked) && statSync(asked).isFile();
    if (!isFile && pathname.startsWith('/assets/')) {
      response.writeHead(404).end();
      return;
    }
    const file = isFile ? asked : path.join(DIST, 'index.html');
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    if (path.extname(file) === '.js') response.write(before);
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answerBy(api: Api, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', headers, url = '/' } = asked;
  const body = new Uint8Array(await buffer(asked));
  const request = new Request(new URL(url, `http://${headers.host}`), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    ...(method === 'GET' ? {} : { body }),
  });
  const answer = await api(request);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(new Uint8Array(await answer.arrayBuffer()));
}
