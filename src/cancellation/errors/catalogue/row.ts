import type { TargetKind } from '../../target/target.ts';
import type { NextAction } from '../next-action.ts';

/** An operation whose answer may carry an error. */
export type Operation = 'cancel' | 'read';

/** Everything that is decided about one error. A row that lacks a line does not compile. */
export interface CatalogueRow {
  /** The GraphQL type that carries the code. */
  readonly type: string;
  readonly targets: readonly TargetKind[];
  readonly operations: readonly Operation[];
  /** English, for developers: the `message` of the error and its line in the docs. */
  readonly message: string;
  /** Where it comes from beside the documented answers of the providers: a sentence for developers; null from nowhere else. */
  readonly elsewhere: string | null;
  readonly refusal: RefusalProof;
  /** What a client should usually do; the state of the target, once read, may say more: see `rules/settlement.ts`. */
  readonly nextAction: NextAction | NextActionByStatus;
  /** Why somebody should look, where a provider answers so; null for business. */
  readonly alert: RefusalAlert | null;
}

/**
 * What a provider proves by refusing a cancel with the error, that answer taken alone.
 *
 * `already` it was cancelled before · `refused` it was not executed · `spelling` nor was it, because of how the request
 * spelled the provider's word · `by-state` nor was it, because of a state that only a read tells · `not-found` nor was it, for
 * want of a target that a read may still find · `incapable` nor was any before it, since the provider has no such ability ·
 * `nothing` another request may have been executed
 */
export type RefusalProof = 'already' | 'refused' | 'spelling' | 'by-state' | 'not-found' | 'incapable' | 'nothing';

/** A provider that refuses with a fault of its own may accept a fresh request later. */
interface NextActionByStatus {
  readonly usual: NextAction;
  readonly after5xx: NextAction;
}

/** A provider does not take our credentials, or calls wrong what the gateway always sends right. */
export type RefusalAlert = 'credentials-refused' | 'our-request-refused';

export const both = ['payment', 'order'] as const;
export const either = ['cancel', 'read'] as const;
