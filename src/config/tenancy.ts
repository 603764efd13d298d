import type { ConfiguredProvider } from '../providers/definition.ts';

/** Whose credentials there are, and who may name them. */
export interface Tenancy {
  /**
   * The name under which a tenant's records are kept, by the name that its tokens bear. Null where there is one tenant, whatever
   * a token says.
   */
  readonly recordNames: ReadonlyMap<string, string> | null;
  /** The providers that a tenant has, by the name of its records. */
  readonly providers: ReadonlyMap<string, readonly ConfiguredProvider[]>;
  /** Whose are the records of the time without a file of tenants, null for nobody's; undefined where nobody has said. */
  readonly singleTenantRecords: string | null | undefined;
  /** What is wrong with a tenant's own settings, by the name of its records. At the start nothing may be. */
  readonly mistaken: ReadonlyMap<string, readonly string[]>;
  /** The files that all this was read from. */
  readonly files: readonly string[];
}

/** The name under which the records of a single tenant are kept. No file may give it to a tenant. */
export const singleTenant = 'default';
