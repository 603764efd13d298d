import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment, cancelsSent, keysSent } from './ask.ts';
import { until } from './time.ts';

let world: World;
let n = 8_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const requestId = expect.stringMatching(/^[0-9A-F]{32}$/);

describe('the cancel of a VTEX payment', () => {
  it('sends both ids and the credentials of the application', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    const answer = await cancelPayment(world, { paymentId, note: 'kept here' });
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    const [cancelled] = world.emulator.providers.VTEX.cancellations(paymentId);
    expect(answer.cancellation?.providerCancellationId).toBe(cancelled?.cancellationId);
    const [request, ...more] = world.emulator.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', path: `/vtex/payments/${paymentId}/cancellations` });
    expect(JSON.parse(request?.body ?? '')).toEqual({ paymentId, requestId });
    const { appKey, appToken } = world.emulator.providers.VTEX.credentials;
    expect(request?.headers).toMatchObject({ 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken });
    expect(request?.headers).not.toHaveProperty('x-provider-api-appkey');
    expect(request?.headers).not.toHaveProperty('x-idempotency-key');
  });

  it('passes an authorization id on', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    await cancelPayment(world, { paymentId, authorizationId: 'AUTH-77' });
    const [request] = world.emulator.requests;
    expect(JSON.parse(request?.body ?? '')).toEqual({ paymentId, requestId, authorizationId: 'AUTH-77' });
  });

  it('meets one target under every spelling of its id', async () => {
    const plain = '77ABCDEF0000000000000000000000FF';
    const spellings = [
      plain.toLowerCase(),
      plain,
      '77abcdef-0000-0000-0000-0000000000ff',
      '77ABCDEF-0000-0000-0000-0000000000FF',
    ];
    const answers = [];
    for (const paymentId of spellings) answers.push(await cancelPayment(world, { paymentId }));
    expect(answers.map(({ errorCode }) => errorCode)).toEqual([null, ...Array(3).fill('PAYMENT_ALREADY_CANCELLED')]);
    expect(new Set(answers.map((answer) => answer.cancellation?.id)).size).toBe(1);
    expect(answers[0]?.cancellation?.paymentId).toBe(plain);
    expect(cancelsSent(world).map(({ path }) => path)).toEqual([`/vtex/payments/${plain}/cancellations`]);
  });

  it('replays one key under every spelling of the id', async () => {
    const idempotencyKey = 'spelt-differently';
    await cancelPayment(world, { paymentId: '77ABCDEF0000000000000000000000EE', idempotencyKey });
    const paymentId = '77abcdef-0000-0000-0000-0000000000ee';
    expect(await cancelPayment(world, { paymentId, idempotencyKey })).toMatchObject({ replayed: true });
  });

  it('goes out under a fresh requestId after a decline', async () => {
    const paymentId = 'A0000000000000000000000000050020';
    for (const _ of [1, 2]) {
      expect(await cancelPayment(world, { paymentId })).toMatchObject({
        outcome: 'NOT_CANCELLED',
        nextAction: 'RETRY_NEW_KEY',
        errorCode: 'PROVIDER_DECLINED',
      });
    }
    expect(new Set(keysSent(world)).size).toBe(2);
  });

  it('keeps its requestId through a release', async () => {
    world.emulator.override({ method: 'POST', answer: { status: 429 } });
    const input = { paymentId: freshIds.VTEX.payment(n++), idempotencyKey: 'vtex-released' };
    expect(await cancelPayment(world, input)).toMatchObject({ nextAction: 'RETRY_SAME_KEY' });
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: false });
    const [one, two] = keysSent(world);
    expect(two).toBe(one);
  });

  it('cannot be read', async () => {
    const query = `query ($id: ID!) { payment(id: $id) { __typename ... on ErrorResult { code } } }`;
    expect(await world.ask(query, { id: freshIds.VTEX.payment(1) })).toEqual({
      payment: { __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' },
    });
    expect(world.emulator.requests).toHaveLength(0);
  });

  // From here on records stay open, and the reconciler's calls come between those of the tests.
  it.each([
    ['alone does not settle', 'A0000000000000000000000000050210', 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
    [
      'named cancel-manually settles',
      'A0000000000000000000000000050211',
      'NOT_CANCELLED',
      'CANCEL_MANUALLY',
      'MANUAL_CANCELLATION_REQUIRED',
    ],
  ])('after a lost answer is met with a 501 that %s', async (name, paymentId, outcome, nextAction, errorCode) => {
    const first = await cancelPayment(world, { paymentId, idempotencyKey: `501-${name.replaceAll(' ', '-')}` });
    expect(first).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    world.clock.jump(3_000);
    await until(() => cancelsSent(world).length > 1);
    const id = first.cancellation?.id ?? '';
    await until(async () => (await cancellation(world, id))?.attempts.at(-1)?.httpStatus === 501);
    expect(await cancellation(world, id)).toMatchObject({ outcome, nextAction, errorCode });
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('names a provider that leaves out the request in the log, once', async () => {
    const told = () =>
      world.log.map((line) => JSON.parse(line)).filter(({ reason }) => reason === 'leaves-out-requestId');
    const paymentId = 'A0000000000000000000000000020003';
    for (const idempotencyKey of ['left-out-1', 'left-out-2']) {
      expect(await cancelPayment(world, { paymentId, idempotencyKey })).toMatchObject({ outcome: 'UNKNOWN' });
      world.clock.jump(3_000);
    }
    await until(() => cancelsSent(world).length > 1);
    const alert = { level: 'error', event: 'providerAlert', provider: 'VTEX', api: 'payments' };
    expect(told()).toEqual([{ ...alert, time: expect.any(String), reason: 'leaves-out-requestId' }]);
  });
});

describe('the settings of the VTEX provider', () => {
  it('name the headers and the sandbox', async () => {
    const other = await startWorld({ env: { VTEX_AUTH_HEADERS: 'provider', VTEX_SANDBOX_MODE: 'true' } });
    const paymentId = freshIds.VTEX.payment(1);
    expect(await cancelPayment(other, { paymentId })).toMatchObject({ outcome: 'CANCELLED' });
    await other.close();
    const [request] = other.emulator.requests;
    const { appKey, appToken } = other.emulator.providers.VTEX.credentials;
    expect(request?.headers).toMatchObject({
      'x-provider-api-appkey': appKey,
      'x-provider-api-apptoken': appToken,
    });
    expect(request?.headers).not.toHaveProperty('x-vtex-api-appkey');
    expect(JSON.parse(request?.body ?? '')).toEqual({ paymentId, requestId, sandboxMode: true });
  });

  it('may be left out, and its payments are then refused', async () => {
    const env = { VTEX_PROVIDER_BASE_URL: '', VTEX_APP_KEY: '', VTEX_APP_TOKEN: '' };
    const other = await startWorld({ env });
    expect(await cancelPayment(other, { paymentId: freshIds.VTEX.payment(1) })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'CONTACT_SUPPORT',
      errorCode: 'PROVIDER_NOT_CONFIGURED',
      cancellation: null,
    });
    expect(await cancelPayment(other, { paymentId: freshIds.MERCADO_PAGO.payment(1) })).toMatchObject({
      outcome: 'CANCELLED',
    });
    await other.close();
  });
});
