// A small web site on loopback for the demo and the tests.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page: its body, or body and headers. */
export type SitePage = string | { readonly body: string; readonly headers: Readonly<Record<string, string>> };

export interface Site {
  /** The address of a path; `host` gives the same site under another name. */
  url(path: string, host?: '127.0.0.1' | 'localhost'): string;
  set(path: string, page: SitePage): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  xml: 'application/xml',
  xhtml: 'application/xhtml+xml',
  txt: 'text/plain; charset=utf-8',
  js: 'text/javascript',
};

/** Starts a site that serves the given pages by their paths. */
export async function startSite(pages: Readonly<Record<string, SitePage>> = {}): Promise<Site> {
  const served = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(
      (request.url ?? '/').replace(/^http:\/\/[^/]+/, '').replace(/[?#].*$/, ''),
    );
    const page = served.get(path);
    if (page === undefined) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
    const { body, headers } = typeof page === 'string' ? { body: page, headers: {} } : page;
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    set: (path, page) => served.set(path, page),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
