import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf, type Entry } from './catalogue.ts';
import { documented } from './documented.ts';
import { type Playground, startPlayground } from './playground.ts';
import { cancel } from './scene.ts';

let playground: Playground;
let entries: Entry[];
beforeAll(async () => {
  playground = await startPlayground();
  entries = (await catalogueOf(playground)).filter(({ provider }) => provider !== null);
});
afterAll(() => playground.close());

it('names a sandbox id for every documented error', () => {
  expect(entries).toHaveLength(documented.length);
  expect(entries.filter(({ sandboxId }) => sandboxId === null)).toEqual([]);
  expect(new Set(entries.map(({ sandboxId }) => sandboxId)).size).toBe(documented.length);
});

it('brings every documented error by the id it names', async () => {
  await Promise.all(
    entries.map(async ({ provider, code, typeName, upstreamHttpStatus, upstreamCode, sandboxId }) => {
      const id = sandboxId ?? '';
      const answer = await cancel(playground, id.startsWith('ORD') ? 'order' : 'payment', id);
      const said = upstreamCode ?? expect.stringMatching(/^ERR-/);
      const upstream = { provider, httpStatus: upstreamHttpStatus, code: said };
      expect(answer, id).toMatchObject({ errorCode: code, error: { __typename: typeName, upstream } });
    }),
  );
});
