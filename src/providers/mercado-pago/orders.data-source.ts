import type { CallTerms, CancelAnswer, CancelCommand, ReadAnswer } from '../../cancellation/provider.ts';
import type { Target } from '../../cancellation/target/target.ts';
import type { ApiClient } from './api-client.ts';
import { ordersErrors } from './orders.errors.ts';
import { toOrder } from './orders.mapping.ts';
import { type TargetApi, toCancelAnswer, toReadAnswer } from './target-api.ts';

const orders: TargetApi<'order'> = { errors: ordersErrors, toSnapshot: toOrder };

const path = (id: string) => ['v1', 'orders', id];

/** An order that nobody has: its id would have been made in the first millisecond of 1970. */
export const ordersProbe = path(`ORD${'0'.repeat(26)}`);

/** `POST /v1/orders/{id}/cancel`, without a body. The last header also cancels what a terminal is showing already. */
export async function cancelOrder(client: ApiClient, command: CancelCommand): Promise<CancelAnswer> {
  const { target, key, terms } = command;
  const answer = await client.send(target.id, {
    method: 'POST',
    path: [...path(target.id), 'cancel'],
    headers: { 'x-idempotency-key': key, 'x-allow-cancelable-status': 'at_terminal' },
    ...terms,
  });
  return toCancelAnswer(orders, target, answer);
}

/** `GET /v1/orders/{id}` */
export async function readOrder(client: ApiClient, target: Target, terms: CallTerms): Promise<ReadAnswer> {
  const answer = await client.send(target.id, { method: 'GET', path: path(target.id), headers: {}, ...terms });
  return toReadAnswer(orders, target, answer);
}
