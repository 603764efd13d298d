import { setTimeout as wait } from 'node:timers/promises';
import { pause } from '../../../src/cancellation/clock.ts';
import { cancelOrder, cancelPayment, said, standing } from './ask.ts';
import { badGateway, order, orderError, orderId, payment, paymentError, paymentId, vtex, vtexId } from './bodies.ts';
import type { Scene } from './scene.ts';

/** One thing that the gateway says about money, and what it must say. */
export interface Case {
  readonly row: number;
  readonly what: string;
  /** What the gateway of 21 November 2026, 845b1d3, was seen to say. */
  readonly before: string;
  readonly must: string;
  readonly env?: NodeJS.ProcessEnv;
  see(scene: Scene): Promise<string>;
}

const hourMinutes = 60;
const sent = ({ provider }: Scene, method: string) => provider.received.filter((request) => request.method === method);

export const cases: readonly Case[] = [
  {
    row: 1,
    what: 'a VTEX decline with the cancellationId "null"',
    before: 'CANCELLED - NOTHING',
    must: 'NOT_CANCELLED PROVIDER_DECLINED CONTACT_SUPPORT',
    async see(scene) {
      scene.provider.answers((request) => vtex(request, 200, { cancellationId: 'null', code: 'refused' }));
      return said(await cancelPayment(scene, { paymentId: vtexId }));
    },
  },
  {
    row: 2,
    what: 'a VTEX 501 with a body and without a code',
    before: 'NOT_CANCELLED PROVIDER_DECLINED RETRY_NEW_KEY',
    must: 'NOT_CANCELLED MANUAL_CANCELLATION_REQUIRED CANCEL_MANUALLY',
    async see(scene) {
      scene.provider.answers((request) => vtex(request, 501, { cancellationId: null, code: null }));
      return said(await cancelPayment(scene, { paymentId: vtexId }));
    },
  },
  {
    row: 3,
    what: 'authorization ids sent after a second key corrects the first',
    before: 'none, none',
    must: 'none, A-2',
    async see(scene) {
      scene.provider.answers(() => badGateway);
      await cancelPayment(scene, { paymentId: vtexId, idempotencyKey: 'k1' });
      scene.provider.answers((request) => vtex(request, 200, { cancellationId: 'C-1', code: null }));
      await cancelPayment(scene, { paymentId: vtexId, idempotencyKey: 'k2', authorizationId: 'A-2' });
      await scene.pass(5);
      const ids = sent(scene, 'POST').map(({ body }) => body['authorizationId'] ?? 'none');
      return ids.slice(0, 2).join(', ');
    },
  },
  {
    row: 4,
    what: 'cancels sent later than 24 h after the last request',
    before: '10',
    must: '0',
    async see(scene) {
      scene.provider.answers(({ method }) => (method === 'GET' ? payment('pending') : badGateway));
      await cancelPayment(scene, { paymentId, idempotencyKey: 'k' });
      const day = scene.clock.now() + 24 * hourMinutes * 60_000;
      await scene.pass(50 * hourMinutes, 30);
      return String(sent(scene, 'PUT').filter(({ at }) => at > day).length);
    },
  },
  {
    row: 5,
    what: 'open and readable, two days after the last send',
    before: 'UNKNOWN OUTCOME_UNKNOWN WAIT',
    must: 'NOT_CANCELLED PROVIDER_INTERNAL_ERROR CONTACT_SUPPORT',
    async see(scene) {
      scene.provider.answers(({ method }) => (method === 'GET' ? payment('pending') : badGateway));
      await cancelPayment(scene, { paymentId, idempotencyKey: 'k' });
      await scene.pass(50 * hourMinutes, 30);
      return said(await standing(scene, 'k'));
    },
  },
  {
    row: 6,
    what: 'a 404, and a read that finds the payment approved',
    before: 'NOT_CANCELLED PAYMENT_NOT_FOUND FIX_INPUT',
    must: 'NOT_CANCELLED PAYMENT_NOT_CANCELLABLE REFUND',
    async see(scene) {
      scene.provider.answers(({ method }) => (method === 'GET' ? payment('approved') : paymentError(404, 2000)));
      return said(await cancelPayment(scene, { paymentId }));
    },
  },
  {
    row: 7,
    what: 'a 403/4, and a read that finds the payment cancelled',
    before: 'NOT_CANCELLED PROVIDER_FORBIDDEN FIX_CREDENTIALS',
    must: 'CANCELLED PAYMENT_ALREADY_CANCELLED NOTHING',
    async see(scene) {
      scene.provider.answers(({ method }) => (method === 'GET' ? payment('cancelled') : paymentError(403, 4)));
      return said(await cancelPayment(scene, { paymentId }));
    },
  },
  {
    row: 8,
    what: 'a 2018, and reads that show a payment in process; captured',
    before: 'NOT_CANCELLED PAYMENT_NOT_CANCELLABLE CONTACT_SUPPORT, captured false',
    must: 'NOT_CANCELLED PAYMENT_NOT_CANCELLABLE RETRY_NEW_KEY, captured null',
    async see(scene) {
      scene.provider.answers(({ method }) => (method === 'GET' ? payment('in_process') : paymentError(400, 2018)));
      const told = await cancelPayment(
        scene,
        { paymentId },
        'error { ... on PaymentNotCancellableError { captured } }',
      );
      const { error } = told as unknown as { readonly error: { readonly captured: boolean | null } };
      return `${said(told)}, captured ${error.captured}`;
    },
  },
  {
    row: 9,
    what: 'an order "cancelled already", and reads that show it processed',
    before: 'CANCELLED ORDER_ALREADY_CANCELLED NOTHING',
    must: 'UNKNOWN OUTCOME_UNKNOWN WAIT, then NOT_CANCELLED ORDER_NOT_CANCELLABLE REFUND',
    async see(scene) {
      scene.provider.answers(({ method }) =>
        method === 'GET' ? order('processed') : orderError(409, 'order_already_cancelled'),
      );
      const first = said(await cancelOrder(scene, { orderId, idempotencyKey: 'k' }));
      await scene.pass(10);
      const then = said(await standing(scene, 'k'));
      return first === then ? first : `${first}, then ${then}`;
    },
  },
  {
    row: 10,
    what: 'a lost answer for an id that does not exist, ten minutes on',
    before: 'UNKNOWN OUTCOME_UNKNOWN WAIT',
    must: 'NOT_CANCELLED PAYMENT_NOT_FOUND FIX_INPUT',
    async see(scene) {
      scene.provider.answers(({ method }, n) => (method === 'PUT' && n === 1 ? null : paymentError(404, 2000)));
      await cancelPayment(scene, { paymentId, idempotencyKey: 'k' });
      await scene.pass(10);
      return said(await standing(scene, 'k'));
    },
  },
  {
    row: 11,
    what: 'keys sent to a provider that has burnt the first',
    before: '1, UNKNOWN PROVIDER_INTERNAL_ERROR WAIT',
    must: '2, CANCELLED - NOTHING',
    async see(scene) {
      const burnt: { key?: unknown } = {};
      scene.provider.answers(({ method, headers }) => {
        if (method === 'GET') return order('created');
        burnt.key ??= headers['x-idempotency-key'];
        const isBurnt = headers['x-idempotency-key'] === burnt.key;
        return isBurnt ? orderError(500, 'idempotency_validation_failed') : order('canceled');
      });
      await cancelOrder(scene, { orderId, idempotencyKey: 'k' });
      await scene.pass(5);
      const keys = new Set(sent(scene, 'POST').map(({ headers }) => headers['x-idempotency-key']));
      return `${keys.size}, ${said(await standing(scene, 'k'))}`;
    },
  },
  {
    row: 12,
    what: 'a provider that takes `canceled` alone',
    before: 'NOT_CANCELLED INVALID_STATUS_FOR_UPDATE CONTACT_SUPPORT',
    must: 'CANCELLED - NOTHING',
    async see(scene) {
      scene.provider.answers(({ method, body }) => {
        if (method === 'GET') return payment('pending');
        return body['status'] === 'canceled' ? payment('cancelled') : paymentError(400, 2016);
      });
      return said(await cancelPayment(scene, { paymentId }));
    },
  },
  {
    row: 13,
    what: 'the words to a shopper whose order was made a moment ago',
    before: 'This order can no longer be cancelled.',
    must: 'The payment of this order cannot be cancelled just yet. Please try again in a moment.',
    async see(scene) {
      scene.provider.answers(({ method }) =>
        method === 'GET' ? order('created') : { status: 422, body: { message: 'too soon' } },
      );
      return (await cancelOrder(scene, { orderId })).userMessage;
    },
  },
  {
    row: 14,
    what: 'what cancelling a card payment in review would do to the money',
    before: 'ENDS_ATTEMPT',
    must: 'UNKNOWN',
    async see(scene) {
      scene.provider.answers(() =>
        payment('in_process', { payment_type_id: 'credit_card', payment_method_id: 'visa' }),
      );
      return (await eligibility(scene)).effect;
    },
  },
  {
    row: 15,
    what: 'whether a payment that an order made is offered for cancelling',
    before: 'allowed, null',
    must: 'not allowed, CANCEL_THE_ORDER',
    async see(scene) {
      scene.provider.answers(() => payment('pending', { order: { id: orderId, type: 'mercadopago' }, ...references }));
      const { allowed, reason } = await eligibility(scene);
      return `${allowed ? 'allowed' : 'not allowed'}, ${reason}`;
    },
  },
  {
    row: 16,
    what: 'the external_reference that a cancel tells from its record',
    before: 'ana@example.com',
    must: 'null',
    async see(scene) {
      scene.provider.answers(() => payment('cancelled', { external_reference: 'ana@example.com' }));
      const told = await cancelPayment(scene, { paymentId }, 'payment { externalReference }');
      return String(
        (told as unknown as { readonly payment: { readonly externalReference: unknown } }).payment.externalReference,
      );
    },
  },
  {
    row: 17,
    what: 'a key that is repeated after 40 days',
    before: 'not replayed',
    must: 'replayed',
    async see(scene) {
      scene.provider.answers(() => payment('cancelled'));
      await cancelPayment(scene, { paymentId, idempotencyKey: 'k' });
      await scene.pass(40 * 24 * hourMinutes, 24 * hourMinutes);
      const again = await cancelPayment(scene, { paymentId, idempotencyKey: 'k' });
      return again.replayed ? 'replayed' : 'not replayed';
    },
  },
  {
    row: 18,
    what: 'the token that orders are cancelled with, where they have their own',
    before: 'does not start: MERCADO_PAGO_ORDERS_ACCESS_TOKEN is unknown',
    must: 'Bearer TEST-orders',
    env: { MERCADO_PAGO_ORDERS_ACCESS_TOKEN: 'TEST-orders' },
    async see(scene) {
      scene.provider.answers(() => order('canceled'));
      await cancelOrder(scene, { orderId });
      return String(sent(scene, 'POST')[0]?.headers['authorization']);
    },
  },
  {
    row: 19,
    what: 'an order id in lower case, and the same in upper case',
    before: 'NOT_CANCELLED INVALID_ORDER_ID FIX_INPUT',
    must: 'CANCELLED - NOTHING, sent once',
    async see(scene) {
      scene.provider.answers(() => order('canceled'));
      const told = said(await cancelOrder(scene, { orderId: orderId.toLowerCase() }));
      if (told.startsWith('NOT')) return told;
      await cancelOrder(scene, { orderId });
      return `${told}, sent ${sent(scene, 'POST').length === 1 ? 'once' : 'twice'}`;
    },
  },
  {
    row: 20,
    what: 'a list of 20 at a provider that takes 6 s each: answered within, sent each',
    before: '18 s, once each',
    must: '8 s, once each',
    async see(scene) {
      scene.provider.answers(async ({ path }) => {
        await pause(scene.clock, 6_000);
        return { status: 200, body: `{"id":${path.split('/').at(-1)},"status":"cancelled"}` };
      });
      const inputs = Array.from({ length: 20 }, (_, n) => ({ paymentId: String(770_000_000_100 + n) }));
      const from = scene.clock.now();
      const document =
        'mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) { summary { total } } }';
      await scene.ask(document, { inputs });
      const seconds = Math.floor((scene.clock.now() - from) / 1_000);
      while (scene.clock.now() - from < 30_000) await wait(20);
      const each = new Map<string, number>();
      for (const { path } of sent(scene, 'PUT')) each.set(path, (each.get(path) ?? 0) + 1);
      const isOnce = each.size === 20 && [...each.values()].every((count) => count === 1);
      return `${seconds} s, ${isOnce ? 'once each' : 'not once each'}`;
    },
  },
  {
    row: 21,
    what: 'what a cancellation tells who follows it, and the alert for a manual one',
    before: 'Cannot query field "error" on type "Cancellation".',
    must: 'ManualCancellationRequiredError, alerted once',
    async see(scene) {
      scene.provider.answers((request) => vtex(request, 200, { cancellationId: null, code: 'cancel-manually' }));
      await cancelPayment(scene, { paymentId: vtexId, idempotencyKey: 'k' });
      const told = await standing(scene, 'k', 'error { __typename } history { idempotencyKey }');
      await cancelPayment(scene, { paymentId: vtexId, idempotencyKey: 'k' });
      const alerts = scene.gateway.log.filter((line) => line.includes('manualCancellationNeeded')).length;
      const { error } = told as unknown as { readonly error: { readonly __typename: string } };
      return `${error.__typename}, alerted ${alerts === 1 ? 'once' : `${alerts} times`}`;
    },
  },
];

/** How a payment names the order that made it. */
const references = {
  point_of_interaction: { type: 'CHECKOUT', references: [{ id: orderId, type: 'ORDER_MP' }] },
};

async function eligibility(scene: Scene) {
  const document = `query ($id: ID!) {
    payment(id: $id) { ... on Payment { cancelEligibility { allowed effect reason } } }
  }`;
  type Read = { payment: { cancelEligibility: { allowed: boolean; effect: string; reason: string | null } } };
  return (await scene.ask<Read>(document, { id: paymentId })).payment.cancelEligibility;
}
