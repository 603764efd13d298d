import type { ProviderId, Target } from './target.ts';

/** One provider as one tenant reaches it, with credentials of its own: what goes wrong in one lane is no matter of another. */
export interface Lane {
  readonly tenant: string;
  readonly provider: ProviderId;
}

/** A target and whose it is, as of a record or of a request. */
export interface OfTenant {
  readonly tenant: string;
  readonly target: Target;
}

export function laneOf({ tenant, target }: OfTenant): Lane {
  return { tenant, provider: target.provider };
}

/** The lane as the key of a map: neither the id of a provider nor the name of a tenant's records has a space. */
export function nameOf({ tenant, provider }: Lane): string {
  return `${provider} ${tenant}`;
}
