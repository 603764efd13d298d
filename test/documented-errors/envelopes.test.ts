import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { type DocumentedRow, documented } from './documented.ts';
import { play, says, shows } from './scene.ts';
import { expectShopperTexts } from './shopper-texts.ts';

vi.setConfig({ maxConcurrency: 100 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10 });
});
afterAll(() => world.close());

type Envelope = (code: string | number, status: number) => object;

const envelopes: Record<string, Envelope> = {
  'errors[]': (code) => ({ errors: [{ code, message: 'said so' }] }),
  'cause[]': (code, status) => ({ message: 'said so', error: 'said_so', status, cause: [{ code, description: 'x' }] }),
  code: (code) => ({ code, message: 'said so' }),
  error: (code, status) => ({ error: code, message: 'said so', status }),
};

/** Every way in which Mercado Pago may spell one error on the wire. */
const spellings = documented
  .filter((row) => row.provider === 'MERCADO_PAGO')
  .flatMap((row) => {
    const code = row.wireCode ?? '';
    const forms = /^\d+$/.test(code) ? [code, Number(code)] : [code];
    return Object.entries(envelopes).flatMap(([name, envelope]) =>
      forms.map((form) => ({ ...row, name, form: typeof form, body: envelope(form, row.status) })),
    );
  });

describe.concurrent('a documented error reaches the client', () => {
  it.each(spellings)('$target $status $wireCode in $name as $form', async ({ body, ...row }) => {
    const { status, target, reads } = row;
    const read = reads === undefined ? {} : { read: reads === null ? says(404, body) : shows(reads) };
    const { id, ...answer } = await play(world, { kind: target, cancel: says(status, body), ...read });

    expect(answer).toMatchObject(expected(row));
    expectShopperTexts(answer.texts, [id, row.wireCode, row.errorCode]);
    if (answer.error !== null) expectShopperTexts(answer.error, [id, row.wireCode, row.errorCode]);
  });
});

function expected({ type, errorCode, outcome, nextAction, problem, status, wireCode }: DocumentedRow) {
  const upstream = { provider: 'MERCADO_PAGO', httpStatus: status, code: wireCode, message: 'said so' };
  const error = { __typename: type, code: errorCode, upstream, ...(problem === undefined ? {} : { problem }) };
  return { outcome, nextAction, errorCode, error };
}

const strangers = (['payment', 'order'] as const).flatMap((kind) =>
  Object.entries(envelopes).map(([name, envelope]) => ({ kind, name, body: envelope('never_seen', 400) })),
);

it.concurrent.each(strangers)('an unknown code about a $kind in $name is unrecognized', async ({ kind, body }) => {
  const answer = await play(world, { kind, cancel: says(400, body) });
  expect(answer).toMatchObject({
    outcome: 'NOT_CANCELLED',
    nextAction: 'CONTACT_SUPPORT',
    errorCode: 'UNRECOGNIZED_PROVIDER_ERROR',
    error: { __typename: 'UnrecognizedProviderError', upstream: { httpStatus: 400, code: 'never_seen' } },
  });
  expectShopperTexts(answer.texts, [answer.id, 'never_seen']);
});
