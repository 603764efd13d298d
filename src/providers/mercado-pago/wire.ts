import { exactDecimal, type Money } from '../../cancellation/target/money.ts';
import type { Refund } from '../../cancellation/target/refund.ts';
import { isList, type Json, type JsonObject } from '../../rest/json.ts';
import type { WireError } from '../answer.ts';
import { at, instant, object, objects, term, text } from '../fields.ts';

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
  const status = term(at(body, 'status'));
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

/** Null where there is no list. A refund without an id, to which nobody could refer, is none. */
export function refunds(list: Json | undefined, currency: string | null): readonly Refund[] | null {
  if (!isList(list)) return null;
  return objects(list).flatMap((refund) => {
    const id = text(at(refund, 'id'));
    const status = text(at(refund, 'status'));
    // The payments API says when a refund was made, the orders API does not.
    const createdAt = instant(at(refund, 'date_created'));
    return id === null ? [] : [{ id, amount: money(at(refund, 'amount'), currency), status, createdAt }];
  });
}
