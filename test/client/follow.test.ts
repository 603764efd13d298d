import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCancellationClient } from '../../client/src/client.ts';
import { matchNextAction } from '../../client/src/next-action.ts';
import type { Subscribe } from '../../client/src/options.ts';
import type { CancelProgress } from '../../client/src/outcome.ts';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import { freshPayment, paymentThatTakesTime } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { recordedFetch } from './recorded-fetch.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 20 });
});
afterAll(() => world.close());

const operationsOf = (sent: readonly { operation: string }[]) => sent.map(({ operation }) => operation);

/** A client of graphql-ws, as far as the package sees one; `tell` is given what it subscribed with. */
function clientWith(tell: (sink: Parameters<Subscribe>[1], variables: Record<string, unknown>) => void) {
  const { fetch, sent } = recordedFetch(world.clock);
  let open = 0;
  const subscribe: Subscribe = ({ variables }, sink) => {
    open += 1;
    tell(sink, variables);
    return () => {
      open -= 1;
    };
  };
  const client = createCancellationClient({ url: world.url, fetch, subscribe, clock: world.clock, random: () => 0 });
  return { client, sent, open: () => open };
}

const settled = (id: unknown) => ({
  data: {
    cancellationUpdated: { id, outcome: 'CANCELLED', settled: true, nextAction: 'NOTHING', userMessage: 'Done.' },
  },
});

describe('a subscription', () => {
  it('tells the outcome, and nothing is asked', async () => {
    const { client, sent, open } = clientWith((sink, { id }) => setImmediate(() => sink.next(settled(id))));
    const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) });
    expect(result).toMatchObject({
      outcome: 'CANCELLED',
      final: true,
      userMessage: 'Done.',
      cancellation: { settled: true },
    });
    expect(operationsOf(sent)).toEqual(['CancelPayment']);
    expect(open()).toBe(0);
  });

  it.each<[string, (sink: Parameters<Subscribe>[1]) => void]>([
    ['breaks', (sink) => setImmediate(() => sink.error(new Error('socket closed')))],
    ['ends too soon', (sink) => setImmediate(() => sink.complete())],
    ['tells what is no cancellation', (sink) => setImmediate(() => sink.next({ data: null }))],
    ['is silent', () => {}],
    [
      'cannot begin',
      () => {
        throw new Error('no socket');
      },
    ],
  ])('that %s is replaced by asking', async (_, tell) => {
    const { client, sent } = clientWith(tell);
    const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) });
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true });
    expect(operationsOf(sent)).toContain('Cancellation');
  });

  it('is waited for until the deadline', async () => {
    const { client } = clientWith(() => {});
    const result = await client.cancelPayment(
      { paymentId: paymentThatTakesTime(world.emulator) },
      { deadlineMs: 20_000 },
    );
    expect(result).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', final: false, end: 'DEADLINE' });
  });
});

it('what is known on the way is told, each change once', async () => {
  const told: CancelProgress[] = [];
  const client = createCancellationClient({ url: world.url, clock: world.clock });
  await client.cancelPayment(
    { paymentId: paymentThatTakesTime(world.emulator) },
    { onUpdate: (known) => told.push(known) },
  );
  expect(told.map(({ outcome, nextAction, final }) => ({ outcome, nextAction, final }))).toEqual([
    { outcome: 'UNKNOWN', nextAction: 'WAIT', final: false },
  ]);
});

describe('values that are newer than the package', () => {
  /** The gateway's own answers, with some values of a later contract. */
  const later = (changes: Record<string, unknown>) => async (input: string | URL | Request, init?: RequestInit) => {
    const response = await fetch(input, init);
    const body = JSON.parse(await response.text());
    for (const root of Object.values<Record<string, unknown>>(body.data)) Object.assign(root, changes);
    return new Response(JSON.stringify(body), response);
  };
  const cancel = (changes: Record<string, unknown>) =>
    createCancellationClient({ url: world.url, clock: world.clock, fetch: later(changes) }).cancelPayment(
      { paymentId: freshPayment() },
      { deadlineMs: 20_000 },
    );

  it('an outcome is unknown', async () => {
    expect(await cancel({ outcome: 'HALF_CANCELLED' })).toMatchObject({ outcome: 'UNKNOWN' });
  });

  it('an action is support, where it is settled', async () => {
    expect(await cancel({ nextAction: 'ESCALATE' })).toMatchObject({ nextAction: 'CONTACT_SUPPORT', final: true });
  });

  it('an action is support and keeps the key, where no record tells of it', async () => {
    const result = await cancel({ outcome: 'NOT_CANCELLED', nextAction: 'SAME_KEY_LATER', cancellation: null });
    expect(result).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', final: false });
  });

  it('an action is waiting, where it is open', async () => {
    const cancellation = { id: '00000000-0000-4000-8000-000000000000', settled: false, sendsUntil: null };
    const result = await cancel({ nextAction: 'ESCALATE', cancellation });
    expect(result).toMatchObject({ nextAction: 'WAIT', final: false, end: 'DEADLINE' });
  });

  it('a code and an error type are passed on', async () => {
    const error = { __typename: 'LunarPhaseError' };
    expect(await cancel({ errorCode: 'LUNAR_PHASE', error })).toMatchObject({
      errorCode: 'LUNAR_PHASE',
      error,
      final: true,
    });
  });
});

describe('matchNextAction', () => {
  const branches = Object.fromEntries(nextActions.map((action) => [action, () => action])) as Parameters<
    typeof matchNextAction<string>
  >[1];

  it.each(nextActions)('takes the branch of %s', (nextAction) => {
    expect(matchNextAction({ nextAction }, branches)).toBe(nextAction);
  });

  it('calls for support where it knows no branch', () => {
    const newer: { nextAction: (typeof nextActions)[number] } = JSON.parse('{"nextAction":"ESCALATE"}');
    expect(matchNextAction(newer, branches)).toBe('CONTACT_SUPPORT');
  });

  it('does not compile while a branch is missing', () => {
    const { REFUND: _, ...incomplete } = branches;
    // @ts-expect-error REFUND has no branch.
    expect(matchNextAction({ nextAction: 'NOTHING' }, incomplete)).toBe('NOTHING');
  });
});
