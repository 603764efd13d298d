import { limited } from '../../../doubles/provider/answers.ts';
import { edgeError, orderError, paymentError, vtexBody } from '../../../doubles/provider/bodies.ts';
import type { Column, Exchange, Misbehaviour } from '../provider/target.ts';
import { reset, respond, respondLike, respondWith, respondWrong } from '../provider/wire-faults.ts';
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
  readonly waitsMs?: number;
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

function later(name: string, retryAfter: string | null, retryAfterMs: number, tries: 1 | 2 = 1): Variant {
  const fault = respondLike(() => limited(retryAfter));
  const expectations = released(limitedFor(retryAfterMs), { sends: tries, tries });
  const Q = query('PROVIDER_RATE_LIMITED', tries);
  return only(tries === 2 ? 26 : 27, name, fault, { Q, P: expectations, O: expectations, V: expectations });
}

const unrecognized = refusal('UNRECOGNIZED_PROVIDER_ERROR', 'CONTACT_SUPPORT');

/** A well-formed 4xx of which nobody knows the code. */
function unknownCode(status: number): Variant[] {
  const fault = respondWrong({ how: 'unrecognized', status });
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
const forbidden = refusal('PROVIDER_FORBIDDEN', 'FIX_CREDENTIALS');
const support = (code: string) => definite(refusal(code, 'CONTACT_SUPPORT'));
const internal: [string, 1 | 2] = ['PROVIDER_INTERNAL_ERROR', 2];
const unrecognizedRead: [string, 1 | 2] = ['UNRECOGNIZED_PROVIDER_ERROR', 1];
const missing = { status: null };
const notFound = (code: string) => definite(refusal(code, 'FIX_INPUT'), 2);
const declinedBy = (action: string) => definite(refusal('PROVIDER_DECLINED', action));

const foundAfterAll = (action: string): ExpectedAnswer => ({
  ...refusal('PROVIDER_INTERNAL_ERROR', action),
  retryAfterMs: 5_000,
});

/** The answer is lost, reads miss the target for a minute, and so does one more cancel. */
const lostAndMissing = (['payment', 'order'] as const).map((kind) => {
  const [column, code] = kind === 'payment' ? ['P', 'PAYMENT_NOT_FOUND'] : ['O', 'ORDER_NOT_FOUND'];
  const answer = refusal(code, 'FIX_INPUT');
  const expectations: Expectations = {
    again: { answer, sends: 2, reads: 5, tries: 'CRRRCRR' },
    heals: { answer, sends: 2, reads: null },
  };
  const facts = { ...missing, readFault: respondWrong({ how: 'not-found' }), waitsMs: 60_000 };
  return only(31, `answer lost, and no such ${kind}`, reset, { [column]: expectations }, facts);
});

/** The same key runs again, and by then the replica has caught up. */
const unknownToAReplica: Expectations = {
  ...definite(foundAfterAll('RETRY_SAME_KEY'), 1, refusal('PAYMENT_NOT_FOUND', 'FIX_INPUT'), 2),
  again: { answer: cancelled, sends: 2, reads: 1, tries: 'CRC', replayed: false },
};

/** A refusal that may lie in the state of the target, which is read once. */
function perhapsByState(code: number): Variant[] {
  const fault = bad('403 Forbidden', code);
  const captured = refusal('PAYMENT_NOT_CANCELLABLE', 'REFUND');
  return [
    only(30, `403 / ${code}, open`, fault, { P: definite(forbidden, 1) }),
    only(30, `403 / ${code}, captured`, fault, { P: definite(captured, 1, forbidden) }, { status: 'approved' }),
  ];
}

/** A status that is refused is sent once more in the other spelling, under a key of its own. */
const twice = { sends: 2, reads: 0, tries: 'CC', keys: 2 } as const;
const misspelled = { answer: refusal('INVALID_STATUS_FOR_UPDATE', 'CONTACT_SUPPORT'), ...twice };
const inBothSpellings: Expectations = {
  ...support('INVALID_STATUS_FOR_UPDATE'),
  fresh: misspelled,
  once: { answer: cancelled, ...twice },
  again: { ...misspelled, replayed: true },
  reads: misspelled,
};

/** Rows 21, 26 to 28, 30, 31 and 33: the provider says no, later, or that it failed. */
export const refusedRows: readonly Variant[] = [
  ...[400, 405, 415, 422].flatMap((status) =>
    // For an order a 422 means that it is too young: row 32.
    unknownCode(status).map((row) =>
      status === 422 ? { ...row, expectations: { ...row.expectations, O: elsewhere } } : row,
    ),
  ),
  ...['402 Payment Required', '408 Timeout', '425 Too Early', '499 Closed'].flatMap((status) =>
    failing(
      21,
      `${status}, hiding an effect`,
      status,
      edgeError('odd', 402),
      unrecognizedRead,
      'UNRECOGNIZED_PROVIDER_ERROR',
    ),
  ),
  only(21, 'declined with 400', declined('400 Bad Request', 'cannot'), { V: declinedBy('CONTACT_SUPPORT') }),
  later('retry after a second', '1', 1_000, 2),
  later('retry after two seconds', '2', 2_000, 2),
  later('429 without a time', null, 5_000),
  later('retry after ten seconds', '10', 10_000),
  later('retry after an hour', '3600', 60_000),
  later('retry after less than nothing', '-1', 5_000),
  later('retry at a date that is past', 'Wed, 21 Oct 2015 07:28:00 GMT', 5_000),
  ...lost(28, '500 internal error', respondWrong({ how: 'failed' }), {
    query: internal,
    code: 'PROVIDER_INTERNAL_ERROR',
  }),
  ...failing(28, '503 as JSON', '503 Unavailable', edgeError('unavailable', 503), internal, 'PROVIDER_INTERNAL_ERROR'),
  ...failing(28, '424', '424 Failed', edgeError('failed', 424), unrecognizedRead, 'UNRECOGNIZED_PROVIDER_ERROR'),
  only(28, 'declined with 500', declined('500 Error', 'failed'), { V: declinedBy('RETRY_NEW_KEY') }),
  only(30, '401', respondWrong({ how: 'denied' }), {
    Q: query('ACCESS_TOKEN_INVALID', 1),
    ...both(credentials),
  }),
  only(30, '403', respond('403 Forbidden', edgeError('forbidden', 403)), {
    Q: query('PROVIDER_FORBIDDEN', 1),
    ...both(definite(forbidden)),
  }),
  ...perhapsByState(4),
  ...perhapsByState(3002),
  only(
    31,
    'payment unknown',
    undefined,
    { Q: query('PAYMENT_NOT_FOUND', 1), P: notFound('PAYMENT_NOT_FOUND') },
    missing,
  ),
  only(31, 'order unknown', undefined, { O: notFound('ORDER_NOT_FOUND') }, missing),
  ...lostAndMissing,
  // A replica that lags knows nothing of a payment that another has and shows: what it shows outweighs.
  only(31, 'unknown to a lagging replica', respondWrong({ how: 'not-found' }), { P: unknownToAReplica }),
  only(31, 'order unknown to a lagging replica', respondWrong({ how: 'not-found' }), {
    O: definite(foundAfterAll('RETRY_NEW_KEY'), 1, refusal('ORDER_NOT_FOUND', 'FIX_INPUT'), 2),
  }),
  ...(['payment', 'order'] as const).map((kind) => {
    const [column, status, code] = kind === 'payment' ? ['P', 'approved', 'PAYMENT'] : ['O', 'processed', 'ORDER'];
    const [what, unread] = [refusal(`${code}_NOT_CANCELLABLE`, 'REFUND'), refusal(`${code}_NOT_FOUND`, 'FIX_INPUT')];
    const fault = respondWrong({ how: 'not-found' });
    return only(31, `${kind} not found, and captured`, fault, { [column]: definite(what, 1, unread, 2) }, { status });
  }),
  // Only with both ids echoed it is a decline; the error catalogue makes a bare 404 an unrecognized error.
  only(31, 'declined with 404', declined('404 Not Found', 'none'), { V: declinedBy('CONTACT_SUPPORT') }),
  only(31, 'bare 404', respond('404 Not Found', edgeError('none', 404)), { V: definite(unrecognized) }),
  only(33, '400 / 2016', bad('400 Bad Request', 2016), { P: inBothSpellings }),
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

export { bad, declined, order };
