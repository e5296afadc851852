// A small web site for a test: pages from memory, on 127.0.0.1 and, as a second site, on localhost.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** Text, or text with headers of its own (they win over the ones found by the path's ending). */
export type SitePage = string | { body: string; headers: Record<string, string> };

export interface Site {
  /** The page's address; `host` picks one of the two names, which are different sites to the browser and to site rules. */
  url(path: string, host?: '127.0.0.1' | 'localhost'): string;
  /** Adds a page or puts another in its place. */
  set(path: string, page: SitePage): void;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Serves `pages` by path (`/a.html`, a missing first slash is added); the query is ignored, a path without ending is HTML. */
export async function startSite(pages: Record<string, SitePage>): Promise<Site> {
  const held = new Map(Object.entries(pages).map(([path, page]) => [slashed(path), page]));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const page = held.get(path);
    if (page !== undefined) {
      const { body, headers } = typeof page === 'string' ? { body: page, headers: {} } : page;
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'], 'cache-control': 'no-store', ...headers }).end(body);
    } else if (path === '/favicon.ico') {
      // Browsers ask for it by themselves; an answer without a picture keeps it out of their consoles.
      response.writeHead(204).end();
    } else {
      response.writeHead(404, { 'content-type': TYPES['.txt'] }).end(`no page ${path}`);
    }
  });
  // Both families where there are both: "localhost" may mean ::1 first.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${slashed(path)}`,
    set: (path, page) => void held.set(slashed(path), page),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function slashed(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
