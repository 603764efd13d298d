import type { Tenancy } from '../config/tenancy.ts';

/**
 * The newer state of the files, in which each tenant whose own settings are wrong has what it had before: one merchant's
 * mistake keeps no other from its new credentials. Who was not there before is not there yet.
 */
export function withMistakenKept(before: Tenancy, next: Tenancy): Tenancy {
  if (next.mistaken.size === 0) return next;
  const kept = [...next.providers].map(([name, providers]) => {
    return [name, next.mistaken.has(name) ? before.providers.get(name) : providers] as const;
  });
  const providers = new Map(kept.flatMap(([name, of]) => (of === undefined ? [] : [[name, of]])));
  const named = [...(next.recordNames ?? [])].filter(([, recordName]) => providers.has(recordName));
  return { ...next, providers, recordNames: next.recordNames && new Map(named) };
}
