import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { as, errorFields, freshId, html, type ProviderAnswer, says, type TargetName, type WireError } from './scene.ts';
import { expectErrorMessage, expectShopperTexts } from './shopper-texts.ts';

vi.setConfig({ maxConcurrency: 100 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10 });
});
afterAll(() => world.close());

const documents = {
  payment: `query ($id: ID!, $provider: Provider) { answer: payment(id: $id, provider: $provider) { ${errorFields} } }`,
  order: `query ($id: ID!, $provider: Provider) { answer: order(id: $id, provider: $provider) { ${errorFields} } }`,
};

async function read(from: World, target: TargetName, id: string, provider?: string): Promise<WireError> {
  return (await from.ask<{ answer: WireError }>(documents[target], { id, provider })).answer;
}

type Row = [name: string, answer: ProviderAnswer, type: string, code: string];

const listed = (status: number, code: string | number) => says(status, { errors: [{ code, message: 'said so' }] });

const either: Row[] = [
  ['401', listed(401, 'unauthorized'), 'ProviderCredentialsError', 'ACCESS_TOKEN_INVALID'],
  ['403', listed(403, 'never_seen'), 'ProviderForbiddenError', 'PROVIDER_FORBIDDEN'],
  ['429', { status: 429, headers: { 'retry-after': '30' } }, 'ProviderUnavailableError', 'PROVIDER_RATE_LIMITED'],
  ['500', listed(500, 'internal_error'), 'ProviderInternalError', 'PROVIDER_INTERNAL_ERROR'],
  ['HTML 502', html(502), 'ProviderInternalError', 'PROVIDER_INTERNAL_ERROR'],
  ['HTML', html(200), 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['junk', { status: 200, body: '{"id":' }, 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['a list', { status: 200, body: '[]' }, 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['a wrong id', says(200, { id: 'x1', status: 'pending' }), 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['no status', (id) => ({ status: 200, body: { id } }), 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['a redirect', { status: 302 }, 'ProviderInternalError', 'UNEXPECTED_PROVIDER_RESPONSE'],
  ['another 4xx', listed(409, 'never_seen'), 'UnrecognizedProviderError', 'UNRECOGNIZED_PROVIDER_ERROR'],
  ['a reset', 'reset', 'ProviderUnavailableError', 'PROVIDER_UNREACHABLE'],
  ['silence', 'hang', 'ProviderUnavailableError', 'PROVIDER_UNREACHABLE'],
];

const rows: Record<TargetName, Row[]> = {
  payment: [
    ['404 / 2000', listed(404, 2000), 'PaymentNotFoundError', 'PAYMENT_NOT_FOUND'],
    ['401 / 5', listed(401, 5), 'ProviderCredentialsError', 'ACCESS_TOKEN_MISSING'],
    ['403 / 4', listed(403, 4), 'ProviderForbiddenError', 'PROVIDER_FORBIDDEN'],
    ...either,
  ],
  order: [
    ['404', listed(404, 'order_not_found'), 'OrderNotFoundError', 'ORDER_NOT_FOUND'],
    ['test token', listed(401, 'invalid_credentials'), 'ProviderCredentialsError', 'TEST_CREDENTIALS_NOT_SUPPORTED'],
    ['invalid_path_param', listed(400, 'invalid_path_param'), 'InvalidIdError', 'INVALID_ORDER_ID'],
    ...either,
  ],
};

describe.concurrent.each(['payment', 'order'] as const)('reading a %s', (target) => {
  it.each(rows[target])('answered with %s', async (_, told, __typename, code) => {
    const id = freshId(target);
    world.emulator.override({ method: 'GET', path: `/v1/${target}s/${id}`, times: 9, answer: as(told, id) });
    const error = await read(world, target, id);
    expect(error).toMatchObject({ __typename, code });
    expectShopperTexts(error, [id, code, error.upstream?.code ?? null]);
    expectErrorMessage(error);
  });

  it.each(['../../oauth/token', 'x', '0', ''])('of the id "%s" calls nobody', async (id) => {
    const code = target === 'payment' ? 'INVALID_PAYMENT_ID' : 'INVALID_ORDER_ID';
    expect(await read(world, target, id)).toMatchObject({ __typename: 'InvalidIdError', code, upstream: null });
  });
});

it('a VTEX payment cannot be read', async () => {
  const error = await read(world, 'payment', freshId('vtex'));
  expect(error).toMatchObject({ __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' });
});

it('a VTEX order cannot be read', async () => {
  const error = await read(world, 'order', freshId('order'), 'VTEX');
  expect(error).toMatchObject({ __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' });
});
