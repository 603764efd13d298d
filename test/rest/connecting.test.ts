import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/cancellation/clock.ts';
import { RestClient } from '../../src/rest/rest-client.ts';
import type { RestResult, UnsentReason } from '../../src/rest/result.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { answer, listen, probe, stop } from './peer.ts';

let certificate: { key: string; cert: string };

beforeAll(() => {
  const folder = temporaryDirectory('rest');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const form = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', [...form, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  certificate = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
});

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function call(baseUrl: string, ca?: string): Promise<RestResult> {
  const client = new RestClient({ baseUrl, clock: systemClock, probe, ...(ca !== undefined && { ca }) });
  closers.push(() => client.close());
  return client.call({ method: 'PUT', path: ['x'], headers: {}, json: {}, deadlineMs: 10_000 });
}

async function tlsServer(): Promise<number> {
  const server = createTlsServer(certificate, (socket) => socket.once('data', () => socket.write(answer('{}'))));
  const port = await listen(server);
  closers.push(() => stop(server));
  return port;
}

const unsent = (reason: UnsentReason, systemCode: unknown = null) => ({
  kind: 'failure',
  sent: 'no',
  reason,
  systemCode,
  head: null,
});

it('proves a refused connection unsent', async () => {
  const server = createServer();
  const port = await listen(server);
  await stop(server);
  expect(await call(`http://127.0.0.1:${port}`)).toEqual(unsent('connect-failed', 'ECONNREFUSED'));
  // Two addresses, both refused: the error of such an attempt is another class and names no system call.
  expect(await call(`http://localhost:${port}`)).toEqual(unsent('connect-failed', 'ECONNREFUSED'));
});

it('proves an unknown host name unsent', async () => {
  expect(await call('http://nobody.invalid')).toMatchObject({ kind: 'failure', sent: 'no', head: null });
});

it('gives up a connection that nobody answers after a second', async () => {
  // TEST-NET-1 is routed nowhere; a network that says so at once is as good a proof.
  const started = Date.now();
  expect(await call('http://192.0.2.1')).toMatchObject({ kind: 'failure', sent: 'no', reason: 'connect-failed' });
  expect(Date.now() - started).toBeLessThan(1_500);
});

it('talks TLS to a host it trusts', async () => {
  const port = await tlsServer();
  expect(await call(`https://localhost:${port}`, certificate.cert)).toMatchObject({ kind: 'answer', status: 200 });
});

it('proves a self-signed certificate unsent', async () => {
  const port = await tlsServer();
  expect(await call(`https://localhost:${port}`)).toEqual(unsent('wrong-peer', 'DEPTH_ZERO_SELF_SIGNED_CERT'));
});

it('opens the circuit at the first wrong certificate', async () => {
  const port = await tlsServer();
  const client = new RestClient({ baseUrl: `https://localhost:${port}`, clock: systemClock, probe });
  closers.push(() => client.close());
  const get = () => client.call({ method: 'GET', path: ['x'], headers: {}, deadlineMs: 10_000 });
  expect(await get()).toMatchObject({ reason: 'wrong-peer', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(await get()).toEqual(unsent('circuit-open'));
});

it('proves the certificate of another host unsent', async () => {
  const port = await tlsServer();
  const result = await call(`https://127.0.0.1:${port}`, certificate.cert);
  expect(result).toEqual(unsent('wrong-peer', 'ERR_TLS_CERT_ALTNAME_INVALID'));
});

it('proves a peer that speaks plain text unsent', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  closers.push(() => stop(server));
  const port = await listen(server);
  expect(await call(`https://127.0.0.1:${port}`)).toEqual(unsent('wrong-peer', expect.any(String)));
});

it('gives up a TLS handshake that hangs after a second', async () => {
  let left = () => {};
  const closed = new Promise<void>((resolve) => {
    left = resolve;
  });
  const server = createServer((socket) => socket.resume().on('close', left));
  closers.push(() => stop(server));
  const port = await listen(server);
  const started = Date.now();
  expect(await call(`https://127.0.0.1:${port}`)).toEqual(unsent('tls-cut-off', 'timeout'));
  expect(Date.now() - started).toBeLessThan(1_500);
  await closed;
});
