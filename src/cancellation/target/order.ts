import type { Money } from './money.ts';
import type { Phase } from './phase.ts';
import type { Refund } from './refund.ts';
import type { Instant, ProviderId } from './target.ts';

/** An order as last read from its provider. Absent facts are null; ids are text. */
export interface Order {
  readonly kind: 'order';
  readonly id: string;
  readonly provider: ProviderId;
  readonly status: OrderStatus;
  readonly statusRaw: string;
  readonly statusDetail: string | null;
  /** Where the money is, if the provider says more of it than the status does. */
  readonly funds: OrderFunds | null;
  readonly totalAmount: Money | null;
  readonly description: string | null;
  readonly externalReference: string | null;
  readonly type: string | null;
  /** ISO 3166-1, in two letters. */
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly applicationId: string | null;
  readonly processingMode: string | null;
  readonly captureMode: string | null;
  readonly transactions: readonly OrderTransaction[];
  readonly items: readonly OrderItem[];
  /** Null where the provider does not say, which is not none. */
  readonly refunds: readonly Refund[] | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
}

/** `held` until somebody captures or cancels · `returned` by a refund in full. */
export type OrderFunds = 'held' | 'returned';

/** One payment transaction of an order. Its id (`PAY…`) is not the id of a payment. */
export interface OrderTransaction {
  readonly id: string;
  readonly referenceId: string | null;
  readonly status: OrderStatus;
  readonly statusRaw: string;
  readonly statusDetail: string | null;
  readonly amount: Money | null;
  readonly paymentMethodId: string | null;
  readonly paymentTypeId: string | null;
  readonly installments: number | null;
}

export interface OrderItem {
  readonly title: string | null;
  readonly unitPrice: Money | null;
  readonly quantity: number | null;
  readonly description: string | null;
  readonly externalCode: string | null;
  readonly categoryId: string | null;
  readonly pictureUrl: string | null;
}

/** What a status means for a cancellation; a status without a line here does not compile. */
export const orderPhases = {
  CREATED: 'active',
  ACTION_REQUIRED: 'active',
  AT_TERMINAL: 'active',
  PROCESSING: 'active',
  PROCESSED: 'captured',
  FAILED: 'ended',
  CANCELLED: 'cancelled',
  EXPIRED: 'ended',
  REFUNDED: 'ended',
  CHARGED_BACK: 'disputed',
  UNRECOGNIZED: 'unrecognized',
} as const satisfies Record<string, Phase>;

export type OrderStatus = keyof typeof orderPhases;

export const orderStatuses = Object.keys(orderPhases) as OrderStatus[];
