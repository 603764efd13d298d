import type { Clock } from '../cancellation/clock.ts';
import type { Provider, ProviderAdapter } from '../cancellation/provider.ts';
import type { TargetKind } from '../cancellation/target/target.ts';
import type { Secret } from './secret.ts';

/** What a provider folder exports: a fourth provider is one such value and one line in `registry.ts`. */
export interface ProviderDefinition extends Provider {
  readonly settings: readonly Setting[];
  /** Whether its adapters can say whose the credentials are; absent where the provider has no way to ask. */
  readonly namesAccount?: boolean;
  /** How it tells that something of a merchant's has changed; absent where it never does. */
  readonly webhook?: Webhook;
  create(settings: SettingValues, tools: ProviderTools): ProviderAdapter;
}

/** Notifications that a provider posts. They say that it is time to look, and nothing that is believed. */
interface Webhook {
  /** Its part of the address, such as `mercado-pago` in `/webhooks/mercado-pago`. */
  readonly path: string;
  /** The optional setting with the secret that notifications are signed with; without it there is no such address. */
  readonly secret: string;
  /** What a notification is that arrives at this instant. */
  read(notification: Notification, secret: Secret, now: number): NotificationReading;
}

/** As much of a notification as is looked at: its body is not. */
export interface Notification {
  /** What stands behind the `?` of its address. */
  readonly query: string;
  /** A header by its name in lower case. */
  header(name: string): string | undefined;
}

export type NotificationReading =
  /** Not signed with the secret, or too long ago. */
  | { readonly kind: 'refused' }
  /** Genuine, and about nothing that the gateway cancels. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'changed'; readonly target: TargetName };

/** A target as its provider names it: the spelling may differ from that of a record. */
interface TargetName {
  readonly kind: TargetKind;
  readonly id: string;
}

/** A variable of the environment that a provider reads; a secret may also be given as a file through `<name>_FILE`. */
export type Setting = { readonly name: string; readonly description: string } & (
  | { readonly kind: 'url'; readonly default?: string }
  /** Required, unless it is optional or names the one before it that stands in for it. */
  | { readonly kind: 'secret'; readonly live?: RegExp; readonly standIn?: string; readonly optional?: true }
  | { readonly kind: 'flag'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly default: string }
);

/** A provider's settings, checked: every name of its `settings` has a value of its kind, but for optional secrets. */
export interface SettingValues {
  text(name: string): string;
  secret(name: string): Secret;
  /** The same where nobody need have given it; null then. */
  optionalSecret(name: string): Secret | null;
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
