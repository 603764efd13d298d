import { describe, expect, it } from 'vitest';
import type { PaymentToCancel } from '../../client/src/options.ts';
import { cancelled, json, recordOf, released, scriptedClient, untilDone, waiting } from './scripted.ts';

const refusal = (code: string, path?: readonly string[]) => ({
  errors: [{ message: code, path, extensions: { code } }],
});

describe('what is proof that nothing was done', () => {
  it.each([
    ['a refusal before anything ran', 403, refusal('UNTRUSTED_DOCUMENT'), 'NOT_CANCELLED'],
    ['a refusal of the field itself', 200, refusal('BAD_USER_INPUT', ['cancelPayment']), 'NOT_CANCELLED'],
    ['a code that is newer than the package', 200, refusal('SOMETHING_NEWER'), 'UNKNOWN'],
    ['a code of something between', 404, refusal('NOT_FOUND'), 'UNKNOWN'],
    ['the gateway’s own code below the field', 200, refusal('FORBIDDEN', ['cancelPayment', 'payment']), 'UNKNOWN'],
    ['later, below the field', 200, refusal('RATE_LIMITED', ['cancelPayment', 'payment']), 'UNKNOWN'],
    ['a challenge below the field', 200, refusal('UNAUTHENTICATED', ['cancelPayment', 'payment']), 'UNKNOWN'],
    ['errors that are none', 400, { errors: [null, 7] }, 'UNKNOWN'],
  ])('%s: %s', async (_, status, body, outcome) => {
    const { cancel } = scriptedClient(() => json({ ...body, data: { cancelPayment: null } }, status));
    expect(await cancel({ deadlineMs: 5_000 })).toMatchObject({ outcome, final: false });
  });
});

describe('a send of an earlier call may do it yet', () => {
  const answers = ({ operation }: { operation: string }) => ({
    data: operation === 'CancelPayment' ? { cancelPayment: released } : { cancellationByKey: recordOf(released) },
  });

  it('after a resume', async () => {
    const { client, clock } = scriptedClient(answers);
    const resumed = client.resumeCancellation('k', { cancelPayment: { paymentId: '1' }, deadlineMs: 5_000 });
    expect(await untilDone(clock, resumed)).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'RETRY_SAME_KEY' });
  });

  it('under a key of the app', async () => {
    const { cancel } = scriptedClient(answers);
    expect(await cancel({ idempotencyKey: 'k', deadlineMs: 5_000 })).toMatchObject({ outcome: 'UNKNOWN' });
    expect(await cancel({ deadlineMs: 5_000 })).toMatchObject({ outcome: 'NOT_CANCELLED' });
  });
});

describe('the key of an order that is resumed without its input', () => {
  const words = 'We could not find out whether the payment of your order was cancelled. Please try again in a moment.';
  const unknown = {
    outcome: 'UNKNOWN',
    nextAction: 'RETRY_SAME_KEY',
    userMessage: words,
    idempotencyKey: 'k',
    final: false,
    errorCode: null,
    error: null,
  };

  it('is told to be of an order by its record', async () => {
    const order = { ...recordOf(released), orderId: '1', paymentId: null };
    const { client, clock } = scriptedClient(() => ({ data: { cancellationByKey: order } }));
    expect(await untilDone(clock, client.resumeCancellation('k'))).toEqual({
      ...unknown,
      retryAfterMs: 1_000,
      requestId: 'r',
      cancellation: { id: 'c', settled: false, sendsUntil: null },
      problem: null,
      end: 'ANSWERED',
    });
  });

  it('is told to be of an order by the app, where no answer comes', async () => {
    const { client, clock } = scriptedClient(() => Promise.reject(new TypeError('fetch failed')));
    const resumed = client.resumeCancellation('k', { kind: 'order', deadlineMs: 5_000 });
    expect(await untilDone(clock, resumed)).toEqual({
      ...unknown,
      retryAfterMs: null,
      requestId: null,
      cancellation: null,
      problem: { code: 'NETWORK_ERROR', message: 'fetch failed' },
      end: 'DEADLINE',
    });
  });
});

