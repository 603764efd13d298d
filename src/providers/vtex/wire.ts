import { isObject, type JsonObject, parseJson } from '../../rest/json.ts';
import type { RestAnswer } from '../../rest/result.ts';
import type { WireError } from '../answer.ts';
import { at, text } from '../fields.ts';
import type { Echo } from '../provider-client.ts';
import { plainHex } from './ids.ts';
import { meaningOf, rowOfStatus } from './payments.errors.ts';

export function errorIn(body: JsonObject): WireError {
  return { code: text(at(body, 'code')), message: text(at(body, 'message')) };
}

/** The ids that a request carries and its answer repeats. */
export interface Ids {
  readonly paymentId: string;
  readonly requestId: string;
}

/** Whether the answer is to this request: it repeats both ids, leaves one out, or names another. */
export function echoOf(body: JsonObject | null, ids: Ids): Echo {
  const paymentId = text(at(body, 'paymentId'));
  const requestId = text(at(body, 'requestId'));
  const differs = (echoed: string | null, sent: string) => echoed !== null && plainHex(echoed) !== plainHex(sent);
  if (differs(paymentId, ids.paymentId) || differs(requestId, ids.requestId)) return 'foreign';
  return paymentId !== null && requestId !== null ? 'ours' : 'missing';
}

/** Whether an answer names the payment and not the request, without which it proves nothing: some providers never do. */
export function leavesOutRequest(body: JsonObject | null): boolean {
  return text(at(body, 'paymentId')) !== null && text(at(body, 'requestId')) === null;
}

/**
 * What an answer says about a cancellation: its id, also where a provider sends a number · `none` there is none, and it says
 * so with null · `blank` something stands where the id should, and it is no id · `unsaid` nothing that could be read.
 */
export type CancellationSaid = { readonly id: string } | 'none' | 'blank' | 'unsaid';

export function cancellationIn(body: JsonObject): CancellationSaid {
  const cancellationId = at(body, 'cancellationId');
  if (cancellationId === null) return 'none';
  if (typeof cancellationId !== 'string') return 'unsaid';
  return isBlank(cancellationId) ? 'blank' : { id: cancellationId };
}

/** What programs write where they have nothing to write: nought and minus one, a GUID of noughts, a null made into text. */
const blanks = /^(?:|-1(?:\.0+)?|[-0]*0(?:\.0+)?|null|undefined|none|false)$/i;

export function isBlank(text: string): boolean {
  return blanks.test(text.trim());
}

/** Whether an answer to a cancel is the protocol's: in its words, or by a status that speaks for itself. */
export function speaksProtocol({ status, body }: RestAnswer): boolean {
  const json = parseJson(body);
  if (!isObject(json)) return false;
  const isNamed = meaningOf(text(at(json, 'code'))) === 'MANUAL_CANCELLATION_REQUIRED';
  return isNamed || text(at(json, 'paymentId')) !== null || rowOfStatus(status) !== null;
}
