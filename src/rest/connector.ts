import { isIP, type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { buildConnector } from 'undici';
import type { Clock } from '../cancellation/clock.ts';
import type { UnsentReason } from './result.ts';

/** TCP gets one second, TLS one more. */
const stageMs = 1_000;

/** Codes of a TLS handshake that was cut off. Any other says that the peer is not who it should be. */
const cutOff = new Set(['timeout', 'closed', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** A connection that was never made, so that nothing can have been sent over it. */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure';
  readonly reason: UnsentReason;
  readonly systemCode: string;

  constructor(stage: Stage, code: string, cause?: unknown) {
    super(`${stage} ${code}`, { cause });
    this.reason = reasonOf(stage, code);
    this.systemCode = code;
  }
}

type Stage = 'connect' | 'TLS';

function reasonOf(stage: Stage, code: string): UnsentReason {
  if (stage === 'TLS') return cutOff.has(code) ? 'tls-cut-off' : 'wrong-peer';
  return code === 'ENOTFOUND' ? 'unknown-host' : 'connect-failed';
}

/**
 * Connects a pool. It is our own, not undici's, because undici's timers fire up to a second late and one limit covers TCP
 * and TLS together, and because every error from here is then known to come from before the request.
 */
export function createConnector(clock: Clock, ca?: string): buildConnector.connector {
  return (target, callback) => {
    open(target, clock, ca).then(
      (socket) => callback(null, socket),
      (error: ConnectFailure) => callback(error, null),
    );
  };
}

async function open(target: buildConnector.Options, clock: Clock, ca: string | undefined): Promise<Socket> {
  const { hostname: host, protocol, port } = target;
  const secure = protocol === 'https:';
  const tcp = tcpConnect({ host, port: Number(port || (secure ? 443 : 80)), noDelay: true, keepAlive: true });
  await established(tcp, 'connect', 'connect', clock);
  if (!secure) return tcp;
  const servername = isIP(host) === 0 ? host : undefined;
  const tls = tlsConnect({ socket: tcp, host, servername, ALPNProtocols: ['http/1.1'], ca });
  await established(tls, 'secureConnect', 'TLS', clock);
  return tls;
}

function established(socket: Socket, event: string, stage: Stage, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelTimeout = clock.after(stageMs, () => fail('timeout'));
    const fail = (code: string, cause?: unknown) => {
      cancelTimeout();
      socket.destroy();
      reject(new ConnectFailure(stage, code, cause));
    };
    // These two stay on the socket: an error after the connection is undici's to report, and here it changes nothing.
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name, error));
    socket.once('close', () => fail('closed'));
    socket.once(event, () => {
      cancelTimeout();
      resolve();
    });
  });
}
