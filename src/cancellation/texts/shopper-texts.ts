import type { ErrorCode } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import type { TargetKind } from '../target.ts';

/** What a shopper may read: no ids, no provider jargon, no promise about money that is not proven. */
export interface ShopperTexts {
  readonly outcomes: Record<TargetKind, Record<Outcome, string>>;
  readonly errors: Record<ErrorCode, string>;
}
