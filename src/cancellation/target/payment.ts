import type { Money } from './money.ts';
import type { Phase } from './phase.ts';
import type { Refund } from './refund.ts';
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
  readonly operationType: string | null;
  readonly collectorId: string | null;
  readonly authorizationCode: string | null;
  readonly card: Card | null;
  readonly totalPaidAmount: Money | null;
  /** An https address. */
  readonly ticketUrl: string | null;
  readonly barcode: string | null;
  readonly financialInstitution: string | null;
  readonly pointOfInteraction: string | null;
  /** Null where the provider does not say, which is not none. */
  readonly refunds: readonly Refund[] | null;
  readonly metadata: Metadata | null;
}

/** What the merchant's system attached to the payment, by name. A number is its source text. */
export type Metadata = Readonly<Record<string, string | boolean | null>>;

/** The card that pays, as little as tells it from another. Personal data, as is all that follows. */
export interface Card {
  readonly lastFourDigits: string;
}

/** Who pays: never stored, never logged. */
export interface Payer {
  readonly providerPayerId: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly identification: Identification | null;
}

/** A document of the payer, such as a CPF. */
export interface Identification {
  readonly type: string | null;
  readonly number: string | null;
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
