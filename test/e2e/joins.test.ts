import { beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment, cancelsSent, keysSent } from './ask.ts';
import { until } from './time.ts';

/** Cancelled for whoever names AUT-123; to all others the provider answers nothing that could be read. */
const paymentId = 'A0000000000000000000000000050212';

let world: World;

beforeEach(async () => {
  world = await startWorld();
  return () => world.close();
});

const authorizationsSent = () => cancelsSent(world).map(({ body }) => JSON.parse(body).authorizationId);

interface Joined {
  readonly id: string;
  readonly history: readonly { readonly idempotencyKey: string; readonly requestedAt: string }[];
}

async function historyOf(id: string): Promise<Joined['history']> {
  const query =
    'query ($id: ID!) { found: cancellation(id: $id) { id history { idempotencyKey requestedBy requestedAt reason note } } }';
  return (await world.ask<{ found: Joined }>(query, { id })).found.history;
}

describe('a payment that was to be cancelled without its authorization', () => {
  const withoutIt = { paymentId, idempotencyKey: 'first', note: 'by the app' };
  const withIt = { paymentId, idempotencyKey: 'second', authorizationId: 'AUT-123', reason: 'FRAUD' } as const;

  it('is cancelled, by the same request, once a second key names it', async () => {
    const first = await cancelPayment(world, withoutIt);
    expect(first).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    const id = first.cancellation?.id ?? '';
    const second = await cancelPayment(world, withIt);
    expect(second.cancellation?.id).toBe(id);
    world.clock.jump(3_000);
    await until(async () => (await cancellation(world, id))?.settled === true);
    expect(await cancellation(world, id)).toMatchObject({
      outcome: 'CANCELLED',
      idempotencyKey: 'first',
      reason: null,
    });
    expect(authorizationsSent()[0]).toBeUndefined();
    expect(authorizationsSent().at(-1)).toBe('AUT-123');
    expect(new Set(keysSent(world)).size).toBe(1);
    expect(world.emulator.providers.VTEX.cancellations(paymentId)).toHaveLength(1);
  });

  it('tells who asked for it, under which key and why', async () => {
    const first = await cancelPayment(world, withoutIt);
    await cancelPayment(world, withIt);
    const told = await historyOf(first.cancellation?.id ?? '');
    const who = { requestedBy: 'development', requestedAt: expect.any(String) };
    expect(told).toEqual([
      { ...who, idempotencyKey: 'first', reason: null, note: 'by the app' },
      { ...who, idempotencyKey: 'second', reason: 'FRAUD', note: null },
    ]);
  });

  it('is not joined by its own key with another authorization', async () => {
    const first = await cancelPayment(world, withoutIt);
    const again = await cancelPayment(world, { ...withIt, idempotencyKey: 'first' });
    expect(again).toMatchObject({
      ...{ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_NEW_KEY', errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' },
      error: { earlier: { id: first.cancellation?.id } },
    });
    world.clock.jump(3_000);
    await until(() => cancelsSent(world).length > 1);
    expect(authorizationsSent()).toEqual(authorizationsSent().map(() => undefined));
  });
});
