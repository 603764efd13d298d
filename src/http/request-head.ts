import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const maxHeaders = 100;

/** Of two Node drops one in silence, and it may be the one that a proxy acted on. Credentials given twice are not valid. */
const onceOnly: ReadonlySet<string> = new Set(['host', 'content-type', 'content-encoding']);

const hostAndPort = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Refuses a head that two readers may understand differently: what stands before the gateway may have read it otherwise. */
export function requirePlainHead({ rawHeaders, headers, url = '', httpVersion }: IncomingMessage): void {
  if (rawHeaders.length > 2 * maxHeaders) {
    throw refused(431, `A request may have ${maxHeaders} headers at most.`);
  }
  if (httpVersion !== '1.1' && httpVersion !== '1.0') throw refused(400, 'Speak HTTP/1.1.');
  // `*` is OPTIONS about the server as a whole; an address with a host in it is for proxies.
  if (!url.startsWith('/') && url !== '*') throw refused(400, 'The address of a request is a path.');
  const twice = nameGivenTwice(rawHeaders);
  if (twice !== null) throw refused(400, `The header ${twice} is given twice.`);
  if (headers.host === undefined ? httpVersion === '1.1' : !hostAndPort.test(headers.host)) {
    throw refused(400, 'The header host names no host.');
  }
  if ((headers['transfer-encoding'] ?? 'chunked').toLowerCase() !== 'chunked') {
    throw refused(400, 'A body is sent chunked or with its length.');
  }
}

function nameGivenTwice(rawHeaders: readonly string[]): string | null {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!onceOnly.has(name)) continue;
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}

/** The connection ends with it: where the next request on it begins is not certain. */
function refused(status: number, message: string): Refusal {
  return new Refusal(status, 'BAD_REQUEST', message, { connection: 'close' });
}
