import type { ProviderId } from './target.ts';

/** A tenth of a resend is earned by every request, so that resends never add more than a tenth to the load. */
const earnedPerRequest = 0.1;
const most = 10;
/** Lets the first requests of a quiet gateway be resent too. */
const atFirst = 3;

/** How many resends a provider can still bear. During an outage every request wants one. */
export class RetryBudget {
  readonly #credit = new Map<ProviderId, number>();

  earn(provider: ProviderId): void {
    this.#credit.set(provider, Math.min(most, this.left(provider) + earnedPerRequest));
  }

  left(provider: ProviderId): number {
    return this.#credit.get(provider) ?? atFirst;
  }

  spend(provider: ProviderId): void {
    this.#credit.set(provider, this.left(provider) - 1);
  }
}
