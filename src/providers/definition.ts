import type { Clock } from '../cancellation/clock.ts';
import type { Provider, ProviderAdapter } from '../cancellation/provider.ts';
import type { Secret } from './secret.ts';

/** What a provider folder exports: a fourth provider is one such value and one line in `registry.ts`. */
export interface ProviderDefinition extends Provider {
  readonly settings: readonly Setting[];
  /** Whether its adapters can say whose the credentials are; absent where the provider has no way to ask. */
  readonly namesAccount?: boolean;
  create(settings: SettingValues, tools: ProviderTools): ProviderAdapter;
}

/** A variable of the environment that a provider reads; a secret may also be given as a file through `<name>_FILE`. */
export type Setting = { readonly name: string; readonly description: string } & (
  | { readonly kind: 'url'; readonly default?: string }
  /** Required, unless it names the one before it that stands in for it. */
  | { readonly kind: 'secret'; readonly live?: RegExp; readonly standIn?: string }
  | { readonly kind: 'flag'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly default: string }
);

/** A provider's settings, checked: every name of its `settings` has a value of its kind. */
export interface SettingValues {
  text(name: string): string;
  secret(name: string): Secret;
  flag(name: string): boolean;
}

/** A provider with one merchant's settings. */
export interface ConfiguredProvider {
  readonly definition: ProviderDefinition;
  readonly settings: SettingValues;
}

/** What the gateway lends to a provider. */
export interface ProviderTools {
  readonly clock: Clock;
  /** To be called when an API of the provider answers again after an outage: what it left open can be found out now. */
  recovered(): void;
  /** To be told when calls are kept from an API of the provider, and when they are let through again. */
  circuit?(api: string, state: 'open' | 'closed'): void;
  /** To be told, once, that an API of the provider leaves out of its answers what its protocol wants in them. */
  leavesOut?(api: string, field: string): void;
}
