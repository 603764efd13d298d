import type { Money } from '../../cancellation/target/money.ts';
import { type Order, type OrderFunds, orderStatuses } from '../../cancellation/target/order.ts';
import { type Payment, paymentStatuses } from '../../cancellation/target/payment.ts';
import { type Snapshot, unrecorded } from '../../cancellation/target/snapshot.ts';
import { byKind, type Decoder, flag, nullOrAbsent, object, oneOf, text } from './decoder.ts';

/*
 * A new field that a record keeps and that may be null costs no version: what was stored before it was there reads as null.
 * Gateways without the field refuse what is stored with it. A field that no record keeps is not named here.
 */

type RecordedPayment = Omit<Payment, keyof typeof unrecorded.payment>;
type RecordedOrder = Omit<Order, keyof typeof unrecorded.order>;

const money = object<Money>({ amount: text, currency: nullOrAbsent(text) });

const payment = object<RecordedPayment>({
  kind: oneOf(['payment']),
  id: text,
  provider: text,
  status: oneOf(paymentStatuses),
  statusRaw: text,
  statusDetail: nullOrAbsent(text),
  amount: nullOrAbsent(money),
  refundedAmount: nullOrAbsent(money),
  captured: nullOrAbsent(flag),
  paymentMethodId: nullOrAbsent(text),
  paymentTypeId: nullOrAbsent(text),
  orderId: nullOrAbsent(text),
  createdAt: nullOrAbsent(text),
  updatedAt: nullOrAbsent(text),
  approvedAt: nullOrAbsent(text),
  expiresAt: nullOrAbsent(text),
});

const order = object<RecordedOrder>({
  kind: oneOf(['order']),
  id: text,
  provider: text,
  status: oneOf(orderStatuses),
  statusRaw: text,
  statusDetail: nullOrAbsent(text),
  funds: nullOrAbsent(oneOf<OrderFunds>(['held', 'returned'])),
  totalAmount: nullOrAbsent(money),
  createdAt: nullOrAbsent(text),
  updatedAt: nullOrAbsent(text),
});

export const snapshot = byKind<Snapshot>({
  payment: withBlanks(payment, unrecorded.payment),
  order: withBlanks(order, unrecorded.order),
});

/** What is kept, beside what nothing is kept of. */
function withBlanks<Kept extends object, Blanks extends object>(
  decoder: Decoder<Kept>,
  blanks: Blanks,
): Decoder<Kept & Blanks> {
  return { decode: (value, at) => ({ ...decoder.decode(value, at), ...blanks }) };
}

/** The JSON of a snapshot: what is not kept is not written, and neither is what is null, since what is absent reads as null. */
export function snapshotJson(seen: Snapshot): object {
  const kept: Record<string, unknown> = {};
  const left = unrecorded[seen.kind];
  for (const [name, value] of Object.entries(seen)) if (value !== null && !(name in left)) kept[name] = value;
  return kept;
}
