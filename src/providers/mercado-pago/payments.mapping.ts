import type { Payer, Payment, PaymentStatus } from '../../cancellation/target/payment.ts';
import type { Target } from '../../cancellation/target/target.ts';
import type { JsonObject } from '../../rest/json.ts';
import { at, count, flag, instant, object, objects, text } from '../fields.ts';
import { orderId } from './ids.ts';
import { isCancelled, money, statusIn } from './wire.ts';

const statuses: ReadonlyMap<string, PaymentStatus> = new Map([
  ['pending', 'PENDING'],
  ['in_process', 'IN_PROCESS'],
  ['authorized', 'AUTHORIZED'],
  ['approved', 'APPROVED'],
  ['in_mediation', 'IN_MEDIATION'],
  ['rejected', 'REJECTED'],
  ['refunded', 'REFUNDED'],
  ['charged_back', 'CHARGED_BACK'],
]);

/** A payment as `GET` and `PUT /v1/payments/{id}` show it; null without a status. */
export function toPayment({ provider, id }: Target, body: JsonObject): Payment | null {
  const statusRaw = statusIn(body);
  if (statusRaw === null) return null;
  const currency = text(at(body, 'currency_id'));
  return {
    kind: 'payment',
    id,
    provider,
    status: isCancelled(statusRaw) ? 'CANCELLED' : (statuses.get(statusRaw) ?? 'UNRECOGNIZED'),
    statusRaw,
    statusDetail: text(at(body, 'status_detail')),
    amount: money(at(body, 'transaction_amount'), currency),
    refundedAmount: money(at(body, 'transaction_amount_refunded'), currency),
    captured: flag(at(body, 'captured')),
    liveMode: flag(at(body, 'live_mode')),
    description: text(at(body, 'description')),
    paymentMethodId: text(at(body, 'payment_method_id')),
    paymentTypeId: text(at(body, 'payment_type_id')),
    installments: count(at(body, 'installments')),
    externalReference: text(at(body, 'external_reference')),
    orderId: orderOf(body),
    createdAt: instant(at(body, 'date_created')),
    updatedAt: instant(at(body, 'date_last_updated')),
    approvedAt: instant(at(body, 'date_approved')),
    expiresAt: instant(at(body, 'date_of_expiration')),
    payer: toPayer(object(at(body, 'payer')) ?? object(at(body, 'payers'))),
  };
}

/** The order that made the payment. `order.id` is another thing: a merchant order, which cannot be cancelled. */
function orderOf(body: JsonObject): string | null {
  const references = objects(at(object(at(body, 'point_of_interaction')), 'references'));
  const reference = references.find((candidate) => at(candidate, 'type') === 'ORDER_MP');
  return orderId.canonicalize(text(at(reference ?? null, 'id')) ?? '');
}

function toPayer(payer: JsonObject | null): Payer | null {
  const known: Payer = {
    providerPayerId: text(at(payer, 'id')),
    email: text(at(payer, 'email')),
    firstName: text(at(payer, 'first_name')),
    lastName: text(at(payer, 'last_name')),
  };
  return Object.values(known).every((fact) => fact === null) ? null : known;
}
