import type { EmulatedProvider } from './provider.ts';
import { type EmulatedProviders, emulatedProviders } from './registry.ts';
import type { SandboxId } from './sandbox-id.ts';

export function sandboxIdsOf(providers: readonly EmulatedProvider[]): SandboxId[] {
  return providers.flatMap(({ id, sandboxIds }) => sandboxIds.map((row) => ({ provider: id, ...row })));
}

/** Every id with a known answer. */
export const sandboxIds: readonly SandboxId[] = sandboxIdsOf(emulatedProviders);

type FreshIds = { readonly [One in EmulatedProviders[number] as One['id']]: One['freshIds'] };

/** By provider and target, the n-th id that can be cancelled once; there are as many as wanted. */
export const freshIds = Object.fromEntries(emulatedProviders.map(({ id, freshIds }) => [id, freshIds])) as FreshIds;
