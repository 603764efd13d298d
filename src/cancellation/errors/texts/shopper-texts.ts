import type { Outcome } from '../../target/outcome.ts';
import type { TargetKind } from '../../target/target.ts';
import type { ErrorCode } from '../catalogue.ts';

/** What a shopper may read: no ids, no provider jargon, no promise about money that is not proven. */
export interface ShopperTexts {
  readonly outcomes: Record<TargetKind, Record<Outcome, string>>;
  readonly errors: Record<ErrorCode, string>;
}
