import type { Provider, ProviderAdapter } from './provider.ts';
import type { Account } from './target/account.ts';

/** Through what each tenant cancels: its own credentials, and nobody else's. */
export interface Tenants {
  /**
   * Every provider there is, as it is for this tenant now: asked for anew whenever something is to be sent or read, and never
   * kept. For a tenant that is not known, or not any more, none of them is configured.
   */
  providersOf(tenant: string): readonly KnownProvider[];
  /** Resolves when the accounts of a tenant are known, or will not be soon. Absent where they never are. */
  prepare?(tenant: string): Promise<void>;
}

/** A provider's definition, with the adapter over a tenant's credentials where it is configured for that tenant. */
export interface KnownProvider {
  readonly definition: Provider;
  readonly adapter: ProviderAdapter | null;
  /** The account that the credentials open; unknown where they cannot be asked, or were not answered. */
  readonly account: Account;
}
