import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { startWorld, type World } from '../world.ts';
import { cancel, errorFields, freshId, type WireError } from './scene.ts';
import { expectShopperTexts } from './shopper-texts.ts';

const targets = ['payment', 'order'] as const;

async function read(world: World, target: (typeof targets)[number]): Promise<WireError> {
  const query = `query ($id: ID!) { answer: ${target}(id: $id) { ${errorFields} } }`;
  return (await world.ask<{ answer: WireError }>(query, { id: freshId(target) })).answer;
}

describe('a provider that refuses connections', () => {
  let world: World;
  beforeAll(async () => {
    // Nobody listens on the discard port of this machine.
    const nobody = 'http://127.0.0.1:9';
    world = await startWorld({ speed: 10, env: { MERCADO_PAGO_BASE_URL: nobody, VTEX_PROVIDER_BASE_URL: nobody } });
  });
  afterAll(() => world.close());

  const error = { __typename: 'ProviderUnavailableError', code: 'PROVIDER_UNREACHABLE' };

  it.each(['payment', 'order', 'vtex'] as const)('certainly did not cancel a target: %s', async (kind) => {
    const answer = await cancel(world, kind === 'order' ? 'order' : 'payment', freshId(kind));
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', error });
    expect(answer.retryAfterMs).toBeGreaterThan(0);
    expectShopperTexts(answer.texts, []);
  });

  it.each(targets)('cannot be asked for a %s', async (target) => {
    expect(await read(world, target)).toMatchObject({ ...error, upstream: { httpStatus: null, code: null } });
  });
});

describe('a provider without settings', () => {
  let world: World;
  beforeAll(async () => {
    const names = providerDefinitions.flatMap(({ settings }) => settings.map(({ name }) => name));
    world = await startWorld({ env: Object.fromEntries(names.map((name) => [name, undefined])) });
  });
  afterAll(() => world.close());

  const error = { __typename: 'UnsupportedOperationError', code: 'PROVIDER_NOT_CONFIGURED', upstream: null };

  it.each(['payment', 'order', 'vtex'] as const)('cancels nothing: %s', async (kind) => {
    const answer = await cancel(world, kind === 'order' ? 'order' : 'payment', freshId(kind));
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', error });
    expectShopperTexts(answer.texts, []);
  });

  it.each(targets)('reads no %s', async (target) => {
    expect(await read(world, target)).toMatchObject(error);
  });
});
