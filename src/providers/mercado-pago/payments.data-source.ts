import type { DataSource } from '../data-source.ts';
import { type TargetApi, toCancelAnswer, toReadAnswer } from '../target-answer.ts';
import { type Account, clientOf, echoOf } from './api-client.ts';
import { paymentsErrors } from './payments.errors.ts';
import { toPayment } from './payments.mapping.ts';

const api: TargetApi<'payment'> = { errors: paymentsErrors, toSnapshot: toPayment };

const path = (id: string) => ['v1', 'payments', id];

/** The guides and every official SDK send this one; the reference of "Create cancellation" takes the other alone. */
const usualSpelling = 'cancelled';
export const otherSpelling = 'canceled';

/** A payment that nobody has. The refusal comes from behind the edge. */
const probePath = path('1');

/**
 * The payments of one merchant. `PUT /v1/payments/{id}` cancels, and is the same URL that captures: so its body is this one
 * and no other. It has no place for a reason.
 */
export function payments(account: Account): DataSource {
  const client = clientOf(account, 'payments', probePath);
  return {
    async cancel({ target, key, spelling, terms }) {
      const answer = await client.send({
        method: 'PUT',
        path: path(target.id),
        headers: { 'x-idempotency-key': key },
        json: { status: spelling ?? usualSpelling },
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
