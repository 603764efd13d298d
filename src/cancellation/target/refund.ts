import type { Money } from './money.ts';
import type { Instant } from './target.ts';

/** Money that went back, in full or in part, of a payment or of an order. Absent facts are null. */
export interface Refund {
  readonly id: string;
  readonly amount: Money | null;
  /** In the provider's own words. */
  readonly status: string | null;
  readonly createdAt: Instant | null;
}
