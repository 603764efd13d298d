import { type DocumentNode, visit } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/request/context.ts';
import { createApolloServer } from '../../src/graphql/server/apollo.ts';
import { liveOperations } from '../../src/graphql/server/live.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { fullCaller, inMemoryGateway, unlimited } from './in-memory-gateway.ts';

const schema = buildSchema(providerDefinitions);
const report = () => undefined;
const server = createApolloServer({
  ...{ schema, production: true, introspection: false, explorer: null, rateLimits: unlimited, report },
});
afterAll(() => server.stop());

async function begin(query: string, id = 'cancelled') {
  const { gateway } = inMemoryGateway();
  const facts = { caller: fullCaller, gateway, requestId: 'r-1', idempotencyKeyHeader: null, arrivedAt: 0 };
  return liveOperations(server, schema, report)({ query, variables: { id } }, async () => createContext(facts));
}

async function begun(query: string) {
  const answer = await begin(query);
  if (answer.kind !== 'live') throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** What of a document says where in its text it stands. */
function locationsIn(document: DocumentNode): unknown[] {
  const found: unknown[] = [document.loc];
  visit(document, { enter: (node) => void found.push(node.loc) });
  return found.filter((location) => location !== undefined);
}

const query = 'subscription ($id: ID!) { cancellationUpdated(id: $id) { id } }';

it('a subscription keeps no token of its text, and tells what it asks for', async () => {
  const { document, results } = await begun(`${query} ${'#\n'.repeat(1_000)}`);
  expect(locationsIn(document)).toEqual([]);
  const told = [];
  for await (const result of results) told.push(result);
  expect(told).toMatchObject([
    { data: { cancellationUpdated: { id: 'cancellation-of-cancelled' } } },
    { data: { cancellationUpdated: { id: 'cancellation-of-cancelled' } } },
  ]);
});

it('subscriptions by the same text keep one document together', async () => {
  expect((await begun(query)).document).toBe((await begun(query)).document);
});

it('one that is refused says by the path what it was about', async () => {
  const errors = [{ path: ['cancellationUpdated'], extensions: { code: 'NOT_FOUND', requestId: 'r-1' } }];
  expect(await begin(query, 'missing')).toMatchObject({ kind: 'refused', errors });
});
