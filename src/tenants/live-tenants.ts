import { type Clock, withTimeout } from '../cancellation/clock.ts';
import type { ProviderId } from '../cancellation/target/target.ts';
import type { KnownProvider, Tenants } from '../cancellation/tenants.ts';
import { singleTenant, type Tenancy } from '../config/tenancy.ts';
import type { ConfiguredProvider, ProviderDefinition, ProviderTools } from '../providers/definition.ts';
import { areSame, changedTenants } from './changed-tenants.ts';
import { inTurns } from './in-turns.ts';
import { TenantProvider } from './tenant-provider.ts';

/** Milliseconds: how often it is looked for what nobody uses, and how long nobody may have used it. */
const sweepMs = 60_000;
const idleMs = 5 * 60_000;

/** How long a first request waits until the tenant's accounts are known. Milliseconds. */
const firstWaitMs = 1_000;

/** How many tenants are asked for their accounts at a time when they get new credentials. */
const askedAtOnce = 8;

/** What the tenants need of the rest of the gateway. `tenant` is the name that records are kept under. */
export interface TenantsOptions {
  readonly definitions: readonly ProviderDefinition[];
  readonly clock: Clock;
  /** Whether providers are asked whose the credentials are; they are unless told. */
  readonly asksAccounts?: boolean;
  toolsFor(tenant: string, provider: ProviderId): ProviderTools;
  /** The credentials of a tenant open another account than those before them. */
  accountChanged(tenant: string, provider: ProviderId): void;
}

/** What a new file of tenants has changed. */
export interface Replacement {
  readonly tenants: number;
  /** Those that are new, gone, or have other providers or credentials than before, by the names of their records. */
  readonly changed: readonly string[];
}

/**
 * The tenants there are now. What a tenant needs to call its providers is made when it is first asked for; until then it is
 * an entry in a map, and so is one again that nobody has called for some minutes.
 */
export class LiveTenants implements Tenants {
  readonly #options: TenantsOptions;
  readonly #awake = new Map<string, Map<ProviderId, TenantProvider>>();
  /** Those that newer ones have replaced, until what runs on them has ended. */
  readonly #retired = new Set<TenantProvider>();
  #tenancy: Tenancy;
  #isClosed = false;
  #cancelSweep: (() => void) | null = null;

  constructor(tenancy: Tenancy, options: TenantsOptions) {
    this.#tenancy = tenancy;
    this.#options = options;
  }

  /** Where there is but one tenant, its accounts are asked for before anybody comes. Many are asked when they are needed. */
  start(): void {
    if (this.#tenancy.recordNames === null) void this.prepare(singleTenant);
  }

  get tenancy(): Tenancy {
    return this.#tenancy;
  }

  /** The name of a tenant's records, by what the claim of a token says; null where that is no tenant. */
  recordNameOf(claim: unknown): string | null {
    const { recordNames } = this.#tenancy;
    if (recordNames === null) return singleTenant;
    return typeof claim === 'string' ? (recordNames.get(claim) ?? null) : null;
  }

  /** A tenant as its operator calls it, by the name of its records; null where there is but one. */
  nameOf(recordName: string): string | null {
    const { recordNames, singleTenantRecords } = this.#tenancy;
    if (recordNames === null) return null;
    return recordName === singleTenant ? (singleTenantRecords ?? null) : recordName;
  }

  providersOf(tenant: string): readonly KnownProvider[] {
    return this.#options.definitions.map((definition): KnownProvider => {
      const found = this.#wake(tenant, definition.id);
      if (this.#asks) void found?.askAccount();
      return found?.known ?? { definition, adapter: null, account: '' };
    });
  }

