import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { follow, liveClient } from '../doubles/live-client.ts';
import { type Claims, type Issuer, jwksOf, newKey, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { post } from './ask.ts';
import { hurry, until } from './time.ts';

const scope = 'payments:cancel cancellations:read';

let issuer: Issuer;
let world: World;
let n = 62_000;

beforeAll(async () => {
  issuer = await startIssuer({ now: () => world?.clock.now() ?? Date.now() });
  // Nothing is settled behind the tests' backs: what is left open stays so.
  const limits = { RATE_LIMIT_READS_PER_MINUTE: '10', RATE_LIMIT_NOT_FOUND_PER_MINUTE: '5' };
  const liveLimits = { pingMs: 3_600_000 };
  world = await startWorld({ env: { ...issuer.env, ...limits }, reconciling: false, liveLimits });
});
beforeEach(() => world.emulator.reset());
afterAll(() => hurry(world, world.close()));

/** One that stays open: its provider answers nothing. */
async function open(claims: Claims, note: string | null = null): Promise<string> {
  world.emulator.override({ method: 'PUT', times: 20, answer: { status: 500 } });
  world.emulator.override({ method: 'GET', times: 20, answer: { status: 500 } });
  const query = `mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { cancellation { id settled } } }`;
  const paymentId = freshIds.MERCADO_PAGO.payment(n++);
  const details = [{ type: 'payment', identifiers: [paymentId] }];
  const headers = await issuer.bearer({ scope, authorization_details: details, ...claims });
  const { body } = await hurry(world, post(world.url, { query, variables: { input: { paymentId, note } } }, headers));
  const answer = body.data?.['cancelPayment'] as { cancellation: { id: string; settled: boolean } } | undefined;
  expect(answer?.cancellation.settled).toBe(false);
  return answer?.cancellation.id ?? '';
}

function clientWith(claims: Claims, options: Parameters<typeof liveClient>[1] = {}) {
  return liveClient(world.url, { connectionParams: () => issuer.bearer(claims), ...options });
}

async function heardBy(claims: Claims, id: string, query?: string) {
  const heard = follow(clientWith(claims), { id }, query);
  await until(() => heard.end !== 'open' || heard.updates.length > 0);
  heard.stop();
  return heard;
}

describe('a connection', () => {
  it.each<[title: string, params: () => Promise<Record<string, unknown>>, code: number]>([
    ['without a token', async () => ({}), 4401],
    ['with something else for a token', async () => ({ authorization: ['x'] }), 4401],
    ['with a token in another place', async () => ({ token: await issuer.token() }), 4401],
    ['with a token that is too old', () => issuer.bearer({ exp: 1 }), 4403],
    ['with a token for another API', () => issuer.bearer({ aud: 'another' }), 4403],
  ])('%s is closed', async (_, connectionParams, code) => {
    const heard = follow(liveClient(world.url, { connectionParams }), { id: 'any' });
    await until(() => heard.end !== 'open');
    expect(heard).toMatchObject({ end: 'cut', code, updates: [] });
    expect(world.emulator.requests).toEqual([]);
  });

  it('is closed when its token ends, and comes back with another', async () => {
    const id = await open({});
    const opened: string[] = [];
    const client = clientWith({ scope }, { retryAttempts: 3, on: { connected: () => opened.push('opened') } });
    const closed: unknown[] = [];
    client.on('closed', (event) => closed.push((event as { code: number }).code));
    const heard = follow(client, { id });
    await until(() => heard.updates.length === 1);
    world.clock.jump(299_000);
    expect(closed).toEqual([]);
    world.clock.jump(2_000);
    await until(() => heard.updates.length === 2);
    expect({ opened: opened.length, closed, end: heard.end }).toEqual({ opened: 2, closed: [4403], end: 'open' });
    heard.stop();
  });
});

describe('a caller whose key is withdrawn', () => {
  it('is told nothing more, and sent away', async () => {
    const id = await open({});
    const heard = follow(clientWith({ scope }), { id });
    await until(() => heard.updates.length === 1);
    const { AUTH_JWKS_FILE } = issuer.env;
    const keys = readFileSync(AUTH_JWKS_FILE);
    writeFileSync(AUTH_JWKS_FILE, JSON.stringify(await jwksOf([newKey()])));
    await world.reload();
    // The provider answers again: what becomes of the cancellation is found out for whoever follows it.
    world.emulator.reset();
    for (let seconds = 0; heard.end === 'open' && seconds < 60; seconds += 2) {
      world.clock.jump(2_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(heard).toMatchObject({ end: 'cut', code: 4403 });
    expect(heard.updates).toHaveLength(1);
    writeFileSync(AUTH_JWKS_FILE, keys);
    await world.reload();
  });

  it('begins nothing more, and nobody takes that for a bug', async () => {
    const id = await open({});
    const client = clientWith({ scope });
    const first = follow(client, { id });
    await until(() => first.updates.length === 1);
    const { AUTH_JWKS_FILE } = issuer.env;
    const keys = readFileSync(AUTH_JWKS_FILE);
    writeFileSync(AUTH_JWKS_FILE, JSON.stringify(await jwksOf([newKey()])));
    await world.reload();
    const second = follow(client, { id });
    await until(() => second.end !== 'open');
    expect(second).toMatchObject({ end: 'cut', code: 4403, updates: [] });
    expect(world.log.filter((line) => line.includes('unexpectedError'))).toEqual([]);
    writeFileSync(AUTH_JWKS_FILE, keys);
    await world.reload();
  });
});

describe('a subscription', () => {
  it('without its scope is refused, and nothing is told', async () => {
    const id = await open({});
    const heard = await heardBy({ scope: 'payments:read' }, id);
    expect(heard).toMatchObject({ end: 'refused', updates: [], errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it("to another's cancellation ends as one to none does", async () => {
    const own = { scope: 'payments:cancel:own cancellations:read:own' };
    const id = await open({ ...own, sub: 'ana' });
    expect(await heardBy({ ...own, sub: 'ana' }, id)).toMatchObject({ updates: [{ id, attempts: [] }] });
    const [another, missing] = [
      await heardBy({ ...own, sub: 'bia' }, id),
      await heardBy({ ...own, sub: 'bia' }, 'none'),
    ];
    const told = ({ end, code, errors, updates }: typeof another) =>
      JSON.stringify({ end, code, errors, updates }).replace(/"requestId":"[^"]+"/, '');
    expect(told(another)).toBe(told(missing));
    expect(missing).toMatchObject({ end: 'refused', errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('tells personal data to those with the scope for it', async () => {
    const id = await open({}, 'for Ana');
    const query = 'subscription ($id: ID!) { cancellationUpdated(id: $id) { id note } }';
    expect(await heardBy({ scope }, id, query)).toMatchObject({ updates: [{ id, note: null }] });
    expect(await heardBy({ scope: `${scope} pii:read` }, id, query)).toMatchObject({ updates: [{ note: 'for Ana' }] });
  });

  it('counts as a read of its caller', async () => {
    const caller = { scope, sub: 'busy' };
    const id = await open(caller);
    for (let count = 0; count < 10; count += 1) expect((await heardBy(caller, id)).errors).toEqual([]);
    expect(await heardBy(caller, id)).toMatchObject({
      end: 'refused',
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } }],
    });
  });

  it('to what there is not counts against those who look for ids', async () => {
    const caller = { scope, sub: 'curious' };
    for (let count = 0; count < 5; count += 1) await heardBy(caller, 'none');
    const query = '{ cancellation(id: "none") { id } }';
    expect((await post(world.url, { query }, await issuer.bearer(caller))).status).toBe(429);
  });
});
