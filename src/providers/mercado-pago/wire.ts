import { exactDecimal, type Money } from '../../cancellation/target/money.ts';
import type { Json, JsonObject } from '../../rest/json.ts';
import type { WireError } from '../answer.ts';
import { at, object, text } from '../fields.ts';

/**
 * The error of any of Mercado Pago's four envelopes: `errors[].code` of the orders API, `cause[].code` of the payments API,
 * `code` of the edge and the policy agent, and `error` where that is all there is.
 */
export function errorIn(body: JsonObject): WireError {
  const listed = object(at(body, 'errors'));
  const cause = object(at(body, 'cause'));
  return {
    code: text(at(listed, 'code')) ?? text(at(cause, 'code')) ?? text(at(body, 'code')) ?? text(at(body, 'error')),
    message: text(at(listed, 'message')) ?? text(at(body, 'message')) ?? text(at(cause, 'description')),
  };
}

/** The status in the provider's words; null in an error body, whose `status` is the number of an HTTP status. */
export function statusIn(body: JsonObject): string | null {
  const status = text(at(body, 'status'));
  return status === null || /^\d+$/.test(status) ? null : status;
}

/** The API says `cancelled` of payments and `canceled` of orders, its documentation either of both. */
export function isCancelled(status: string): boolean {
  return status === 'cancelled' || status === 'canceled';
}

export function money(amount: Json | undefined, currency: string | null): Money | null {
  const exact = exactDecimal(text(amount) ?? '');
  return exact === null ? null : { amount: exact, currency };
}
