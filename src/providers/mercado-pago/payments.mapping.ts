import type { Payment, PaymentStatus } from '../../cancellation/target/payment.ts';
import type { Target } from '../../cancellation/target/target.ts';
import type { JsonObject } from '../../rest/json.ts';
import { at, count, flag, instant, object, objects, term, text } from '../fields.ts';
import { orderId } from './ids.ts';
import { toBarcode, toCard, toMetadata, toPayer, toTicketUrl } from './payments.parts.mapping.ts';
import { isCancelled, money, refunds, statusIn } from './wire.ts';

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
  const details = object(at(body, 'transaction_details'));
  const pointOfInteraction = object(at(body, 'point_of_interaction'));
  return {
    kind: 'payment',
    id,
    provider,
    status: isCancelled(statusRaw) ? 'CANCELLED' : (statuses.get(statusRaw) ?? 'UNRECOGNIZED'),
    statusRaw,
    statusDetail: term(at(body, 'status_detail')),
    amount: money(at(body, 'transaction_amount'), currency),
    refundedAmount: money(at(body, 'transaction_amount_refunded'), currency),
    captured: flag(at(body, 'captured')),
    liveMode: flag(at(body, 'live_mode')),
    description: text(at(body, 'description')),
    paymentMethodId: text(at(body, 'payment_method_id')),
    paymentTypeId: text(at(body, 'payment_type_id')),
    installments: count(at(body, 'installments')),
    externalReference: text(at(body, 'external_reference')),
    orderId: orderOf(pointOfInteraction),
    createdAt: instant(at(body, 'date_created')),
    updatedAt: instant(at(body, 'date_last_updated')),
    approvedAt: instant(at(body, 'date_approved')),
    expiresAt: instant(at(body, 'date_of_expiration')),
    payer: toPayer(object(at(body, 'payer')) ?? object(at(body, 'payers'))),
    operationType: text(at(body, 'operation_type')),
    collectorId: text(at(body, 'collector_id')),
    authorizationCode: text(at(body, 'authorization_code')),
    card: toCard(object(at(body, 'card'))),
    totalPaidAmount: money(at(details, 'total_paid_amount'), currency),
    ticketUrl: toTicketUrl(details, pointOfInteraction),
    barcode: toBarcode(body, details),
    financialInstitution: text(at(details, 'financial_institution')),
    pointOfInteraction: text(at(pointOfInteraction, 'type')),
    refunds: refunds(at(body, 'refunds'), currency),
    metadata: toMetadata(object(at(body, 'metadata'))),
  };
}

/** The order that made the payment. `order.id` is another thing: a merchant order, which cannot be cancelled. */
function orderOf(pointOfInteraction: JsonObject | null): string | null {
  const references = objects(at(pointOfInteraction, 'references'));
  const reference = references.find((candidate) => at(candidate, 'type') === 'ORDER_MP');
  return orderId.canonicalize(text(at(reference ?? null, 'id')) ?? '');
}
