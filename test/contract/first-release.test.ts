import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaChanges } from '../../scripts/schema-changes.ts';
import { buildSchema as builtSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { startWorld, type World } from '../world.ts';
import { misfits } from './first-release/fits.ts';
import { getSdk } from './first-release/sdk.ts';

/* An app that was built on the day of the first release, with all that its generator made for it, and nothing since. */
const folder = new URL('first-release/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const first = buildSchema(read('schema.graphql'));
const operations = readdirSync(new URL('operations/', folder)).map((file) => {
  const name = file.replace('.graphql', '').replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  return { name, document: parse(read(`operations/${file}`)) };
});

const today = builtSchema(providerDefinitions);

it('today breaks nothing that the first release promised', () => {
  expect(schemaChanges(first, today).breaking).toEqual([]);
});

describe('an app of the first release, against the gateway of today', () => {
  let world: World;
  let key: string;
  let id: string;
  beforeAll(async () => {
    world = await startWorld({ speed: 10 });
    const { cancelPayment } = await getSdk(new GraphQLClient(world.url)).CancelPayment({});
    key = cancelPayment?.idempotencyKey ?? '';
    id = cancelPayment?.cancellation?.id ?? '';
  });
  afterAll(() => world.close());

  it.each(operations)('$name is valid, and its answer is what was promised', async ({ name, document }) => {
    expect(validate(today, document)).toEqual([]);
    const ask: unknown = Reflect.get(getSdk(new GraphQLClient(world.url)), name);
    if (typeof ask !== 'function') throw new Error(`${name} is not in the SDK.`);
    const data: unknown = await ask({ id, idempotencyKey: key });
    expect(misfits(first, document, data)).toEqual([]);
  });

  it('cancels, decides, and follows to the end', async () => {
    const sdk = getSdk(new GraphQLClient(world.url));
    const { cancelPayment } = await sdk.CancelPayment({ input: { paymentId: '50000000003' } });
    expect(cancelPayment).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    const follow = async () => (await sdk.Cancellation({ id: cancelPayment?.cancellation?.id ?? '' })).cancellation;
    await expect.poll(follow, { timeout: 15_000 }).toMatchObject({ outcome: 'CANCELLED', settled: true });
  });
});

describe('what does not fit', () => {
  const document = parse(
    'query Cancellation { cancellation(id: "1") { outcome settled retryAfterMs attempts { kind } } }',
  );
  const fit = { outcome: 'CANCELLED', settled: true, retryAfterMs: null, attempts: [] };

  it.each([
    [
      'a value more in a closed enum',
      { ...fit, outcome: 'HALF' },
      'Cancellation.cancellation.outcome is no CancellationOutcome',
    ],
    ['a null where none was promised', { ...fit, settled: null }, 'Cancellation.cancellation.settled is null'],
    [
      'a field that is missing',
      { ...fit, retryAfterMs: undefined },
      'Cancellation.cancellation.retryAfterMs is missing',
    ],
    ['another kind of value', { ...fit, retryAfterMs: 'soon' }, 'Cancellation.cancellation.retryAfterMs is no Int'],
    ['an item that is none', { ...fit, attempts: [null] }, 'Cancellation.cancellation.attempts.0 is null'],
  ])('is found: %s', (_, cancellation, sentence) => {
    expect(misfits(first, document, { cancellation })).toEqual([sentence]);
  });

  it('is not seen where there is nothing', () => {
    expect(misfits(first, document, { cancellation: fit })).toEqual([]);
  });
});
