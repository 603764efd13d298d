import type { Clock } from './clock.ts';
import type { ErrorCode } from './errors/catalogue.ts';
import type { FailureDetail, Upstream } from './errors/failure.ts';
import type { UpstreamKey } from './record/upstream-key.ts';
import type { Secret } from './secret.ts';
import type { Snapshot } from './target/snapshot.ts';
import type { ProviderId, Target, TargetKind } from './target/target.ts';

/** What a provider folder exports: a fourth provider is one such value and one line in `providers/registry.ts`. */
export interface ProviderDefinition {
  readonly id: ProviderId;
  /** The description of the provider's enum value. */
  readonly description: string;
  /** What can be cancelled there; an absent kind is unsupported. */
  readonly targets: Partial<Record<TargetKind, TargetRules>>;
  readonly settings: readonly Setting[];
  /** Every documented wire error; `errorCatalog` and the README's table list them. */
  readonly documentedErrors: readonly DocumentedError[];
  create(settings: SettingValues, tools: ProviderTools): ProviderAdapter;
}

export interface TargetRules {
  readonly id: IdForm;
  /** Whether the provider can be asked for the target's state. Where not, only repeating a cancel tells. */
  readonly readable: boolean;
  /** How long one cancel may stay unanswered before it counts as lost. */
  readonly attemptMs: number;
  /** Statuses from which the provider says it cancels. */
  readonly cancellableStatuses: readonly string[];
}

export interface IdForm {
  /** How a valid id looks, in English, for developers. */
  readonly expected: string;
  /** The id in the provider's one spelling, or null when it cannot be an id of this provider. */
  spell(text: string): string | null;
}

/** A variable of the environment that a provider reads; a secret may also be given as a file through `<name>_FILE`. */
export type Setting = { readonly name: string; readonly description: string } & (
  | { readonly kind: 'url'; readonly default?: string }
  | { readonly kind: 'secret'; readonly live?: RegExp }
  | { readonly kind: 'flag'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly default: string }
);

/** A provider's settings, checked: every name of its `settings` has a value of its kind. */
export interface SettingValues {
  text(name: string): string;
  secret(name: string): Secret;
  flag(name: string): boolean;
}

/** One error that a provider's documentation or practice names. */
export interface DocumentedError {
  readonly target: TargetKind;
  readonly httpStatus: number;
  /** Null stands for every code that the provider makes up itself. */
  readonly wireCode: string | null;
  readonly code: ErrorCode;
  readonly docsUrl: string;
}

/** What the gateway lends to a provider. */
export interface ProviderTools {
  readonly clock: Clock;
  /** To be called when an API of the provider answers again after an outage: what it left open can be found out now. */
  recovered(): void;
  /** To be told when calls are kept from an API of the provider, and when they are let through again. */
  circuit?(api: string, state: 'open' | 'closed'): void;
}

/** A provider that is configured. Failures are values; a rejected promise is a bug. */
export interface ProviderAdapter {
  cancel(command: CancelCommand): Promise<CancelAnswer>;
  read(target: Target, terms: CallTerms): Promise<ReadAnswer>;
  close(): Promise<void>;
}

export interface CancelCommand {
  readonly target: Target;
  readonly key: UpstreamKey;
  readonly authorizationId: string | null;
  readonly terms: CallTerms;
}

export interface CallTerms {
  /** Milliseconds from now, after which an answer counts as lost. */
  readonly deadlineMs: number;
  /** Whether the gateway calls on its own account; such calls do not tell how callers fare. */
  readonly inBackground: boolean;
}

/** What a provider said to a cancel. It says nothing yet about what that proves: see `evidence.ts`. */
export type CancelAnswer =
  /** 2xx, the id echoed and the status cancelled: the only form of a success. */
  | (Heard & { kind: 'cancelled'; snapshot: Snapshot | null; providerCancellationId: string | null })
  /** The provider took the cancel on and has not finished it. */
  | (Heard & { kind: 'accepted'; snapshot: Snapshot | null })
  /** 2xx, the id echoed, and a status that is not cancelled. */
  | (Heard & { kind: 'not-cancelled'; snapshot: Snapshot })
  /** The target is too young to be cancelled. */
  | (Heard & { kind: 'too-soon'; code: ErrorCode })
  | Trouble;

/** What a provider said to a read. */
export type ReadAnswer =
  | (Heard & { kind: 'found'; snapshot: Snapshot })
  /** The provider cannot be read. Nothing was sent. */
  | (Heard & { kind: 'unsupported' })
  | Trouble;

/** The ways any call can go wrong. */
export type Trouble =
  /** An error that the provider documents. */
  | (Heard & { kind: 'refused'; code: ErrorCode; detail?: FailureDetail })
  /** A well-formed 4xx whose code has no entry. */
  | (Heard & { kind: 'unrecognized' })
  /** 429: certainly not executed. `retryAfterMs` is the provider's wish, null where it names none. */
  | (Heard & { kind: 'rate-limited'; retryAfterMs: number | null })
  /** 5xx with a readable body. */
  | (Heard & { kind: 'failed' })
  /** No answer, or one that is not the provider's format. The request may have been executed. */
  | (Heard & { kind: 'lost'; reason: string; answered: boolean })
  /** Connect, DNS or TLS failure: the request certainly did not leave. `transient` when a second try may reach it. */
  | (Heard & { kind: 'not-sent'; reason: string; transient: boolean });

interface Heard {
  readonly upstream: Upstream;
}