  /** Asks for the accounts of a tenant that are not known; resolves when they are, or will not be soon. */
  async prepare(tenant: string): Promise<void> {
    if (!this.#asks) return;
    const unasked: TenantProvider[] = [];
    for (const { id } of this.#options.definitions) {
      const provider = this.#wake(tenant, id);
      if (provider?.isUnasked) unasked.push(provider);
    }
    if (unasked.length === 0) return;
    const asking = Promise.all(unasked.map((provider) => provider.askAccount()));
    await withTimeout(this.#options.clock, firstWaitMs, asking);
  }

  /**
   * Takes a newer state of the files. A tenant whose settings are as they were notices nothing. Another goes over to its new
   * ones as soon as their account is known, and what runs on the old ones ends on them.
   */
  async replace(next: Tenancy): Promise<Replacement> {
    const changed = changedTenants(this.#tenancy, next);
    this.#tenancy = next;
    const renewed: (() => Promise<void>)[] = [];
    for (const [tenant, providers] of this.#awake) {
      for (const [id, old] of providers) {
        const configured = this.#configured(tenant, id);
        if (configured === undefined) this.#retire(tenant, old);
        else if (!areSame(configured, old.provider)) renewed.push(() => this.#renew(tenant, old, configured));
      }
    }
    await inTurns(renewed, askedAtOnce);
    return { tenants: next.providers.size, changed };
  }

  /** Cuts off what still runs, and opens nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelSweep?.();
    await Promise.all([...this.#allAwake(), ...this.#retired].map(({ adapter }) => adapter.close()));
  }

  get #asks(): boolean {
    return this.#options.asksAccounts ?? true;
  }

  #wake(tenant: string, id: ProviderId): TenantProvider | null {
    const known = this.#awake.get(tenant)?.get(id);
    if (known !== undefined) return known;
    const configured = this.#configured(tenant, id);
    if (configured === undefined || this.#isClosed) return null;
    const fresh = new TenantProvider(configured, this.#options.toolsFor(tenant, id), this.#sweepLater);
    this.#keep(tenant, fresh);
    return fresh;
  }

  #keep(tenant: string, provider: TenantProvider): void {
    const providers = this.#awake.get(tenant) ?? new Map<ProviderId, TenantProvider>();
    this.#awake.set(tenant, providers.set(provider.provider.definition.id, provider));
  }

  #configured(tenant: string, id: ProviderId): ConfiguredProvider | undefined {
    return this.#tenancy.providers.get(tenant)?.find(({ definition }) => definition.id === id);
  }

  async #renew(tenant: string, old: TenantProvider, configured: ConfiguredProvider): Promise<void> {
    const { toolsFor, accountChanged } = this.#options;
    const id = configured.definition.id;
    const tools = toolsFor(tenant, id);
    const fresh = new TenantProvider(configured, tools, this.#sweepLater);
    if (this.#asks) await fresh.askAccount();
    if (this.#isClosed) return fresh.adapter.close();
    this.#retire(tenant, old);
    this.#keep(tenant, fresh);
    const isOther = fresh.account !== old.account && fresh.account !== '' && old.account !== '';
    if (isOther) accountChanged(tenant, id);
    // What the old credentials could not do, these may.
    tools.recovered();
  }

  #retire(tenant: string, old: TenantProvider): void {
    this.#awake.get(tenant)?.delete(old.provider.definition.id);
    this.#retired.add(old);
    void old.adapter.retire();
  }

  /** Something is open. While that is so, there is one timer for all tenants. */
  readonly #sweepLater = (): void => {
    if (this.#isClosed) return;
    this.#cancelSweep ??= this.#options.clock.after(sweepMs, () => void this.#sweep(), 'weak');
  };

  /** Lets what nobody uses go to sleep. */
  async #sweep(): Promise<void> {
    this.#cancelSweep = null;
    await Promise.all(this.#allAwake().map(({ adapter }) => adapter.closeIfIdle(idleMs)));
    for (const retired of this.#retired) if (!retired.adapter.isOpen) this.#retired.delete(retired);
    if (this.#retired.size > 0 || this.#allAwake().some(({ adapter }) => adapter.isOpen)) this.#sweepLater();
  }

  #allAwake(): TenantProvider[] {
    return [...this.#awake.values()].flatMap((providers) => [...providers.values()]);
  }
}
