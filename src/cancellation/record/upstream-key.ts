import { hash } from 'node:crypto';
import type { Target } from '../target/target.ts';

/**
 * The key under which the provider knows a cancellation: 43 characters, base64url. It is derived from the target, not from
 * the client's key, so that two clients, two replicas or a restart can never make a provider cancel twice. The generation
 * rises only after a definite negative, or when the provider has burnt the key; never per attempt. The other spelling of a
 * provider's word is another request, and has a key of its own.
 */
export function upstreamKeyOf(
  { tenant, target, generation }: UpstreamKeySource,
  spelling: string | null = null,
): string {
  const name = ['v1', tenant, target.provider, `cancel_${target.kind}`, target.id, generation];
  const parts = spelling === null ? name : [...name, spelling];
  return hash('sha256', parts.join('|'), 'base64url');
}

interface UpstreamKeySource {
  readonly tenant: string;
  readonly target: Target;
  readonly generation: number;
}

/** So many keys, one generation each, a record may burn. A provider that refuses the third will refuse a fourth. */
const mostGenerations = 3;

interface Sent extends UpstreamKeySource {
  readonly attempts: readonly { readonly upstreamKey: string | null; readonly spelling: string | null }[];
}

/** The generation of the next attempt when the provider has burnt the key: the next one, once, and while there is one left. */
export function generationAfterBurntKey(record: Sent): number {
  const isUsed = (generation: number) =>
    record.attempts.some(
      ({ upstreamKey, spelling }) => upstreamKey === upstreamKeyOf({ ...record, generation }, spelling),
    );
  // To weigh the same answer again must not burn the next key.
  const isBurnt = isUsed(record.generation);
  const isLast = isUsed(record.generation - mostGenerations + 1);
  return isBurnt && !isLast ? record.generation + 1 : record.generation;
}
