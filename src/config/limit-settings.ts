import type { AuthSettings } from '../auth/auth-settings.ts';
import type { RateLimitSettings } from '../limits/rate-limit-settings.ts';
import type { Environment } from './environment.ts';

/** Without authentication there is one caller, a developer, whom nothing is kept from. */
export function readRateLimits(environment: Environment, auth: AuthSettings['mode']): RateLimitSettings {
  const limit = (usual: number) => ({ min: 0, max: 1_000_000, fallback: auth === 'none' ? 0 : usual });
  return {
    cancels: environment.wholeNumber('RATE_LIMIT_CANCELS_PER_MINUTE', limit(60)),
    shopperCancels: environment.wholeNumber('RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE', limit(5)),
    reads: environment.wholeNumber('RATE_LIMIT_READS_PER_MINUTE', limit(600)),
    notFound: environment.wholeNumber('RATE_LIMIT_NOT_FOUND_PER_MINUTE', limit(20)),
  };
}

export function readMaxRequestsInFlight(environment: Environment): number {
  return environment.wholeNumber('MAX_REQUESTS_IN_FLIGHT', { min: 1, max: 65_536, fallback: 512 });
}

export function readMaxLiveConnections(environment: Environment): number {
  return environment.wholeNumber('MAX_LIVE_CONNECTIONS', { min: 0, max: 1_000_000, fallback: 10_000 });
}
