import { hash } from 'node:crypto';
import { keyLength } from '../target/key-length.ts';
import type { Target, TargetKind } from '../target/target.ts';

/** Whether a client's key can be accepted: visible ASCII characters, as many as `keyLength` allows. */
export function isValidKey(key: string): boolean {
  return key.length >= keyLength.min && key.length <= keyLength.max && /^[\x21-\x7e]*$/.test(key);
}

/** A refused key as it may be shown again: escaped, and cut at the longest length. */
export function shownKey(key: string): string {
  const escaped = key.slice(0, keyLength.max).replace(/[^\x21-\x7e]/g, escapeOf);
  return escaped.slice(0, keyLength.max);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * The key of one item of a bulk request that came with a key of its own. It follows from the target, so that the same
 * items in another order repeat the same cancellations.
 */
export function keyOfItem(requestKey: string, kind: TargetKind, id: string): string {
  return hash('sha256', `bulk|${requestKey}|${kind}|${id}`, 'base64url');
}

/** What a key was used for; a key that comes with another fingerprint is refused. */
export type Fingerprint = string;

export function fingerprintOf(target: Target, authorizationId: string | null): Fingerprint {
  const parts = [`cancel_${target.kind}`, target.provider, target.id, authorizationId ?? ''];
  return hash('sha256', parts.join('|'), 'hex');
}
