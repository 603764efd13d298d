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
import { byKind, flag, listOf, nullable, object, oneOf, text, wholeNumber } from './decoder.ts';

const money = object<Money>({ amount: text, currency: nullable(text) });
const paymentStatus = oneOf(paymentStatuses);
const orderStatus = oneOf(orderStatuses);
/** Personal data is never stored. */
const nobody = nullable(oneOf([]));

const payment = object<Payment>({
  kind: oneOf(['payment']),
  id: text,
  provider: text,
  status: paymentStatus,
  statusRaw: text,
  statusDetail: nullable(text),
  amount: nullable(money),
  refundedAmount: nullable(money),
  captured: nullable(flag),
  liveMode: nullable(flag),
  description: nullable(text),
  paymentMethodId: nullable(text),
  paymentTypeId: nullable(text),
  installments: nullable(wholeNumber),
  externalReference: nullable(text),
  orderId: nullable(text),
  createdAt: nullable(text),
  updatedAt: nullable(text),
  approvedAt: nullable(text),
  expiresAt: nullable(text),
  payer: nobody,
});

const transaction = object<OrderTransaction>({
  id: text,
  referenceId: nullable(text),
  status: orderStatus,
  statusRaw: text,
  statusDetail: nullable(text),
  amount: nullable(money),
  paymentMethodId: nullable(text),
  paymentTypeId: nullable(text),
  installments: nullable(wholeNumber),
});

const item = object<OrderItem>({
  title: nullable(text),
  unitPrice: nullable(money),
  quantity: nullable(wholeNumber),
  description: nullable(text),
  externalCode: nullable(text),
  categoryId: nullable(text),
  pictureUrl: nullable(text),
});

const order = object<Order>({
  kind: oneOf(['order']),
  id: text,
  provider: text,
  status: orderStatus,
  statusRaw: text,
  statusDetail: nullable(text),
  funds: nullable(oneOf<OrderFunds>(['held', 'returned'])),
  totalAmount: nullable(money),
  description: nullable(text),
  externalReference: nullable(text),
  countryCode: nullable(text),
  processingMode: nullable(text),
  captureMode: nullable(text),
  transactions: listOf(transaction),
  items: listOf(item),
  createdAt: nullable(text),
  updatedAt: nullable(text),
});

export const snapshot = byKind<Snapshot>({ payment, order });
