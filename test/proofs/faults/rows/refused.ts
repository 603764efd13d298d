import { canary, orderError, paymentError, vtexBody } from '../../../doubles/provider/answers.ts';
import type { Column, Exchange, Misbehaviour } from '../provider/target.ts';
import { respond, respondWith } from '../provider/wire-faults.ts';
import {
  answered,
  cancelled,
  definite,
  type Expectations,
  type ExpectedAnswer,
  query,
  refusal,
  released,
} from './expectation.ts';
import { lost } from './lost.ts';
import type { Inapplicable, Variant } from './variant.ts';

const cancelsOnly: Inapplicable = { because: 'an answer to a cancel only' };
const elsewhere: Inapplicable = { because: 'the provider does not answer so, or another variant says it' };

interface Facts {
  readonly executes?: boolean;
  readonly status?: string | null;
  readonly readFault?: Misbehaviour;
}

/** A variant that is listed for the columns that it names. */
export function only(
  row: number,
  name: string,
  fault: Misbehaviour | undefined,
  expectations: Partial<Record<Column, Expectations>>,
  facts: Facts = {},
): Variant {
  const { executes = false, ...rest } = facts;
  const all = { Q: cancelsOnly, P: elsewhere, O: elsewhere, V: elsewhere, ...expectations };
  return { row, name, transport: 'plain', ...(fault && { fault }), executes, ...rest, expectations: all };
}

const bad = (status: string, code: number) => respond(status, paymentError(Number(status.slice(0, 3)), String(code)));
const order = (status: string, code: string) => respond(status, orderError(code));
const declined = (status: string, code: string) =>
  respondWith(status, ({ target, key }: Exchange) => vtexBody(target, key ?? '', 'null', `"${code}"`));

const limitedFor = (retryAfterMs: number): ExpectedAnswer => ({
  ...answered('NOT_CANCELLED', 'PROVIDER_RATE_LIMITED', 'RETRY_SAME_KEY'),
  retryAfterMs,
});

function limited(name: string, header: string, retryAfterMs: number, tries: 1 | 2 = 1): Variant {
  const fault = respond('429 Too Many Requests', '{"message":"slow","error":"too_many","status":429}', header);
  const expectations = released(limitedFor(retryAfterMs), { sends: tries, tries });
  const Q = query('PROVIDER_RATE_LIMITED', tries);
  return only(tries === 2 ? 26 : 27, name, fault, { Q, P: expectations, O: expectations, V: expectations });
}

const unrecognized = refusal('UNRECOGNIZED_PROVIDER_ERROR', 'CONTACT_SUPPORT');

/** A well-formed 4xx of which nobody knows the code. */
function unknownCode(status: string): Variant[] {
  const fault = bad(status, 98765);
  const Q = query('UNRECOGNIZED_PROVIDER_ERROR', 1);
  const refused = definite(unrecognized, 1, unrecognized, 2);
  const none = definite(unrecognized);
  const executed = definite(cancelled, 1, unrecognized, 2);
  return [
    only(21, `${status}, unknown code, not executed`, fault, { Q, P: refused, O: refused, V: none }),
    only(21, `${status}, unknown code, executed`, fault, { P: executed, O: executed }, { executes: true }),
  ];
}

function failing(row: number, name: string, status: string, body: string, query: [string, 1 | 2], code: string) {
  return lost(row, name, respond(status, body), { query, code });
}

const both = (expectations: Expectations) => ({ P: expectations, O: expectations, V: expectations });
const credentials = definite(refusal('ACCESS_TOKEN_INVALID', 'FIX_CREDENTIALS'));
const forbidden = definite(refusal('PROVIDER_FORBIDDEN', 'FIX_CREDENTIALS'));
const support = (code: string) => definite(refusal(code, 'CONTACT_SUPPORT'));
const internal: [string, 1 | 2] = ['PROVIDER_INTERNAL_ERROR', 2];
const unrecognizedRead: [string, 1 | 2] = ['UNRECOGNIZED_PROVIDER_ERROR', 1];
const edge = (error: string, status: number) => JSON.stringify({ message: canary, error, status, cause: [] });
const missing = { status: null };
const notFound = (code: string) => definite(refusal(code, 'FIX_INPUT'), 2);
const declinedBy = (action: string) => definite(refusal('PROVIDER_DECLINED', action));