describe('an answer without a record', () => {
  const unrecorded = { ...waiting, cancellation: null, retryAfterMs: null };

  it('that knows nothing ends it, and keeps the key', async () => {
    const unreadable = { ...unrecorded, nextAction: 'CONTACT_SUPPORT', errorCode: 'INTERNAL_ERROR' };
    const { cancel, asked } = scriptedClient(() => ({ data: { cancelPayment: unreadable } }));
    const told = { outcome: 'UNKNOWN', nextAction: 'CONTACT_SUPPORT', userMessage: unreadable.userMessage };
    expect(await cancel()).toMatchObject({ ...told, final: false, end: 'ANSWERED', cancellation: null });
    expect(asked).toHaveLength(1);
  });

  it('denies nothing of a send that was lost before it', async () => {
    const refused = {
      ...unrecorded,
      outcome: 'NOT_CANCELLED',
      nextAction: 'FIX_CREDENTIALS',
      userMessage: 'Not done.',
    };
    const { cancel, asked } = scriptedClient((_, count) => {
      if (count === 1) throw new TypeError('connection reset');
      return { data: { cancelPayment: refused } };
    });
    expect(await cancel()).toMatchObject({
      outcome: 'UNKNOWN',
      nextAction: 'CONTACT_SUPPORT',
      userMessage: 'We could not find out whether your payment was cancelled. Please contact the store.',
      final: false,
      end: 'ANSWERED',
    });
    expect(asked).toHaveLength(2);
  });
});

describe('is refused before anything is sent', () => {
  // @ts-expect-error The key is of the options.
  const keyed: PaymentToCancel = { paymentId: '1', idempotencyKey: 'mine' };

  it('a key in the input', async () => {
    const { client, asked } = scriptedClient(() => ({}));
    await expect(client.cancelPayment(keyed)).rejects.toThrow('not in the input');
    await expect(client.resumeCancellation('k', { cancelPayment: keyed })).rejects.toThrow('not in the input');
    expect(asked).toEqual([]);
  });

  it('but not a key in the input that is undefined', async () => {
    const input: PaymentToCancel = { paymentId: '1', idempotencyKey: undefined };
    const { client, clock, asked } = scriptedClient(() => ({ data: { cancelPayment: cancelled } }));
    const result = await untilDone(clock, client.cancelPayment(input));
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true });
    expect(asked.map(({ input: sent }) => sent['idempotencyKey'])).toEqual([result.idempotencyKey]);
  });

  it('a payment and an order at once', async () => {
    const { client, asked } = scriptedClient(() => ({}));
    const both = { cancelPayment: { paymentId: '1' }, cancelOrder: { orderId: '1' } };
    await expect(client.resumeCancellation('k', both)).rejects.toThrow('not both');
    expect(asked).toEqual([]);
  });
});

describe('the time that is asked for', () => {
  it.each([
    ['in seconds', () => '4'],
    ['as a date', (now: number) => new Date(now + 4_000).toUTCString()],
  ])('%s is waited', async (_, header) => {
    const { cancel, asked, clock } = scriptedClient((_, count) =>
      count > 1
        ? { data: { cancelPayment: cancelled } }
        : json(refusal('OVERLOADED'), 503, { 'retry-after': header(clock.now()) }),
    );
    await cancel();
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBe(4_000);
  });

  it('is no longer than a timer of the platform can hold', async () => {
    const month = 30 * 24 * 60 * 60 * 1_000;
    const { cancel, asked } = scriptedClient((_, count) => ({
      data: { cancelPayment: count === 1 ? { ...released, retryAfterMs: month } : cancelled },
    }));
    await cancel({ deadlineMs: 12 * month });
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBe(2 ** 31 - 1);
  });
});
