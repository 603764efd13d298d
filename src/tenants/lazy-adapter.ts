import type { Clock } from '../cancellation/clock.ts';
import type { CallTerms, CancelAnswer, CancelCommand, ProviderAdapter, ReadAnswer } from '../cancellation/provider.ts';
import { heldBack } from '../cancellation/rules/attempt-proof.ts';
import type { Target } from '../cancellation/target/target.ts';
import type { ConfiguredProvider, ProviderTools } from '../providers/definition.ts';

/**
 * The adapter of one tenant's provider, which is made when the first call needs it and closed when none has for a while: with
 * it go its connections, its circuits and all else that it holds. One that is retired goes on answering those who hold it.
 */
export class LazyAdapter implements ProviderAdapter {
  readonly #provider: ConfiguredProvider;
  readonly #tools: ProviderTools;
  readonly #opened: () => void;
  /** The APIs from which calls are kept, while somebody probes whether they answer again. */
  readonly #openCircuits = new Set<string>();
  #adapter: ProviderAdapter | null = null;
  #running = 0;
  #usedAt = 0;
  #isRetired = false;
  #isClosed = false;

  /** `opened` is called whenever there is something to close again. */
  constructor(provider: ConfiguredProvider, tools: ProviderTools, opened: () => void) {
    this.#provider = provider;
    this.#opened = opened;
    this.#tools = {
      ...tools,
      circuit: (api, state) => {
        if (state === 'open') this.#openCircuits.add(api);
        else this.#openCircuits.delete(api);
        tools.circuit?.(api, state);
      },
    };
  }

  get isOpen(): boolean {
    return this.#adapter !== null;
  }

  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    if (this.#isClosed) return heldBack(command.target.provider);
    return this.#use((adapter) => adapter.cancel(command));
  }

  async read(target: Target, terms: CallTerms): Promise<ReadAnswer> {
    if (this.#isClosed) return heldBack(target.provider);
    return this.#use((adapter) => adapter.read(target, terms));
  }

  async account(terms: CallTerms): Promise<string | null> {
    if (this.#isClosed) return null;
    return this.#use(async (adapter) => (await adapter.account?.(terms)) ?? null);
  }

  /** Closes what nobody has used for `idleMs`. A circuit that is open is being probed, and so in use. */
  async closeIfIdle(idleMs: number): Promise<void> {
    if (this.#running > 0 || this.#openCircuits.size > 0) return;
    if (this.#clock.now() - this.#usedAt >= idleMs) await this.#release();
  }

  /** There is a newer one. Whoever holds this one may finish with it; it keeps nothing open between their calls. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    // Its successor keeps no calls from them.
    for (const api of this.#openCircuits) this.#tools.circuit?.(api, 'closed');
    if (this.#running === 0) await this.#release();
  }

  /** Cuts off what still runs: those calls end as lost, and later ones are not sent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#release();
  }

  get #clock(): Clock {
    return this.#tools.clock;
  }

  async #use<T>(call: (adapter: ProviderAdapter) => Promise<T>): Promise<T> {
    this.#adapter ??= this.#open();
    this.#running += 1;
    try {
      return await call(this.#adapter);
    } finally {
      this.#running -= 1;
      this.#usedAt = this.#clock.now();
      if (this.#isRetired && this.#running === 0) void this.#release();
    }
  }

  #open(): ProviderAdapter {
    const { definition, settings } = this.#provider;
    this.#opened();
    return definition.create(settings, this.#tools);
  }

  async #release(): Promise<void> {
    const adapter = this.#adapter;
    this.#adapter = null;
    await adapter?.close();
  }
}
