import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCancellationClient } from '../../client/src/client.ts';
import type { ClientOptions } from '../../client/src/options.ts';
import { freshPayment, paymentThatTakesTime } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { isCancel, recordedFetch, type Sent } from './recorded-fetch.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 20 });
});
afterAll(() => world.close());

type Instead = Parameters<typeof recordedFetch>[1];

/** A client whose requests may be answered by something else, and what it sent. */
function clientWith(instead: Instead, options: Partial<ClientOptions> = {}) {
  const { fetch, sent } = recordedFetch(world.clock, instead);
  const client = createCancellationClient({ url: world.url, fetch, clock: world.clock, random: () => 0, ...options });
  return { client, sent };
}

/** Does so to the first requests and leaves the others alone. */
function first(count: number, what: NonNullable<Instead>): Instead {
  let left = count;
  return (...request) => (left-- > 0 ? what(...request) : null);
}

const networkDown: NonNullable<Instead> = () => Promise.reject(new TypeError('fetch failed'));
const loseAnswer: NonNullable<Instead> = async (_, send) => {
  await send();
  throw new TypeError('terminated');
};
const answerWith =
  (status: number, code: string | null, headers: Record<string, string> = {}): NonNullable<Instead> =>
  () => {
    const body =
      code === null ? '<html></html>' : JSON.stringify({ errors: [{ message: code, extensions: { code } }] });
    const type = code === null ? 'text/html' : 'application/json';
    return Promise.resolve(new Response(body, { status, headers: { 'content-type': type, ...headers } }));
  };

const keysOf = (sent: readonly Sent[]) =>
  new Set(sent.filter(isCancel).map(({ variables }) => variables.input?.['idempotencyKey']));

describe('what is sent again under the same key', () => {
  it.each([
    ['a network that is away', 3, networkDown],
    ['an answer that is lost', 2, loseAnswer],
    ['a gateway that has too much to do', 1, answerWith(503, 'OVERLOADED', { 'retry-after': '1' })],
    ['too much in a minute', 1, answerWith(429, 'RATE_LIMITED', { 'retry-after': '4' })],
    ['a proxy without a gateway', 2, answerWith(502, null)],
    ['a page of somebody else', 1, answerWith(200, null)],
    ['a fault of the gateway', 1, answerWith(500, 'INTERNAL_SERVER_ERROR')],
    ['a token that expired', 1, answerWith(401, 'UNAUTHENTICATED')],
    ['a challenge of somebody between', 1, answerWith(401, null)],
  ])('%s', async (_, times, what) => {
    const { client, sent } = clientWith(first(times, what));
    const result = await client.cancelPayment({ paymentId: freshPayment() });
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true, end: 'ANSWERED', problem: null });
    expect(sent.filter(isCancel)).toHaveLength(times + 1);
    expect(keysOf(sent)).toEqual(new Set([result.idempotencyKey]));
  });

  it.each([
    ['429', answerWith(429, 'RATE_LIMITED', { 'retry-after': '4' })],
    ['503', answerWith(503, null, { 'retry-after': '4' })],
  ])('not sooner than Retry-After of a %s says', async (_, what) => {
    const { client, sent } = clientWith(first(1, what));
    await client.cancelPayment({ paymentId: freshPayment() });
    expect((sent[1]?.at ?? 0) - (sent[0]?.answeredAt ?? 0)).toBeGreaterThanOrEqual(4_000);
  });

  it('a cancel that is not answered in ten seconds', async () => {
    const never: NonNullable<Instead> = (_, __, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const { client, sent } = clientWith(first(1, never));
    const result = await client.cancelPayment({ paymentId: freshPayment() });
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true });
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(10_000);
  });
});

