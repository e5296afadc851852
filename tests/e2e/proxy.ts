// A proxy that writes down what a browser asks for: what is not in its list has not left the browser (over HTTP).
// It carries plain HTTP to loopback only, where the test sites are; for https sites that a test names it answers itself; everything else is noted and refused.
import { readFileSync } from 'node:fs';
import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What an https site that the proxy stands in for was asked. */
interface Visit {
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingProxy {
  readonly port: number;
  /** Absolute URLs in the order they were asked for; `CONNECT host:port` for what wanted a tunnel (https, wss). */
  readonly requests: readonly string[];
  /** In the order in which they came: all that the sites were asked that the proxy stands in for. */
  readonly visits: readonly Visit[];
  /** Forgets what was recorded. */
  clear(): void;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What stands in for every page of an https site; its icon is in it, so that none is asked for. */
const STAND_IN =
  '<!doctype html><html lang="en"><head><title>Stand-in</title><link rel="icon" href="data:,"></head><body></body></html>';

/** @param standsInFor names of https sites that the proxy answers for, to browsers that believe any certificate. */
export async function startProxy(standsInFor: readonly string[] = []): Promise<RecordingProxy> {
  const requests: string[] = [];
  const visits: Visit[] = [];
  const pem = readFileSync(new URL('./stand-in.pem', import.meta.url));
  const standIn = createSecureServer({ key: pem, cert: pem }, ({ headers, url }, outgoing) => {
    visits.push({ address: `https://${headers.host}${url}`, headers });
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(STAND_IN);
  });
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? '';
    requests.push(address);
    const target = URL.canParse(address) ? new URL(address) : null;
    if (target?.protocol !== 'http:' || !LOOPBACK.has(target.hostname)) {
      outgoing
        .writeHead(502, { 'content-type': 'text/plain' })
        .end(`the test proxy does not go to ${address}`);
      return;
    }
    const { 'proxy-connection': _hop, ...headers } = incoming.headers;
    // The test sites listen on IPv4 alone.
    const onward = ask(
      {
        host: '127.0.0.1',
        port: target.port,
        path: target.pathname + target.search,
        method: incoming.method,
        headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', (error) => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    });
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url ?? ''}`);
    socket.on('error', () => {});
    if (standsInFor.some((site) => incoming.url === `${site}:443`)) {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      standIn.emit('connection', socket);
      return;
    }
    socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
  });
  // Plain ws:// goes by an upgrade where a browser does not tunnel it.
  server.on('upgrade', (incoming, socket) => {
    requests.push(incoming.url ?? '');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    visits,
    clear: () => {
      requests.length = 0;
      visits.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        standIn.closeAllConnections();
      }),
  };
}
