import type { Clock } from '../cancellation/clock.ts';
import type { KnownProvider } from '../cancellation/tenants.ts';
import type { ConfiguredProvider, ProviderTools } from '../providers/definition.ts';
import { LazyAdapter } from './lazy-adapter.ts';

/** How long an account is asked for, and how long nobody asks again after there was no answer. Milliseconds. */
const askedForMs = 3_000;
const askedAgainAfterMs = 60_000;

/** A provider with the credentials of one tenant, and the account that they open. It lasts as long as they do. */
export class TenantProvider {
  readonly provider: ConfiguredProvider;
  readonly adapter: LazyAdapter;
  readonly #clock: Clock;
  #account = '';
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | null = null;
  #wasAsked = false;

  /** `opened` is told when the adapter is open, and has to be closed some time. */
  constructor(provider: ConfiguredProvider, tools: ProviderTools, opened: () => void) {
    this.provider = provider;
    this.adapter = new LazyAdapter(provider, tools, opened);
    this.#clock = tools.clock;
  }

  get account(): string {
    return this.#account;
  }

  /** Whether it is still open if the provider will say whose the credentials are. */
  get isUnasked(): boolean {
    return this.#namesAccount && !this.#wasAsked;
  }

  get known(): KnownProvider {
    return { definition: this.provider.definition, adapter: this.adapter, account: this.#account };
  }

  /**
   * Asks whose the credentials are, once they are known no more: they open one account for as long as they live. Resolves when
   * the answer is there, or none came in time.
   */
  askAccount(): Promise<void> {
    const isTooSoon = this.#clock.now() - this.#askedAt < askedAgainAfterMs;
    if (this.#namesAccount && this.#account === '' && this.#asking === null && !isTooSoon) {
      this.#askedAt = this.#clock.now();
      this.#asking = this.#ask().finally(() => {
        this.#asking = null;
        this.#wasAsked = true;
      });
    }
    return this.#asking ?? Promise.resolve();
  }

  get #namesAccount(): boolean {
    return this.provider.definition.namesAccount ?? false;
  }

  /** A call like this does not tell how callers fare, and so never keeps any of them from the provider. */
  async #ask(): Promise<void> {
    this.#account = (await this.adapter.account({ deadlineMs: askedForMs, inBackground: true })) ?? '';
  }
}
