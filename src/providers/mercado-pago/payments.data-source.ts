import type { CallTerms, CancelAnswer, CancelCommand, ReadAnswer } from '../../cancellation/provider.ts';
import type { Target } from '../../cancellation/target/target.ts';
import type { ApiClient } from './api-client.ts';
import { paymentsErrors } from './payments.errors.ts';
import { toPayment } from './payments.mapping.ts';
import { type TargetApi, toCancelAnswer, toReadAnswer } from './target-api.ts';

const payments: TargetApi<'payment'> = { errors: paymentsErrors, toSnapshot: toPayment };

const path = (id: string) => ['v1', 'payments', id];

/** A payment that nobody has. The refusal comes from behind the edge. */
export const paymentsProbe = path('1');

/** `PUT /v1/payments/{id}`, the same URL that captures a payment: so its body is this one and no other. */
export async function cancelPayment(client: ApiClient, command: CancelCommand): Promise<CancelAnswer> {
  const { target, key, terms } = command;
  const answer = await client.send(target.id, {
    method: 'PUT',
    path: path(target.id),
    headers: { 'x-idempotency-key': key },
    json: { status: 'cancelled' },
    ...terms,
  });
  return toCancelAnswer(payments, target, answer);
}

/** `GET /v1/payments/{id}` */
export async function readPayment(client: ApiClient, target: Target, terms: CallTerms): Promise<ReadAnswer> {
  const answer = await client.send(target.id, { method: 'GET', path: path(target.id), headers: {}, ...terms });
  return toReadAnswer(payments, target, answer);
}
