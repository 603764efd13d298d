import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { type Claims, type Issuer, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { cancelsSent, post } from './ask.ts';
import { shopperClaims } from './shopper-paths.ts';
import { hurry } from './time.ts';

const unlimited = { RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE: '0', RATE_LIMIT_NOT_FOUND_PER_MINUTE: '0' };

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer({ now: () => world.clock.now() });
  world = await startWorld({ env: { ...issuer.env, ...unlimited }, reconciling: false });
});
// The failures of one test must not open the circuit in the next.
afterEach(async () => {
  await world.emulator.reset();
  world.clock.jump(11_000);
});
afterAll(() => world.close());

let n = 6_000;

/** Whose tokens list nothing: the provider has to show what is theirs. */
const references = ['emulated-0001', 'emulated-order-0001'];

const kinds = [
  { kind: 'payment', field: 'cancelPayment', input: 'paymentId', freshId: () => freshIds.MERCADO_PAGO.payment(n++) },
  { kind: 'order', field: 'cancelOrder', input: 'orderId', freshId: () => freshIds.MERCADO_PAGO.order(n++) },
] as const;

describe.each(kinds)('a shopper whose cancel of a $kind is unaccounted for', ({ kind, field, input, freshId }) => {
  async function ask(sub: string, id: string, key: string, more: Claims = { external_references: references }) {
    const query = `mutation ($id: ID!) { answer: ${field}(input: { ${input}: $id, idempotencyKey: "${key}" }) {
      outcome nextAction errorCode idempotencyKey cancellation { id settled idempotencyKey requestedBy }
    } }`;
    const headers = await issuer.bearer(shopperClaims(sub, more));
    const { text } = await hurry(world, post(world.url, { query, variables: { id } }, headers));
    return JSON.parse(text).data.answer;
  }

  /** The cancel may have been carried out, and from then on nobody reaches the provider. */
  async function lostCancel(id: string) {
    const lost = world.emulator.override({ method: kind === 'payment' ? 'PUT' : 'POST', times: 9, answer: 'reset' });
    const first = await ask('ana', id, `first-${id}`);
    lost.release();
    expect(first).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', cancellation: { settled: false } });
    world.clock.jump(3_000);
    world.emulator.override({ path: '/v1/*', times: 99, answer: 'reset' });
    return first.cancellation.id;
  }

  it.each<[string, Claims]>([
    ['another key', { external_references: references }],
    ['another key and a token that shows nothing any more', {}],
  ])('is told so under %s, though nobody reaches the provider', async (_, claims) => {
    const target = freshId();
    const id = await lostCancel(target);
    const sent = cancelsSent(world).length;
    const told = await ask('ana', target, `second-${target}`, claims);
    expect(told).toMatchObject({
      ...{ outcome: 'UNKNOWN', nextAction: 'WAIT', idempotencyKey: `second-${target}` },
      cancellation: { id, settled: false, idempotencyKey: `first-${target}`, requestedBy: 'ana' },
    });
    expect(cancelsSent(world)).toHaveLength(sent);
  });

  it('is told what became of it under another key', async () => {
    const target = freshId();
    const id = await lostCancel(target);
    await world.emulator.reset();
    world.clock.jump(11_000);
    const told = await ask('ana', target, `second-${target}`);
    expect(told).toMatchObject({ outcome: 'CANCELLED', cancellation: { id, settled: true } });
  });

  it('has not shown anything for another who owns it too', async () => {
    const target = freshId();
    await lostCancel(target);
    const sent = cancelsSent(world).length;
    const away = { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', cancellation: null };
    expect(await ask('bia', target, `first-${target}`)).toMatchObject({ ...away, errorCode: 'PROVIDER_UNREACHABLE' });
    const missing = { outcome: 'NOT_CANCELLED', nextAction: 'FIX_INPUT', cancellation: null };
    const notFound = `${kind.toUpperCase()}_NOT_FOUND`;
    expect(await ask('eve', target, `first-${target}`, {})).toMatchObject({ ...missing, errorCode: notFound });
    expect(cancelsSent(world)).toHaveLength(sent);
  });
});
