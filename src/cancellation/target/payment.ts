import type { Money } from './money.ts';
import type { Phase } from './phase.ts';
import type { Instant, ProviderId } from './target.ts';

/** A payment as last read from its provider. Absent facts are null; ids are text. */
export interface Payment {
  readonly kind: 'payment';
  readonly id: string;
  readonly provider: ProviderId;
  readonly status: PaymentStatus;
  readonly statusRaw: string;
  readonly statusDetail: string | null;
  readonly amount: Money | null;
  readonly refundedAmount: Money | null;
  readonly captured: boolean | null;
  readonly liveMode: boolean | null;
  readonly description: string | null;
  readonly paymentMethodId: string | null;
  readonly paymentTypeId: string | null;
  readonly installments: number | null;
  readonly externalReference: string | null;
  /** The order that made this payment, where the provider names one. */
  readonly orderId: string | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly payer: Payer | null;
}

/** Who pays. Personal data: never stored, never logged. */
export interface Payer {
  readonly providerPayerId: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/**
 * Payment types that the shopper pays by an act of their own, after the payment was made: a ticket at a counter, a code at a
 * cash machine, a bank transfer or Pix. Until then no money has moved.
 */
export const paidByShopper: ReadonlySet<string> = new Set(['ticket', 'atm', 'bank_transfer']);

/** What a status means for a cancellation; a status without a line here does not compile. */
export const paymentPhases = {
  PENDING: 'active',
  IN_PROCESS: 'active',
  AUTHORIZED: 'active',
  APPROVED: 'captured',
  IN_MEDIATION: 'captured',
  REJECTED: 'ended',
  CANCELLED: 'cancelled',
  REFUNDED: 'ended',
  CHARGED_BACK: 'disputed',
  UNRECOGNIZED: 'unrecognized',
} as const satisfies Record<string, Phase>;

export type PaymentStatus = keyof typeof paymentPhases;

export const paymentStatuses = Object.keys(paymentPhases) as PaymentStatus[];
