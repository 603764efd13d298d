import { readAnswer } from '../../../doubles/provider/answers.ts';
import { edgeError } from '../../../doubles/provider/bodies.ts';
import * as wire from '../provider/wire-faults.ts';
import { respond, respondWith, respondWrong } from '../provider/wire-faults.ts';
import {
  answered,
  cancelled,
  definite,
  type Expectation,
  type Expectations,
  type ExpectedAnswer,
  lostThenRead,
  refusal,
  unknown,
} from './expectation.ts';
import { bad, declined, only, order } from './refused.ts';
import { foreign } from './unreadable.ts';
import type { Variant } from './variant.ts';

const lostAnswer = unknown();

/** A refusal that hangs on the state of the target, which is read, twice where it shows no final one; unreadable it proves nothing. */
function byState(what: Parameters<typeof definite>[0], after: Expectation, reads: 1 | 2 = 1): Expectations {
  return { ...definite(what, reads, lostAnswer, 2), heals: after };
}

const money = (code: string, action: string) => refusal(code, action);
const nothingMore = (what: Parameters<typeof definite>[0]): Expectation => ({ answer: what, sends: 1, reads: null });
const P = 'PAYMENT_NOT_CANCELLABLE';
const O = 'ORDER_NOT_CANCELLABLE';

const isOpen = new Set(['pending', 'in_process', 'created', 'processing']);

/** The read says where the target stands, and the money with it. */
function states(kind: 'P' | 'O', code: string, statuses: readonly (readonly [string, string])[]): Variant[] {
  const fault = kind === 'P' ? bad('400 Bad Request', 2018) : order('409 Conflict', 'cannot_cancel_order');
  return statuses.map(([status, action]) => {
    const what = money(code, action);
    const expectations = byState(what, nothingMore(what), isOpen.has(status) ? 2 : 1);
    return only(32, `${kind === 'P' ? '400 / 2018' : '409'}, ${status}`, fault, { [kind]: expectations }, { status });
  });
}

/** The read names the order that made the payment. */
function partOfAnOrder(status: string, what: ExpectedAnswer, reads: 1 | 2): Variant {
  const references = '{"references":[{"type":"ORDER_MP","id":"ORD01KWA1T1NGCAPTVRE000000000"}]}';
  const readFault = respondWith(
    '200 OK',
    ({ target }) => `{"id":${target.id},"status":"${status}","point_of_interaction":${references}}`,
  );
  return {
    ...only(32, `400 / 2018, ${status}, of an order`, bad('400 Bad Request', 2018), { P: definite(what, reads) }),
    readFault,
    staleReads: Number.POSITIVE_INFINITY,
  };
}

function already(kind: 'P' | 'O', name: string, code: string): Variant {
  const what = answered('CANCELLED', code, 'NOTHING');
  const expectations = { ...definite(what, 1, what, 2) };
  const fault = kind === 'P' ? bad('400 Bad Request', 2018) : order('409 Conflict', name);
  const status = kind === 'P' ? 'cancelled' : 'canceled';
  // Unread, a 2018 may be about any state; the order's own code says which.
  const unread: Expectations = kind === 'P' ? byState(what, nothingMore(what)) : expectations;
  return only(32, name, fault, { [kind]: unread }, { status });
}

const alreadyCancelled = answered('CANCELLED', 'ORDER_ALREADY_CANCELLED', 'NOTHING');

/** Both cannot be: a minute of reads decides, and nothing is sent again. Unread, the provider's word stands. */
const saidCancelledReadsTaken: Expectations = {
  fresh: { answer: unknown(), sends: 1, reads: 1, tries: 'CR' },
  again: { answer: unknown(), sends: 1, reads: 2, tries: 'CRR' },
  reads: { answer: alreadyCancelled, sends: 1, reads: 2, tries: 'CRR' },
};

/** The provider says that the order was cancelled before, and its reads show otherwise. */
function contradicted(status: string, O: Expectations): Variant {
  const fault = order('409 Conflict', 'order_already_cancelled');
  return only(32, `order_already_cancelled, reads ${status}`, fault, { O }, { status });
}

const isUnderWay = answered('PENDING', null, 'WAIT');

/**
 * Refused, and the read shows that somebody's cancellation is under way. It is waited for and nothing is sent again, also
 * when a later read does not show it.
 */
function underWay(name: string, reads: 1 | 2): Variant {
  const O: Expectations = {
    fresh: { answer: isUnderWay, sends: 1, reads, tries: `C${'R'.repeat(reads)}` },
    again: { answer: isUnderWay, sends: 1, reads: reads + 1, tries: `CR${'R'.repeat(reads)}` },
  };
  const requested = '"status":"at_terminal","status_detail":"cancellation_requested"';
  const readFault = respondWith('200 OK', ({ target }) => `{"id":"${target.id}",${requested}}`);
  const fault = order(name === 'order_not_found' ? '404 Not Found' : '409 Conflict', name);
  const facts = { readFault, staleReads: Number.POSITIVE_INFINITY };
  return only(32, `${name}, reads cancellation_requested`, fault, { O }, facts);
}

const inUse = unknown('IDEMPOTENCY_KEY_IN_PROGRESS');
const inUseFault = respondWrong({ how: 'locked' });

/** The key is locked: one resend, then it is read. */
function locked(executes: boolean): Expectations {
  const lost = lostThenRead({ executes, code: 'IDEMPOTENCY_KEY_IN_PROGRESS' });
  const fresh: Expectation = executes
    ? { answer: cancelled, sends: 2, reads: 1, tries: 'CCR' }
    : { answer: inUse, sends: 2, reads: 2, tries: 'CCRR' };
  return {
    ...lost,
    fresh,
    once: { answer: cancelled, sends: 2, reads: 0, tries: 'CC' },
    again: executes ? { ...fresh, replayed: true } : { answer: inUse, sends: 2, reads: 3 },
    reads: { answer: inUse, sends: 2, reads: 2, tries: 'CCRR' },
    heals: { answer: cancelled, sends: executes ? 2 : 3, reads: null },
    crash: { answer: cancelled, sends: executes ? 2 : 3, reads: null },
  };
}

