import type { IdForm } from '../../../src/cancellation/provider.ts';
import { exactDecimal, type Money } from '../../../src/cancellation/target/money.ts';
import type { Payment, PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import type { WireError } from '../../../src/providers/answer.ts';
import { at, object, text } from '../../../src/providers/fields.ts';
import type { JsonObject } from '../../../src/rest/json.ts';
import { samplePayment } from '../../doubles/snapshots.ts';

export const holdId: IdForm = {
  expected: 'hold- and eight letters',
  canonicalize: (id) => (/^hold-[a-z]{8}$/.test(id) ? id : null),
};

const statuses: ReadonlyMap<string, PaymentStatus> = new Map([
  ['waiting', 'PENDING'],
  ['held', 'AUTHORIZED'],
  ['taken', 'APPROVED'],
  ['released', 'CANCELLED'],
  ['lapsed', 'REJECTED'],
]);

export function toPayment({ provider, id }: Target, body: JsonObject): Payment | null {
  const statusRaw = text(at(body, 'state'));
  if (statusRaw === null) return null;
  const status = statuses.get(statusRaw) ?? 'UNRECOGNIZED';
  return samplePayment({ id, provider, status, statusRaw, amount: toMoney(body) });
}

/** `{ "error": { "code": "…", "message": "…" } }` */
export function errorIn(body: JsonObject): WireError {
  const error = object(at(body, 'error'));
  return { code: text(at(error, 'code')), message: text(at(error, 'message')) };
}

/** It counts in cents. */
function toMoney(body: JsonObject): Money | null {
  const amount = exactDecimal(`${text(at(body, 'cents'))}e-2`);
  return amount === null ? null : { amount, currency: text(at(body, 'currency')) };
}
