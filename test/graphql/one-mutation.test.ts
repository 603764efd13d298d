import { afterAll, expect, it } from 'vitest';
import { type Caller, scopes } from '../../src/cancellation/target/caller.ts';
import { createContext } from '../../src/graphql/request/context.ts';
import { createApolloServer } from '../../src/graphql/server/apollo.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { fullCaller, inMemoryGateway, unlimited } from './in-memory-gateway.ts';

const server = createApolloServer({
  schema: buildSchema(providerDefinitions),
  production: true,
  introspection: false,
  explorer: null,
  report: () => undefined,
  rateLimits: unlimited,
});
afterAll(() => server.stop());

const owns = { payments: new Set<string>(), orders: new Set<string>(), externalReferences: new Set<string>() };
const shopper: Caller = { ...fullCaller, scopes: new Set(scopes), owns };

async function ask(query: string, caller: Caller) {
  const { gateway, asked } = inMemoryGateway();
  const facts = { caller, gateway, requestId: 'r', idempotencyKeyHeader: null, arrivedAt: 0 };
  const { body, http } = await server.executeOperation({ query }, { contextValue: createContext(facts) });
  if (body.kind !== 'single') throw new Error('An answer in parts was not asked for.');
  const extensions = body.singleResult.errors?.map((error) => error.extensions);
  return { status: http.status ?? 200, extensions, asked: asked.length };
}

const cancel = (name: string) => `${name}: cancelPayment(input: { paymentId: "${name}" }) { outcome }`;
const answered = (asked: number) => ({ status: 200, extensions: undefined, asked });
const refused = { status: 400, extensions: [{ code: 'BAD_USER_INPUT', requestId: 'r' }], asked: 0 };

it.each([
  ['one cancel', `mutation { ${cancel('a')} }`, answered(1)],
  ['one beside the name of its type', `mutation { __typename ${cancel('a')} }`, answered(1)],
  ['several reads', '{ a: payment(id: "1") { __typename } b: payment(id: "2") { __typename } }', answered(2)],
  ['two cancels', `mutation { ${cancel('a')} ${cancel('b')} }`, refused],
  ['two in a fragment', `mutation { ...two } fragment two on Mutation { ${cancel('a')} ${cancel('b')} }`, refused],
  ['one of them in a fragment', `mutation { ${cancel('a')} ... on Mutation { ${cancel('b')} } }`, refused],
])('a shopper who asks for %s', async (_, document, answer) => {
  expect(await ask(document, shopper)).toEqual(answer);
});

it('whoever acts for the merchant may ask for several', async () => {
  expect(await ask(`mutation { ${cancel('a')} ${cancel('b')} }`, fullCaller)).toEqual(answered(2));
});
