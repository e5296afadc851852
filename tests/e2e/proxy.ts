// A proxy that writes down what a browser asks for: what is not in its list has not left the browser (over HTTP).
// It carries plain HTTP to loopback only, where the test sites are; everything else is noted and refused.
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  readonly port: number;
  /** Absolute URLs in the order they were asked for; `CONNECT host:port` for what wanted a tunnel (https, wss). */
  readonly requests: readonly string[];
  /** Forgets what was recorded. */
  clear(): void;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

export async function startProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
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
    clear: () => void (requests.length = 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
