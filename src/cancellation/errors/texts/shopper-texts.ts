import type { Outcome } from '../../target/outcome.ts';
import type { TargetKind } from '../../target/target.ts';
import type { ErrorCode } from '../catalogue.ts';
import type { NextAction } from '../next-action.ts';

/**
 * What a shopper may read: no ids, no provider jargon, no promise about money that is not proven. Whole sentences, which
 * follow one another: what is certain, then what to do.
 */
export interface ShopperTexts {
  /** Where no error says more. UNKNOWN is for as long as the gateway looks. */
  readonly outcomes: Record<TargetKind, Record<Outcome, string>>;
  /** UNKNOWN where the gateway does not look, or not any more. */
  readonly undetermined: Record<TargetKind, string>;
  /** Each true of every case that has the code. */
  readonly errors: Record<ErrorCode, string>;
  /** Why a target cannot be cancelled, as far as what to do next tells. */
  readonly notCancellable: Record<TargetKind, { readonly [A in NextAction]?: string }>;
  readonly advice: Record<Exclude<NextAction, 'NOTHING'>, string>;
}
