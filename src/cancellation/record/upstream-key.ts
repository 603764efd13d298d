import { createHash } from 'node:crypto';
import type { Target } from '../target/target.ts';

/**
 * The key under which the provider knows a cancellation: 43 characters, base64url. It is derived from the target, not from
 * the client's key, so that two clients, two replicas or a restart can never make a provider cancel twice. The generation
 * rises only after a definite negative, or when the provider has burnt the key; never per attempt.
 */
export function upstreamKeyOf({ tenant, target, generation }: UpstreamKeySource): string {
  const name = ['v1', tenant, target.provider, `cancel_${target.kind}`, target.id, generation].join('|');
  return createHash('sha256').update(name).digest('base64url');
}

interface UpstreamKeySource {
  readonly tenant: string;
  readonly target: Target;
  readonly generation: number;
}