const tooSoon = { ...money(O, 'RETRY_NEW_KEY'), retryAfterMs: 5_000 };
const tooSoonExpectations: Expectations = {
  ...definite(tooSoon),
  fresh: { answer: tooSoon, sends: 2, reads: 0, tries: 'CC' },
  once: { answer: cancelled, sends: 2, reads: 0, tries: 'CC' },
  again: { answer: tooSoon, sends: 2, reads: 0, replayed: true },
  reads: { answer: tooSoon, sends: 2, reads: 0, tries: 'CC' },
};

const failed501 = { code: 'PROVIDER_INTERNAL_ERROR' };
const byHand = definite(refusal('MANUAL_CANCELLATION_REQUIRED', 'CANCEL_MANUALLY'));
const plain501 = respond('501 Not Implemented', edgeError('not_implemented', 501));

/** Row 32: conflicts, locks, and refusals that hang on the state of the target. */
export const conflictRows: readonly Variant[] = [
  ...states('P', P, [
    ['approved', 'REFUND'],
    ['in_mediation', 'REFUND'],
    ['rejected', 'NOTHING'],
    ['refunded', 'NOTHING'],
    ['charged_back', 'CONTACT_SUPPORT'],
    ['pending', 'CONTACT_SUPPORT'],
    ['in_process', 'RETRY_NEW_KEY'],
  ]),
  ...states('O', O, [
    ['processed', 'REFUND'],
    ['failed', 'NOTHING'],
    ['expired', 'NOTHING'],
    ['refunded', 'NOTHING'],
    ['charged_back', 'CONTACT_SUPPORT'],
    ['created', 'CONTACT_SUPPORT'],
    ['processing', 'RETRY_NEW_KEY'],
  ]),
  partOfAnOrder('pending', refusal('CANCEL_THE_ORDER', 'FIX_INPUT'), 2),
  partOfAnOrder('approved', money(P, 'REFUND'), 1),
  already('P', '400 / 2018, cancelled before', 'PAYMENT_ALREADY_CANCELLED'),
  already('O', 'order_already_cancelled', 'ORDER_ALREADY_CANCELLED'),
  already('O', 'order_already_canceled', 'ORDER_ALREADY_CANCELLED'),
  contradicted('created', definite(alreadyCancelled, 1, alreadyCancelled, 2)),
  contradicted('processed', saidCancelledReadsTaken),
  contradicted('charged_back', saidCancelledReadsTaken),
  underWay('cannot_cancel_order', 2),
  underWay('order_not_found', 1),
  ...[false, true].flatMap((executes) => {
    const done = executes ? 'executed' : 'not executed';
    const used = burnt(lostThenRead({ executes, code: 'IDEMPOTENCY_KEY_ALREADY_USED' }), executes);
    const conflict = lostThenRead({ executes, code: 'UNRECOGNIZED_PROVIDER_ERROR' });
    const inside = lostThenRead({ executes, ...failed501 });
    return [
      only(32, `key used before, ${done}`, respondWrong({ how: 'key-used' }), { O: used }, { executes }),
      only(
        32,
        `409 of no known code, ${done}`,
        respond('409 Conflict', edgeError('odd', 409)),
        { P: conflict, O: conflict },
        { executes },
      ),
      only(32, `423, ${done}`, inUseFault, { P: locked(executes), O: locked(executes) }, { executes }),
      only(32, `501, ${done}`, plain501, { P: inside, O: inside, ...(!executes && { V: byHand }) }, { executes }),
    ];
  }),
  only(32, '422, too soon', respond('422 Unprocessable', '{"message":"too soon"}'), { O: tooSoonExpectations }),
  only(32, '501 cancel-manually', declined('501 Not Implemented', 'cancel-manually'), { V: byHand }),
  only(32, '501 of any other code', declined('501 Not Implemented', 'cannot'), { V: byHand }),
  only(32, '501 about another payment', respondWith('501 Not Implemented', foreign), { V: byHand }),
  {
    ...only(
      17,
      'final status with 200',
      respondWith('200 OK', ({ target }) => readAnswer(target).body),
      {
        P: definite(money(P, 'REFUND')),
      },
    ),
    status: 'approved',
  },
  ...(['reset', 'silence'] as const).map((name) =>
    only(
      32,
      `captured meanwhile, ${name}`,
      name === 'reset' ? wire.reset : wire.silence,
      {
        P: capturedMeanwhile(name === 'silence'),
      },
      { status: 'approved' },
    ),
  ),
];

/** A key that the provider has burnt is followed by the next generation of it. */
function burnt(expectations: Expectations, executes: boolean): Expectations {
  return executes ? expectations : { ...expectations, heals: { answer: cancelled, sends: 2, reads: null, keys: 2 } };
}

/** No answer to the cancel, and a read that shows a final status. */
function capturedMeanwhile(hangs: boolean): Expectations {
  const what = money(P, 'REFUND');
  const early = hangs ? { early: unknown() } : {};
  const { reads } = lostThenRead({ executes: false, hangs });
  const learnt: Expectation = { answer: what, sends: 1, reads: 1, tries: 'CR' };
  return {
    fresh: { ...learnt, ...early },
    again: { ...learnt, replayed: true },
    reads,
    heals: nothingMore(what),
    crash: nothingMore(what),
  };
}
