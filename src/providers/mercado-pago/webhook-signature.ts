import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** What a notification says to be signed by, as it arrived; null for what is absent. */
export interface SignedParts {
  /** `x-signature`: `ts=1789487640,v1=<64 hexadecimal digits>`. */
  readonly signature: string | null;
  readonly requestId: string | null;
  /** `data.id` of the query. */
  readonly dataId: string | null;
}

/** How far the instant of a signature may be from now, to either side. Each redelivery is signed anew. */
const longestAgeMs = 5 * 60_000;

/** Instants of 13 digits are milliseconds: of the pages some show them, while those that arrive are in seconds. */
const leastMilliseconds = 1e12;

/**
 * Whether a notification is signed with the secret, and shortly before or after `now`. The pages have the id in lower case,
 * and what arrives is signed over the id as it stands in the address: both are tried, whatever the first of them says.
 */
export function isSigned({ signature, requestId, dataId }: SignedParts, secret: Secret, now: number): boolean {
  const { ts, digest } = versionOneOf(signature ?? '');
  const matches = [dataId, dataId?.toLowerCase() ?? null].map((id) =>
    timingSafeEqual(digestOf(manifestOf(id, requestId, ts), secret), digest),
  );
  return ts !== '' && matches.includes(true) && Math.abs(now - instantOf(ts)) <= longestAgeMs;
}

/** Parts of other names may come to stand beside these. What is not as it should be is a digest that nothing has. */
function versionOneOf(signature: string): { readonly ts: string; readonly digest: Buffer } {
  const parts = signature.split(',').map((part) => part.split('=', 2).map((text) => text.trim()));
  const textOf = (wanted: string) => parts.find(([name]) => name === wanted)?.[1] ?? '';
  const [ts, v1] = [textOf('ts'), textOf('v1')];
  const isWhole = /^\d{1,15}$/.test(ts) && /^[\da-f]{64}$/i.test(v1);
  return isWhole ? { ts, digest: Buffer.from(v1, 'hex') } : { ts: '', digest: Buffer.alloc(32) };
}

/** Every part ends with a semicolon, the last one too; one that is absent is left out. */
function manifestOf(id: string | null, requestId: string | null, ts: string): string {
  const parts = [
    ['id', id],
    ['request-id', requestId],
    ['ts', ts],
  ] as const;
  return parts.map(([name, value]) => (value === null ? '' : `${name}:${value};`)).join('');
}

function digestOf(manifest: string, secret: Secret): Buffer {
  return createHmac('sha256', secret.reveal()).update(manifest).digest();
}

function instantOf(ts: string): number {
  const number = Number(ts);
  return number > leastMilliseconds ? number : number * 1_000;
}