/** Rows 21, 26 to 28, 30, 31 and 33: the provider says no, later, or that it failed. */
export const refusedRows: readonly Variant[] = [
  ...['400 Bad Request', '405 Method Not Allowed', '415 Unsupported', '422 Unprocessable'].flatMap((status) =>
    // For an order a 422 means that it is too young: row 32.
    unknownCode(status).map((row) =>
      status.startsWith('422') ? { ...row, expectations: { ...row.expectations, O: elsewhere } } : row,
    ),
  ),
  ...['402 Payment Required', '408 Timeout', '425 Too Early', '499 Closed'].flatMap((status) =>
    failing(
      21,
      `${status}, hiding an effect`,
      status,
      edge('odd', 402),
      unrecognizedRead,
      'UNRECOGNIZED_PROVIDER_ERROR',
    ),
  ),
  only(21, 'declined with 400', declined('400 Bad Request', 'cannot'), { V: declinedBy('CONTACT_SUPPORT') }),
  limited('retry after a second', 'retry-after: 1\r\n', 1_000, 2),
  limited('retry after two seconds', 'retry-after: 2\r\n', 2_000, 2),
  limited('429 without a time', '', 5_000),
  limited('retry after ten seconds', 'retry-after: 10\r\n', 10_000),
  limited('retry after an hour', 'retry-after: 3600\r\n', 60_000),
  limited('retry after less than nothing', 'retry-after: -1\r\n', 5_000),
  limited('retry at a date that is past', 'retry-after: Wed, 21 Oct 2015 07:28:00 GMT\r\n', 5_000),
  ...failing(28, '500 internal error', '500 Error', edge('internal_error', 500), internal, 'PROVIDER_INTERNAL_ERROR'),
  ...failing(28, '503 as JSON', '503 Unavailable', edge('unavailable', 503), internal, 'PROVIDER_INTERNAL_ERROR'),
  ...failing(28, '424', '424 Failed', edge('failed', 424), unrecognizedRead, 'UNRECOGNIZED_PROVIDER_ERROR'),
  only(28, 'declined with 500', declined('500 Error', 'failed'), { V: declinedBy('RETRY_NEW_KEY') }),
  only(30, '401', respond('401 Unauthorized', edge('unauthorized', 401)), {
    Q: query('ACCESS_TOKEN_INVALID', 1),
    ...both(credentials),
  }),
  only(30, '403', respond('403 Forbidden', edge('forbidden', 403)), {
    Q: query('PROVIDER_FORBIDDEN', 1),
    ...both(forbidden),
  }),
  only(
    31,
    'payment unknown',
    undefined,
    { Q: query('PAYMENT_NOT_FOUND', 1), P: notFound('PAYMENT_NOT_FOUND') },
    missing,
  ),
  only(31, 'order unknown', undefined, { O: notFound('ORDER_NOT_FOUND') }, missing),
  // A replica that lags knows nothing of a payment that another has: what the cancel was answered counts.
  only(31, 'unknown to a lagging replica', bad('404 Not Found', 2000), {
    P: definite(refusal('PAYMENT_NOT_FOUND', 'FIX_INPUT'), 1, refusal('PAYMENT_NOT_FOUND', 'FIX_INPUT'), 2),
  }),
  only(31, 'order unknown to a lagging replica', order('404 Not Found', 'order_not_found'), {
    O: definite(refusal('ORDER_NOT_FOUND', 'FIX_INPUT'), 1, refusal('ORDER_NOT_FOUND', 'FIX_INPUT'), 2),
  }),
  // Only with both ids echoed it is a decline; the error catalogue makes a bare 404 an unrecognized error.
  only(31, 'declined with 404', declined('404 Not Found', 'none'), { V: declinedBy('CONTACT_SUPPORT') }),
  only(31, 'bare 404', respond('404 Not Found', edge('none', 404)), { V: definite(unrecognized) }),
  only(33, '400 / 2016', bad('400 Bad Request', 2016), { P: support('INVALID_STATUS_FOR_UPDATE') }),
  only(33, '400 / 4017', bad('400 Bad Request', 4017), { P: support('STATUS_REQUIRED') }),
  only(33, '400 / empty_required_header', order('400 Bad Request', 'empty_required_header'), {
    O: support('IDEMPOTENCY_KEY_REQUIRED'),
  }),
  only(33, '400 / invalid_idempotency_key_length', order('400 Bad Request', 'invalid_idempotency_key_length'), {
    O: support('INVALID_IDEMPOTENCY_KEY'),
  }),
  only(33, '400 / invalid_path_param', order('400 Bad Request', 'invalid_path_param'), {
    O: definite(refusal('INVALID_ORDER_ID', 'FIX_INPUT')),
  }),
];

export { bad, declined, edge, order };
