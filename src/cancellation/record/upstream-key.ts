import { createHash } from 'node:crypto';
import type { Target } from '../target/target.ts';

/**
 * The key under which the provider knows a cancellation. It is derived from the target, not from the client's key, so that
 * two clients, two replicas or a restart can never make a provider cancel twice.
 */
export interface UpstreamKey {
  /** 43 characters, base64url. */
  readonly text: string;
  /** 64 characters, upper case. */
  readonly hex: string;
}

/** `generation` rises only after a definite negative, or when the provider has burnt the key; never per attempt. */
export function upstreamKey(tenant: string, target: Target, generation: number): UpstreamKey {
  const name = ['v1', tenant, target.provider, `cancel_${target.kind}`, target.id, generation].join('|');
  const digest = createHash('sha256').update(name).digest();
  return { text: digest.toString('base64url'), hex: digest.toString('hex').toUpperCase() };
}
