import { describe, expect, test } from 'vitest';
import { type Evidence, violations } from './check.ts';
import type { Answer, Exchange, Flow } from './history.ts';
import type { LedgerLine } from './ledger.ts';
import type { Row } from './records.ts';

/** The check itself is held to histories in which something went wrong; a storm without violations then means something. */
const target = '700000000000001';
const cancelled: Answer = {
  outcome: 'CANCELLED',
  nextAction: 'NOTHING',
  errorCode: null,
  retryAfterMs: null,
  cancellationId: 'r',
};
const refused: Answer = { ...cancelled, outcome: 'NOT_CANCELLED', nextAction: 'REFUND' };
const released: Answer = { ...cancelled, outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY' };
const unknown: Answer = { ...cancelled, outcome: 'UNKNOWN', nextAction: 'WAIT' };

const exchange = (answer: Answer | null, at = 100): Exchange => ({
  replica: 0,
  by: 'cancel',
  askedAt: at - 10,
  at,
  answer,
});
const flow = (...answers: Exchange[]): Flow => ({
  key: 'k',
  target,
  kind: 'payment',
  what: 'fresh',
  exchanges: answers,
  leaves: false,
  vanished: false,
});
const effect = (at: number, what: LedgerLine['what'] = 'effect'): LedgerLine => ({
  at,
  what,
  target,
  status: 'cancelled',
  key: `key ${at}`,
  connection: 1,
});
const row = (outcome: string, state = 'DONE'): Row => ({
  id: 'r',
  target,
  state,
  outcome,
  created: 0,
  updated: 90,
  finished: 90,
});

function found(flows: Flow[], effects: LedgerLine[], rows: Row[], finalAnswers: Answer | null = cancelled) {
  const evidence: Evidence = {
    flows,
    ledger: {
      effects: new Map(effects.length > 0 ? [[target, effects]] : []),
      cancelledAt: new Map(effects.slice(0, 1).map(({ at }) => [target, at])),
      foreignActs: 0,
    },
    records: { rows, attempts: new Map(), recordOfKey: new Map(rows.map(({ id }) => ['k', id])) },
    finalAnswers: [new Map([['k', finalAnswers]])],
  };
  const counts = Object.entries(violations(evidence)).map(([what, list]) => [what, list.length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

describe('a history', () => {
  test('without fault', () => expect(found([flow(exchange(cancelled))], [effect(50)], [row('CANCELLED')])).toEqual({}));

  test('with two cancels of one target', () =>
    expect(found([flow(exchange(cancelled))], [effect(50), effect(60, 'double')], [row('CANCELLED')])).toEqual({
      double: 1,
    }));

  test('with a record that never became final', () =>
    expect(found([flow(exchange(unknown))], [], [row('UNKNOWN', 'SENT')], unknown)).toEqual({ lost: 2 }));

  test('with an accepted cancel that nobody remembers', () =>
    expect(found([flow(exchange(cancelled))], [effect(50)], [], null)).toEqual({ lost: 2, wrong: 1 }));

  test('with success told of what did not happen', () =>
    expect(found([flow(exchange(cancelled))], [], [row('CANCELLED')])).toEqual({ wrong: 2 }));

  test('with success told too early', () =>
    expect(found([flow(exchange(cancelled))], [effect(150)], [row('CANCELLED')])).toEqual({ wrong: 1 }));

  test('with failure told of what had happened', () =>
    expect(found([flow(exchange(refused))], [effect(50)], [row('NOT_CANCELLED')], refused)).toEqual({ wrong: 2 }));

  test('with failure told before it happened after all', () =>
    expect(found([flow(exchange(refused))], [effect(150)], [row('NOT_CANCELLED')], refused)).toEqual({ wrong: 2 }));

  test('with a release and no one who asked again', () =>
    expect(
      found([flow(exchange(released), exchange(cancelled, 100))], [effect(150)], [row('CANCELLED')]),
    ).toMatchObject({
      wrong: 2,
    }));

  test('with a release and another try is without fault', () =>
    expect(found([flow(exchange(released), exchange(cancelled, 200))], [effect(150)], [row('CANCELLED')])).toEqual({}));

  test('with both answers under one key', () =>
    expect(
      found([flow(exchange(refused, 40)), flow(exchange(cancelled))], [effect(50)], [row('CANCELLED')]),
    ).toMatchObject({
      wrong: 2,
      disagreeing: 1,
    }));

  test('with replicas of two minds', () =>
    expect(found([flow(exchange(cancelled))], [effect(50)], [row('CANCELLED')], unknown)).toEqual({ disagreeing: 1 }));
});
