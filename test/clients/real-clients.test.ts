import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshPayment, paymentThatTakesTime, sendsOf } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { apollo3, apollo4 } from './apollo-clients.ts';
import { asked } from './asked.ts';
import { before, operationOf, published, publishedAs, today } from './contract.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { graphqlRequest } from './plain-client.ts';
import { type App, recordingFetch } from './real-client.ts';
import { relay } from './relay-client.ts';
import { urql, urqlNormalized } from './urql-clients.ts';

/** Selects what tells the outcome, and of the error what its interface has. */
const cancelAnyPayment = operationOf(`
  mutation CancelAnyPayment($input: CancelPaymentInput!) {
    cancelPayment(input: $input) {
      outcome
      nextAction
      errorCode
      userMessage
      idempotencyKey
      replayed
      cancellation { id settled }
      error { __typename ... on PaymentAlreadyCancelledError { code message cancelledAt } }
    }
  }
`);
const cancel = publishedAs('CancelPayment');
const follow = publishedAs('Cancellation');

let world: World;
let proxy: CuttingProxy;
beforeAll(async () => {
  // What the caches complain of is the subject of caches.test.ts.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  world = await startWorld({ speed: 10 });
  proxy = await startCuttingProxy(() => world.url);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await proxy.close();
  await world.close();
});

interface Payload {
  readonly outcome: string;
  readonly nextAction: string;
  readonly cancellation: { readonly id: string } | null;
}
const payloadOf = (data: unknown) => (data as { cancelPayment: Payload }).cancelPayment;

describe.each([apollo4, apollo3, urql, urqlNormalized, graphqlRequest, relay])('$name', (client) => {
  const recording = recordingFetch();
  let app: App;
  beforeAll(async () => {
    app = await client.connect(today, published, proxy.url, recording.fetch);
  });
  afterAll(() => app.stop());

  it('gives the app every field that was sent, of every published operation', async () => {
    const idempotencyKey = `kept-by-${client.name.replace(/ /g, '-')}`;
    const { cancellation } = payloadOf(
      await app.send(cancel, { input: { paymentId: freshPayment(), idempotencyKey } }),
    );
    for (const operation of published.filter(({ kind }) => kind !== 'subscription')) {
      const variables = {
        ...(operation === follow && { id: cancellation?.id }),
        ...(operation.name === 'CancellationByKey' && { idempotencyKey }),
      };
      const got = await app.send(operation, variables);
      expect(recording.last).toBeTypeOf('object');
      expect(got, operation.name).toMatchObject(asked(operation.document, recording.last) as object);
    }
  });

  it('decides by plain fields where the error is newer than itself', async () => {
    const older = before('PaymentNotCancellableError', 'PAYMENT_NOT_CANCELLABLE');
    const built = await client.connect(older, [cancelAnyPayment], proxy.url, recording.fetch);
    const data = await built.send(cancelAnyPayment, { input: { paymentId: '40000201801' } });
    built.stop();
    expect(data).toMatchObject({
      cancelPayment: {
        outcome: 'NOT_CANCELLED',
        nextAction: 'REFUND',
        errorCode: 'PAYMENT_NOT_CANCELLABLE',
        error: { __typename: 'PaymentNotCancellableError' },
      },
    });
    expect(data).toMatchObject(asked(cancelAnyPayment.document, recording.last) as object);
  });

  it('recovers an answer that is cut off, with the same key', async () => {
    const paymentId = freshPayment();
    const input = { paymentId, idempotencyKey: `cut-${paymentId}` };
    proxy.cutNextAnswer();
    await expect(app.send(cancel, { input })).rejects.toThrow();
    const again = payloadOf(await app.send(cancel, { input }));
    expect(again).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', replayed: true });
    expect(sendsOf(input.paymentId, world.emulator)).toBe(1);
  });

  it('is told the truth where the provider loses its answer', async () => {
    const paymentId = freshPayment();
    world.emulator.override({ method: 'PUT', path: `/v1/payments/${paymentId}`, effect: 'after', answer: 'reset' });
    const payload = payloadOf(await app.send(cancel, { input: { paymentId } }));
    expect(payload).toMatchObject({ outcome: 'CANCELLED', error: null, payment: { status: 'CANCELLED' } });
    expect(sendsOf(paymentId, world.emulator)).toBe(1);
  });

  it('follows WAIT by asking until it is settled', async () => {
    const paymentId = paymentThatTakesTime(world.emulator);
    const begun = payloadOf(await app.send(cancel, { input: { paymentId } }));
    expect(begun).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    const asks = async (): Promise<unknown> => {
      const { cancellation } = (await app.send(follow, { id: begun.cancellation?.id })) as {
        cancellation: { nextAction: string };
      };
      return cancellation.nextAction === 'WAIT' ? asks() : cancellation;
    };
    expect(await asks()).toMatchObject({ outcome: 'CANCELLED', settled: true, nextAction: 'NOTHING' });
  });
});
