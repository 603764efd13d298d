import type { ProviderId } from '../target/target.ts';

/**
 * Earned by every request, and saved up while all goes well. Together they stay below a tenth of the load of an outage:
 * the circuit of a busy gateway opens after some 93 requests and 7 resends, 4 of them earned and 3 saved. A quiet one, whose
 * circuit opens after 20 calls, makes 3 resends among them.
 */
const earnedPerRequest = 0.05;
const most = 3;
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
