import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellationByKey, cancelOrder, cancelPayment, cancelsSent, keysSent, payloadFields, post } from './ask.ts';

let world: World;
let n = 100;
const nextPayment = () => freshIds.MERCADO_PAGO.payment(n++);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const credentialsRefused = {
  status: 401,
  body: { message: 'x', error: 'unauthorized', status: 401, cause: [{ code: 7, description: 'x' }] },
};

describe('a repeated key', () => {
  it('replays a settled success and sends nothing', async () => {
    const input = { paymentId: nextPayment(), idempotencyKey: 'settled-success' };
    const first = await cancelPayment(world, input);
    const again = await cancelPayment(world, input);
    expect(first).toMatchObject({ outcome: 'CANCELLED', replayed: false, errorCode: null });
    expect(again).toEqual({ ...first, replayed: true });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('replays a settled refusal and sends nothing', async () => {
    world.emulator.override({ method: 'PUT', answer: credentialsRefused });
    const input = { paymentId: nextPayment(), idempotencyKey: 'settled-refusal' };
    const first = await cancelPayment(world, input);
    const again = await cancelPayment(world, input);
    expect(first).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'FIX_CREDENTIALS', replayed: false });
    expect(again).toEqual({ ...first, replayed: true });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('runs a released cancellation again under the same upstream key', async () => {
    world.emulator.override({ method: 'PUT', answer: { status: 429 } });
    const input = { paymentId: nextPayment(), idempotencyKey: 'released' };
    const first = await cancelPayment(world, input);
    expect(first).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      errorCode: 'PROVIDER_RATE_LIMITED',
      cancellation: { settled: false },
    });
    const again = await cancelPayment(world, input);
    expect(again).toMatchObject({ outcome: 'CANCELLED', replayed: false, cancellation: { settled: true } });
    expect(again.cancellation?.id).toBe(first.cancellation?.id);
    expect(again.cancellation?.attempts.map(({ httpStatus }) => httpStatus)).toEqual([429, 200]);
    const [one, two] = keysSent(world);
    expect(two).toBe(one);
  });

  it('meets a cancellation that another key finished after its release', async () => {
    world.emulator.override({ method: 'PUT', answer: { status: 429 } });
    const paymentId = nextPayment();
    await cancelPayment(world, { paymentId, idempotencyKey: 'released-first' });
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'released-second' })).toMatchObject({
      outcome: 'CANCELLED',
    });
    const sent = cancelsSent(world).length;
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'released-first' })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
    });
    expect(cancelsSent(world)).toHaveLength(sent);
  });

  it('is refused for another payment, and names the earlier cancellation', async () => {
    const earlier = await cancelPayment(world, { paymentId: nextPayment(), idempotencyKey: 'taken' });
    const paymentId = nextPayment();
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'taken' })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_NEW_KEY',
      errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED',
      idempotencyKey: 'taken',
      replayed: false,
      cancellation: null,
      error: { __typename: 'IdempotencyConflictError', upstream: null, earlier: { id: earlier.cancellation?.id } },
    });
    expect(cancelsSent(world)).toHaveLength(1);
    expect(world.emulator.providers.MERCADO_PAGO.paymentStatus(paymentId)).not.toBe('cancelled');
  });

  it('is refused for an order after a payment', async () => {
    await cancelPayment(world, { paymentId: nextPayment(), idempotencyKey: 'payment-then-order' });
    const refused = await cancelOrder(world, {
      orderId: freshIds.MERCADO_PAGO.order(n++),
      idempotencyKey: 'payment-then-order',
    });
    expect(refused).toMatchObject({ outcome: 'NOT_CANCELLED', errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('is refused for another authorization of the same payment', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    await cancelPayment(world, { paymentId, idempotencyKey: 'auth', authorizationId: 'one' });
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'auth', authorizationId: 'two' })).toMatchObject({
      errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('stays free after a refusal for another target', async () => {
    const idempotencyKey = 'refused-then-right';
    const paymentId = nextPayment();
    const first = await cancelPayment(world, { paymentId, idempotencyKey });
    await cancelPayment(world, { paymentId: nextPayment(), idempotencyKey });
    expect(await cancelPayment(world, { paymentId, idempotencyKey })).toEqual({ ...first, replayed: true });
  });
});

describe('a new key', () => {
  it('meets a cancelled payment without sending, and is stored', async () => {
    const paymentId = nextPayment();
    const first = await cancelPayment(world, { paymentId, idempotencyKey: 'first-of-two' });
    const second = await cancelPayment(world, { paymentId, idempotencyKey: 'second-of-two' });
    expect(second).toMatchObject({
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
      idempotencyKey: 'second-of-two',
      replayed: false,
      error: { __typename: 'PaymentAlreadyCancelledError', upstream: null },
    });
    expect(second.cancellation?.id).toBe(first.cancellation?.id);
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'second-of-two' })).toEqual({
      ...second,
      replayed: true,
    });
    expect((await cancellationByKey(world, 'second-of-two'))?.id).toBe(first.cancellation?.id);
    expect(await cancelPayment(world, { paymentId: nextPayment(), idempotencyKey: 'second-of-two' })).toMatchObject({
      errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('meets a cancelled order without sending', async () => {
    const orderId = freshIds.MERCADO_PAGO.order(n++);
    await cancelOrder(world, { orderId });
    expect(await cancelOrder(world, { orderId })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: 'ORDER_ALREADY_CANCELLED',
      error: { __typename: 'OrderAlreadyCancelledError' },
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('goes out under a fresh upstream key after a definite refusal', async () => {
    world.emulator.override({ method: 'PUT', times: 2, answer: credentialsRefused });
    const paymentId = nextPayment();
    const answers = [];
    for (const idempotencyKey of ['generation-0', 'generation-1', 'generation-2']) {
      answers.push(await cancelPayment(world, { paymentId, idempotencyKey }));
    }
    expect(answers.map(({ outcome }) => outcome)).toEqual(['NOT_CANCELLED', 'NOT_CANCELLED', 'CANCELLED']);
    expect(new Set(answers.map((answer) => answer.cancellation?.id)).size).toBe(3);
    expect(new Set(keysSent(world)).size).toBe(3);
  });

  it('is told by the provider that another actor cancelled first', async () => {
    const paymentId = nextPayment();
    await cancelAtProvider(paymentId);
    expect(await cancelPayment(world, { paymentId })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
      error: { upstream: { httpStatus: 400, code: '2018' } },
    });
  });

  it('keeps payments of one document apart', async () => {
    const [a, b] = [nextPayment(), nextPayment()];
    const query = `mutation {
      a: cancelPayment(input: { paymentId: "${a}", idempotencyKey: "one-document" }) { ${payloadFields} }
      b: cancelPayment(input: { paymentId: "${b}", idempotencyKey: "one-document" }) { ${payloadFields} }
      c: cancelPayment(input: { paymentId: "${a}", idempotencyKey: "one-document" }) { ${payloadFields} }
    }`;
    expect(await world.ask(query)).toMatchObject({
      a: { outcome: 'CANCELLED', replayed: false },
      b: { outcome: 'NOT_CANCELLED', errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' },
      c: { outcome: 'CANCELLED', replayed: true },
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('a missing key', () => {
  it.each([undefined, null])('is made by the gateway, returned and stored: %s', async (idempotencyKey) => {
    const answer = await cancelPayment(world, { paymentId: nextPayment(), idempotencyKey });
    expect(answer.idempotencyKey).toMatch(uuid);
    expect((await cancellationByKey(world, answer.idempotencyKey))?.id).toBe(answer.cancellation?.id);
  });
});

describe('the Idempotency-Key header', () => {
  const said = 'error { ... on ErrorResult { message } }';
  const one = `mutation ($input: CancelPaymentInput!) { answer: cancelPayment(input: $input) { ${payloadFields} ${said} } }`;
  const send = async (header: string, input: object) => {
    const { body } = await post(world.url, { query: one, variables: { input } }, { 'idempotency-key': header });
    return body.data?.['answer'];
  };

  it('stands in for an absent argument', async () => {
    expect(await send('from-header', { paymentId: nextPayment() })).toMatchObject({ idempotencyKey: 'from-header' });
    expect(await cancellationByKey(world, 'from-header')).toMatchObject({ outcome: 'CANCELLED' });
  });

  it('may repeat the argument', async () => {
    const answer = await send('said-twice', { paymentId: nextPayment(), idempotencyKey: 'said-twice' });
    expect(answer).toMatchObject({ outcome: 'CANCELLED', idempotencyKey: 'said-twice' });
  });

  it('may not contradict the argument', async () => {
    const answer = await send('says-this', { paymentId: nextPayment(), idempotencyKey: 'says-that' });
    expect(answer).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'FIX_INPUT',
      error: {
        __typename: 'InvalidIdempotencyKeyError',
        code: 'INVALID_IDEMPOTENCY_KEY',
        message: expect.stringMatching(/header .+ argument .+ differ/),
      },
      cancellation: null,
    });
    expect(cancelsSent(world)).toHaveLength(0);
    expect(await cancellationByKey(world, 'says-this')).toBeNull();
    expect(await cancellationByKey(world, 'says-that')).toBeNull();
  });

  it('is checked like the argument', async () => {
    expect(await send('k'.repeat(65), { paymentId: nextPayment() })).toMatchObject({
      errorCode: 'INVALID_IDEMPOTENCY_KEY',
      error: { message: expect.stringContaining('1 to 64 visible ASCII') },
    });
    expect(cancelsSent(world)).toHaveLength(0);
  });

  it('counts for no cancel where the document holds two', async () => {
    const query = `mutation {
      a: cancelPayment(input: { paymentId: "${nextPayment()}" }) { idempotencyKey outcome }
      ...b
    }
    fragment b on Mutation { b: cancelPayment(input: { paymentId: "${nextPayment()}" }) { idempotencyKey outcome } }`;
    const { body } = await post(world.url, { query }, { 'idempotency-key': 'for-whom' });
    expect(body.data).toMatchObject({
      a: { outcome: 'CANCELLED', idempotencyKey: expect.stringMatching(uuid) },
      b: { outcome: 'CANCELLED', idempotencyKey: expect.stringMatching(uuid) },
    });
    expect(await cancellationByKey(world, 'for-whom')).toBeNull();
  });
});

/** Another system of the merchant cancels the payment. */
async function cancelAtProvider(paymentId: string): Promise<void> {
  const { url, credentials } = world.emulator.providers.MERCADO_PAGO;
  await fetch(`${url}/v1/payments/${paymentId}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${credentials.accessToken}`,
      'x-idempotency-key': 'another-system',
    },
    body: '{"status":"cancelled"}',
  });
}
