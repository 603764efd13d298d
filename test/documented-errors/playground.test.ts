import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type GatewayProcess, startProcess } from '../doubles/gateway-process.ts';
import { catalogueOf, type Entry } from './catalogue.ts';
import { documented } from './documented.ts';
import { cancel } from './scene.ts';

/** What `npm start` runs where no provider is configured. */
let playground: GatewayProcess;
let listed: Entry[];
let own: Entry[];
beforeAll(async () => {
  const env = { PORT: '0', DATABASE_URL: freshDatabase() };
  playground = startProcess(env, { program: 'src/playground.ts' });
  const entries = await catalogueOf(playground);
  listed = entries.filter(({ provider }) => provider !== null);
  own = entries.filter(({ provider }) => provider === null);
});
afterAll(() => playground.stop());

const cancelOf = (id: string) => cancel(playground, id.startsWith('ORD') ? 'order' : 'payment', id);

it('names a sandbox id for every documented error', () => {
  expect(listed).toHaveLength(documented.length);
  expect(listed.filter(({ sandboxId }) => sandboxId === null)).toEqual([]);
  expect(new Set(listed.map(({ sandboxId }) => sandboxId)).size).toBe(documented.length);
});

it('brings every documented error by the id it names', async () => {
  await Promise.all(
    listed.map(async ({ provider, code, typeName, upstreamHttpStatus, upstreamCode, sandboxId }) => {
      const id = sandboxId ?? '';
      const answer = await cancelOf(id);
      const said = upstreamCode ?? expect.stringMatching(/^ERR-/);
      const upstream = { provider, httpStatus: upstreamHttpStatus, code: said };
      expect(answer, id).toMatchObject({ errorCode: code, error: { __typename: typeName, upstream } });
    }),
  );
});

it('names an id for the errors of the gateway that one can bring', () => {
  // These depend on the settings, on the store, on the network, or on what is asked beside the id.
  const withoutId = own.filter(({ sandboxId }) => sandboxId === null).map(({ code }) => code);
  expect(withoutId.sort()).toEqual([
    'INTERNAL_ERROR',
    'OPERATION_NOT_SUPPORTED',
    'PROVIDER_NOT_CONFIGURED',
    'PROVIDER_UNREACHABLE',
    'UNEXPECTED_PROVIDER_RESPONSE',
  ]);
});

it('brings the errors of the gateway by the ids it names', async () => {
  const brought = own.filter(({ sandboxId }) => sandboxId !== null);
  await Promise.all(
    brought.map(async ({ code, typeName, nextAction, sandboxId }) => {
      const answer = await cancelOf(sandboxId ?? '');
      expect(answer, code).toMatchObject({ nextAction, errorCode: code, error: { __typename: typeName } });
    }),
  );
});
