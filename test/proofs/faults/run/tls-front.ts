import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { listen, stop } from '../../../rest/peer.ts';
import { temporaryDirectory } from '../../../temporary-directory.ts';
import type { ConnectionFault } from '../rows/variant.ts';

/** Certificates of an authority of our own, made anew for every pass. */
export interface Certificates {
  /** The file of the authority, for `NODE_EXTRA_CA_CERTS`. */
  readonly authority: string;
  readonly key: string;
  readonly good: string;
  readonly otherHost: string;
  readonly expired: string;
  readonly selfSigned: string;
}

export function makeCertificates(): Certificates {
  const folder = temporaryDirectory('faults-tls');
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...newKey, '-days', '2', '-keyout', file('ca.key'), '-out', file('ca'), '-subj', '/CN=ca');
  openssl('req', ...newKey, '-keyout', file('key'), '-out', file('csr'), '-subj', '/CN=faults');
  const signed = (host: string, days: string) => {
    writeFileSync(file('names'), `subjectAltName=DNS:${host}\n`);
    const by = ['-CA', file('ca'), '-CAkey', file('ca.key'), '-CAcreateserial', '-extfile', file('names')];
    openssl('x509', '-req', '-in', file('csr'), ...by, '-days', days, '-out', file('cert'));
    return readFileSync(file('cert'), 'utf8');
  };
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost\n');
  openssl('x509', '-req', '-in', file('csr'), '-key', file('key'), '-extfile', file('names'), '-out', file('self'));
  return {
    authority: file('ca'),
    key: readFileSync(file('key'), 'utf8'),
    good: signed('localhost', '2'),
    otherHost: signed('other.example', '2'),
    expired: signed('localhost', '-1'),
    selfSigned: readFileSync(file('self'), 'utf8'),
  };
}

/** TLS in front of a provider, or what may be met there instead. */
export class TlsFront {
  readonly #accept: (socket: Socket) => void;
  readonly #certificates: Certificates;
  readonly #server = createServer((socket) => this.#meet(socket));
  #fault: ConnectionFault | null = null;

  constructor(certificates: Certificates, accept: (socket: Socket) => void) {
    this.#certificates = certificates;
    this.#accept = accept;
  }

  listen(): Promise<number> {
    return listen(this.#server);
  }

  set(connectionFault: ConnectionFault | null): void {
    this.#fault = connectionFault;
  }

  close(): Promise<void> {
    return stop(this.#server);
  }

  #meet(socket: Socket): void {
    const { good, otherHost, expired, selfSigned } = this.#certificates;
    const certificates = new Map<ConnectionFault | null, string>([
      ['self-signed', selfSigned],
      ['wrong-host', otherHost],
      ['expired', expired],
    ]);
    if (this.#fault === 'plain-text') socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    else if (this.#fault === 'handshake-hangs') socket.resume();
    else if (this.#fault === 'handshake-reset') socket.once('data', () => socket.resetAndDestroy());
    else this.#tls(certificates.get(this.#fault) ?? good, socket);
  }

  #tls(cert: string, socket: Socket): void {
    const server: TlsServer = createTlsServer({ key: this.#certificates.key, cert }, this.#accept);
    server.on('tlsClientError', () => undefined);
    server.emit('connection', socket);
  }
}
