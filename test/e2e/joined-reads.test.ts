import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { type Claims, type Issuer, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { post } from './ask.ts';
import { listing, shopperClaims } from './shopper-paths.ts';
import { until } from './time.ts';

let issuer: Issuer;
let world: World;
let payments = 5_000;
let id: string;

beforeAll(async () => {
  issuer = await startIssuer();
  world = await startWorld({ env: { ...issuer.env, RATE_LIMIT_READS_PER_MINUTE: '0' }, asksAccounts: false });
});
beforeEach(() => {
  world.emulator.reset();
  id = freshIds.MERCADO_PAGO.payment(payments++);
});
afterAll(() => world.close());

const merchant: Claims = { sub: 'the-shop', scope: 'payments:read payments:cancel' };

async function ask(query: string, claims: Claims = merchant) {
  const { body } = await post(world.url, { query, variables: { id } }, await issuer.bearer(claims));
  return body as { data: { payment: { status: string }; cancelPayment: { outcome: string } } };
}

const read = async (claims?: Claims) => {
  const { data } = await ask('query ($id: ID!) { payment(id: $id) { ... on Payment { status } } }', claims);
  return data.payment.status;
};
const cancel = async () => {
  const { data } = await ask('mutation ($id: ID!) { cancelPayment(input: { paymentId: $id }) { outcome } }');
  return data.cancelPayment.outcome;
};

const reads = () => world.emulator.requests.filter(({ method }) => method === 'GET').length;
const readsCame = (count: number) => until(() => reads() === count);
/** The next read hangs until it is released. */
const hold = () => world.emulator.override({ method: 'GET', answer: 'hang' });

it('sixty-four reads of a payment at a time are hardly more than one call', async () => {
  world.emulator.override({ method: 'GET', answer: { delayMs: 1_000 }, times: 64 });
  const answers = await Promise.all(Array.from({ length: 64 }, () => read()));
  expect(new Set(answers)).toEqual(new Set(['PENDING']));
  expect(reads() / 64).toBeLessThanOrEqual(0.05);
});

it('a read that comes later is a call of its own', async () => {
  await read();
  await read();
  expect(reads()).toBe(2);
});

describe('nobody waits for a read that was begun', () => {
  it('before a cancel of the payment was answered', async () => {
    const held = hold();
    const early = read();
    await readsCame(1);
    expect(await cancel()).toBe('CANCELLED');
    expect(await read()).toBe('CANCELLED');
    expect(reads()).toBe(2);
    held.release();
    await early;
  });

  it('before the provider had done with a cancel that is still looked into', async () => {
    world.emulator.override({ method: 'PUT', answer: 'truncate' });
    const [early, readBack] = [hold(), hold()];
    const reading = read();
    await readsCame(1);
    const cancelling = cancel();
    await readsCame(2);
    expect(await read()).toBe('CANCELLED');
    expect(reads()).toBe(3);
    readBack.release();
    expect(await cancelling).toBe('CANCELLED');
    early.release();
    await reading;
  });

  it('before a cancellation was settled by another read', async () => {
    world.emulator.override({ method: 'PUT', answer: 'truncate' });
    const [readBack, early] = [hold(), hold()];
    const cancelling = cancel();
    await readsCame(1);
    const reading = read();
    await readsCame(2);
    readBack.release();
    expect(await cancelling).toBe('CANCELLED');
    expect(await read()).toBe('CANCELLED');
    expect(reads()).toBe(3);
    early.release();
    await reading;
  });

  it.each<[string, Claims]>([
    ['with fewer rights', { ...merchant, scope: 'payments:read' }],
    ['with more rights', { ...merchant, scope: `${merchant.scope} pii:read` }],
  ])('%s', async (_, claims) => {
    const held = hold();
    const first = read();
    await readsCame(1);
    expect(await read(claims)).toBe('PENDING');
    expect(reads()).toBe(2);
    held.release();
    await first;
  });

  it('for a shopper, whoever began it', async () => {
    const shopper = shopperClaims('ana', listing('payment', id));
    const held = [hold(), hold()];
    const others = [read(), read(shopper)];
    await readsCame(2);
    expect(await read(shopper)).toBe('PENDING');
    expect(reads()).toBe(3);
    for (const { release } of held) release();
    expect(await Promise.all(others)).toEqual(['PENDING', 'PENDING']);
  });
});

it('a read-back waits for no read of a caller', async () => {
  world.emulator.override({ method: 'PUT', answer: 'truncate' });
  const held = hold();
  const early = read();
  await readsCame(1);
  expect(await cancel()).toBe('CANCELLED');
  expect(reads()).toBe(2);
  held.release();
  await early;
});
