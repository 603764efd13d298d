import type { Money } from '../../cancellation/target/money.ts';
import {
  type Order,
  type OrderFunds,
  type OrderItem,
  type OrderTransaction,
  orderStatuses,
} from '../../cancellation/target/order.ts';
import { type Payment, paymentStatuses } from '../../cancellation/target/payment.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import { byKind, flag, listOf, nullOrAbsent, object, oneOf, text, wholeNumber } from './decoder.ts';

/*
 * A new field that may be null costs no version: what was stored before it was there reads as null. Gateways without the field
 * refuse what is stored with it.
 */

const money = object<Money>({ amount: text, currency: nullOrAbsent(text) });
const paymentStatus = oneOf(paymentStatuses);
const orderStatus = oneOf(orderStatuses);
/** Personal data is never stored. */
const nobody = nullOrAbsent(oneOf([]));

const payment = object<Payment>({
  kind: oneOf(['payment']),
  id: text,
  provider: text,
  status: paymentStatus,
  statusRaw: text,
  statusDetail: nullOrAbsent(text),
  amount: nullOrAbsent(money),
  refundedAmount: nullOrAbsent(money),
  captured: nullOrAbsent(flag),
  liveMode: nullOrAbsent(flag),
  description: nullOrAbsent(text),
  paymentMethodId: nullOrAbsent(text),
  paymentTypeId: nullOrAbsent(text),
  installments: nullOrAbsent(wholeNumber),
  externalReference: nullOrAbsent(text),
  orderId: nullOrAbsent(text),
  createdAt: nullOrAbsent(text),
  updatedAt: nullOrAbsent(text),
  approvedAt: nullOrAbsent(text),
  expiresAt: nullOrAbsent(text),
  payer: nobody,
});

const transaction = object<OrderTransaction>({
  id: text,
  referenceId: nullOrAbsent(text),
  status: orderStatus,
  statusRaw: text,
  statusDetail: nullOrAbsent(text),
  amount: nullOrAbsent(money),
  paymentMethodId: nullOrAbsent(text),
  paymentTypeId: nullOrAbsent(text),
  installments: nullOrAbsent(wholeNumber),
});

const item = object<OrderItem>({
  title: nullOrAbsent(text),
  unitPrice: nullOrAbsent(money),
  quantity: nullOrAbsent(wholeNumber),
  description: nullOrAbsent(text),
  externalCode: nullOrAbsent(text),
  categoryId: nullOrAbsent(text),
  pictureUrl: nullOrAbsent(text),
});

const order = object<Order>({
  kind: oneOf(['order']),
  id: text,
  provider: text,
  status: orderStatus,
  statusRaw: text,
  statusDetail: nullOrAbsent(text),
  funds: nullOrAbsent(oneOf<OrderFunds>(['held', 'returned'])),
  totalAmount: nullOrAbsent(money),
  description: nullOrAbsent(text),
  externalReference: nullOrAbsent(text),
  countryCode: nullOrAbsent(text),
  processingMode: nullOrAbsent(text),
  captureMode: nullOrAbsent(text),
  transactions: listOf(transaction),
  items: listOf(item),
  createdAt: nullOrAbsent(text),
  updatedAt: nullOrAbsent(text),
});

export const snapshot = byKind<Snapshot>({ payment, order });
