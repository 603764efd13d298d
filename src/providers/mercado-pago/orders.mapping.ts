import type { Order, OrderFunds, OrderItem, OrderStatus, OrderTransaction } from '../../cancellation/target/order.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import type { Target } from '../../cancellation/target/target.ts';
import type { JsonObject } from '../../rest/json.ts';
import { at, count, instant, object, objects, term, text } from '../fields.ts';
import { countryOf } from './countries.ts';
import { isCancelled, money, refunds, statusIn } from './wire.ts';

const statuses: ReadonlyMap<string, OrderStatus> = new Map([
  ['created', 'CREATED'],
  ['action_required', 'ACTION_REQUIRED'],
  ['at_terminal', 'AT_TERMINAL'],
  ['processing', 'PROCESSING'],
  ['processed', 'PROCESSED'],
  ['failed', 'FAILED'],
  ['expired', 'EXPIRED'],
  ['refunded', 'REFUNDED'],
  ['charged_back', 'CHARGED_BACK'],
]);

/** Details of a status that tell of the money; the second is that of a Checkout Pro order, which stays `processed`. */
const funds: ReadonlyMap<string, OrderFunds> = new Map([
  ['waiting_capture', 'held'],
  ['refunded', 'returned'],
]);

/** An order as `GET /v1/orders/{id}` and its cancel show it; null without a status. */
export function toOrder({ provider, id }: Target, body: JsonObject): Order | null {
  const statusRaw = statusIn(body);
  if (statusRaw === null) return null;
  const statusDetail = text(at(body, 'status_detail'));
  const country = countryOf(body);
  const currency = text(at(body, 'currency')) ?? country?.currency ?? null;
  const transactions = object(at(body, 'transactions'));
  return {
    kind: 'order',
    id,
    provider,
    status: toStatus(statusRaw),
    statusRaw,
    statusDetail,
    funds: funds.get(statusDetail ?? '') ?? null,
    totalAmount: money(at(body, 'total_amount'), currency),
    description: text(at(body, 'description')),
    externalReference: text(at(body, 'external_reference')),
    type: text(at(body, 'type')),
    country: country?.code ?? null,
    countryCode: text(at(body, 'country_code')),
    applicationId: text(at(object(at(body, 'integration_data')), 'application_id')),
    processingMode: text(at(body, 'processing_mode')),
    captureMode: text(at(body, 'capture_mode')),
    transactions: objects(at(transactions, 'payments')).flatMap((payment) => toTransaction(payment, currency)),
    items: objects(at(body, 'items')).map((item) => toItem(item, currency)),
    refunds: refunds(at(transactions, 'refunds'), currency),
    createdAt: instant(at(body, 'created_date')),
    updatedAt: instant(at(body, 'last_updated_date')),
  };
}

/** A terminal that shows the order has to let go of it first; until then the order stands as it stood. */
export function isToBeCancelled({ statusDetail }: Snapshot): boolean {
  return statusDetail === 'cancellation_requested';
}

function toStatus(raw: string): OrderStatus {
  return isCancelled(raw) ? 'CANCELLED' : (statuses.get(raw) ?? 'UNRECOGNIZED');
}

/** None for a transaction without an id, which nobody could refer to. */
function toTransaction(transaction: JsonObject, currency: string | null): OrderTransaction[] {
  const id = text(at(transaction, 'id'));
  if (id === null) return [];
  const statusRaw = statusIn(transaction) ?? '';
  const method = object(at(transaction, 'payment_method'));
  return [
    {
      id,
      referenceId: text(at(transaction, 'reference_id')),
      status: toStatus(statusRaw),
      statusRaw,
      statusDetail: term(at(transaction, 'status_detail')),
      amount: money(at(transaction, 'amount'), currency),
      paymentMethodId: text(at(method, 'id')),
      paymentTypeId: text(at(method, 'type')),
      installments: count(at(method, 'installments')),
    },
  ];
}

function toItem(item: JsonObject, currency: string | null): OrderItem {
  return {
    title: text(at(item, 'title')),
    unitPrice: money(at(item, 'unit_price'), currency),
    quantity: count(at(item, 'quantity')),
    description: text(at(item, 'description')),
    externalCode: text(at(item, 'external_code')),
    categoryId: text(at(item, 'category_id')),
    pictureUrl: text(at(item, 'picture_url')),
  };
}
