import type { DataSource } from '../data-source.ts';
import { type TargetApi, toCancelAnswer, toReadAnswer } from '../target-answer.ts';
import { type Account, clientOf, echoOf } from './api-client.ts';
import { ordersErrors } from './orders.errors.ts';
import { isToBeCancelled, toOrder } from './orders.mapping.ts';

const api: TargetApi<'order'> = { errors: ordersErrors, toSnapshot: toOrder, isToBeCancelled };

const path = (id: string) => ['v1', 'orders', id];

/** An order that nobody has: its id would have been made in the first millisecond of 1970. */
const probePath = path(`ORD${'0'.repeat(26)}`);

/**
 * The orders of one merchant. `POST /v1/orders/{id}/cancel` cancels, without a body and so without a place for a reason; its
 * last header also cancels what a terminal is showing already.
 */
export function orders(account: Account): DataSource {
  const client = clientOf(account, 'orders', probePath);
  return {
    async cancel({ target, key, terms }) {
      const answer = await client.send({
        method: 'POST',
        path: [...path(target.id), 'cancel'],
        headers: { 'x-idempotency-key': key, 'x-allow-cancelable-status': 'at_terminal' },
        echoOf: echoOf(target.id),
        ...terms,
      });
      return toCancelAnswer(api, target, answer);
    },
    async read(target, terms) {
      const request = {
        method: 'GET',
        path: path(target.id),
        headers: {},
        echoOf: echoOf(target.id),
        ...terms,
      } as const;
      return toReadAnswer(api, target, await client.send(request));
    },
    close: () => client.close(),
  };
}