describe('what ends it', () => {
  it('the deadline, with a lost answer told as unknown', async () => {
    let lost = false;
    const { client, sent } = clientWith((...request) => {
      if (lost) return networkDown(...request);
      lost = true;
      return loseAnswer(...request);
    });
    const paymentId = freshPayment();
    const result = await client.cancelPayment({ paymentId }, { deadlineMs: 20_000, language: 'PT_BR' });
    expect(result).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'RETRY_SAME_KEY', final: false, end: 'DEADLINE' });
    expect(result).toMatchObject({ problem: { code: 'NETWORK_ERROR' }, cancellation: null });
    expect(result.userMessage).toMatch(/^Não conseguimos/);
    expect(sent.length).toBeGreaterThan(2);

    const later = await clientWith(() => null).client.resumeCancellation(result.idempotencyKey);
    expect(later).toMatchObject({ outcome: 'CANCELLED', final: true, idempotencyKey: result.idempotencyKey });
  });

  it('the deadline, with what never left told as not cancelled', async () => {
    const headers = () => Promise.reject(new Error('sign in again'));
    const { client, sent } = clientWith(() => null, { headers });
    const result = await client.cancelPayment({ paymentId: freshPayment() }, { deadlineMs: 5_000 });
    expect(result).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', final: false });
    expect(result.problem).toEqual({ code: 'HEADERS_FAILED', message: 'sign in again' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['a caller who may not', 403, 'FORBIDDEN', 'NOT_CANCELLED', 'CONTACT_SUPPORT'],
    ['an input that is wrong', 400, 'BAD_USER_INPUT', 'NOT_CANCELLED', 'FIX_INPUT'],
    ['a token that is refused again', 401, 'UNAUTHENTICATED', 'NOT_CANCELLED', 'RETRY_SAME_KEY'],
    ['somebody between who asks who it is', 401, null, 'UNKNOWN', 'RETRY_SAME_KEY'],
    ['somebody between who refuses', 404, null, 'UNKNOWN', 'CONTACT_SUPPORT'],
  ] as const)('%s', async (_, status, code, outcome, nextAction) => {
    const { client } = clientWith(answerWith(status, code));
    const result = await client.cancelPayment({ paymentId: freshPayment() });
    expect(result).toMatchObject({ outcome, nextAction, final: false, end: 'REFUSED' });
    expect(result.problem?.code).toBe(code ?? `HTTP_${status}`);
  });

  it('the signal, before anything is sent', async () => {
    const { client, sent } = clientWith(() => null);
    const result = await client.cancelPayment({ paymentId: freshPayment() }, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'NOT_CANCELLED', final: false, end: 'ABORTED' });
    expect(sent).toEqual([]);
  });

  it('the signal, while an answer is waited for', async () => {
    const controller = new AbortController();
    const { client, sent } = clientWith(async (_, send) => {
      controller.abort();
      return send();
    });
    const result = await client.cancelPayment({ paymentId: freshPayment() }, { signal: controller.signal });
    expect(result).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'RETRY_SAME_KEY', final: false, end: 'ABORTED' });
    expect(sent).toHaveLength(1);
  });

  it('a key that the app cannot store', async () => {
    const { client, sent } = clientWith(() => null);
    const onKey = () => Promise.reject(new Error('the disk is full'));
    await expect(client.cancelPayment({ paymentId: freshPayment() }, { onKey })).rejects.toThrow('the disk is full');
    expect(sent).toEqual([]);
  });
});

describe('the headers', () => {
  it('are asked anew for each request, once more after a challenge', async () => {
    let token = 0;
    const headers = async () => ({ authorization: `Bearer ${++token}` });
    const { client, sent } = clientWith(first(1, answerWith(401, 'UNAUTHENTICATED')), { headers });
    await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) });
    expect(sent.map(({ authorization }) => authorization)).toEqual(sent.map((_, index) => `Bearer ${index + 1}`));
    expect(sent.length).toBeGreaterThan(2);
  });
});

describe('an app that was closed', () => {
  it('hears of nothing where the key was never accepted', async () => {
    expect(await clientWith(() => null).client.resumeCancellation('never-seen')).toBeNull();
  });

  it('sends what was never accepted, under the key it had', async () => {
    const { client, sent } = clientWith(() => null);
    const result = await client.resumeCancellation('never-sent', { cancelPayment: { paymentId: freshPayment() } });
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true, idempotencyKey: 'never-sent' });
    expect(sent.map(({ operation }) => operation)).toEqual(['CancellationByKey', 'CancelPayment']);
  });

  it('follows what is open to its end', async () => {
    const { client } = clientWith(() => null);
    const app = new AbortController();
    const closeIt = { signal: app.signal, onUpdate: () => app.abort() };
    const begun = await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) }, closeIt);
    expect(begun).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', final: false, end: 'ABORTED' });
    const result = await client.resumeCancellation(begun.idempotencyKey);
    expect(result).toMatchObject({ outcome: 'CANCELLED', final: true, cancellation: { id: begun.cancellation?.id } });
  });

  it('knows nothing for certain while the gateway is away', async () => {
    const { client } = clientWith(networkDown);
    const result = await client.resumeCancellation('some-key', { deadlineMs: 2_000 });
    expect(result).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'RETRY_SAME_KEY', final: false });
  });
});
