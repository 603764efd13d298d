import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { print } from 'graphql';
import { WebSocket } from 'undici';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { persistedBy } from '../../examples/clients/apollo-client/persisted.ts';
import { cancelPayment, payment } from '../../examples/clients/documents.ts';
import { connect as connectRelay } from '../../examples/clients/relay/environment.ts';
import { manifestOf as manifestOfRelay } from '../../examples/clients/relay/manifest.ts';
import { persisted } from '../../examples/clients/urql/persisted.ts';
import { manifestOf } from '../../scripts/operation-manifest.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { publishedAs, today } from './contract.ts';
import { type Compiled, compilePersisted, sendWith } from './relay-client.ts';

const texts = [cancelPayment, payment].map((document, n) => ({ name: `${n}.graphql`, text: print(document) }));
const { manifest } = manifestOf(texts, buildSchema(providerDefinitions), { apollo: true });

let world: World;
let compiled: Compiled;
let persistedByRelay: Record<string, string>;
beforeAll(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  const directory = temporaryDirectory('manifests-of-clients');
  const write = (name: string, content: unknown) => writeFileSync(join(directory, name), JSON.stringify(content));
  write('apollo-and-urql.json', manifest);
  ({ compiled, persisted: persistedByRelay } = await compilePersisted(today, [publishedAs('CancelPayment')]));
  write('relay.json', manifestOfRelay(persistedByRelay));
  world = await startWorld({ env: { TRUSTED_DOCUMENTS: 'enforce', TRUSTED_DOCUMENTS_DIR: directory } });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.close();
});

/** The bodies that were sent. */
function counting() {
  const bodies: string[] = [];
  const counted: typeof fetch = (input, init) => {
    bodies.push(String(init?.body));
    return fetch(input, init);
  };
  return { bodies, fetch: counted };
}

let taken = 0;
function input() {
  taken += 1;
  return { paymentId: freshIds.MERCADO_PAGO.payment(taken) };
}
const cancelled = { cancelPayment: { outcome: 'CANCELLED', nextAction: 'NOTHING' } };

it('the Apollo Client of the page asks by ids alone', async () => {
  const { bodies, fetch } = counting();
  const link = ApolloLink.from([
    persistedBy({ operations: [...manifest.operations] }),
    new HttpLink({ uri: world.url, fetch }),
  ]);
  const client = new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes: today.possibleTypes }) });
  const variables = { input: input() };
  expect((await client.mutate({ mutation: cancelPayment, variables })).data).toMatchObject(cancelled);
  const { data } = await client.query({ query: payment, variables: { id: variables.input.paymentId } });
  expect(data).toMatchObject({ payment: { status: 'CANCELLED' } });
  expect(bodies.filter((body) => body.includes('"query"'))).toEqual([]);
  expect(bodies).toHaveLength(2);
});

it('the urql of the page asks by ids alone', async () => {
  const { bodies, fetch } = counting();
  const exchanges = [cacheExchange, persisted, fetchExchange];
  const client = new Client({ url: world.url, fetch, preferGetMethod: false, exchanges });
  const variables = { input: input() };
  const answer = await client.mutation(cancelPayment, variables);
  expect([answer.error, answer.data]).toMatchObject([undefined, cancelled]);
  const { data } = await client.query(payment, { id: variables.input.paymentId });
  expect(data).toMatchObject({ payment: { status: 'CANCELLED' } });
  expect(bodies.filter((body) => body.includes('"query"'))).toEqual([]);
  expect(bodies).toHaveLength(2);
});

it('the Relay of the page asks by ids alone', async () => {
  const environment = connectRelay(world.url, async () => 'none is needed here');
  const request = compiled('CancelPayment');
  expect([request.params.text, Object.keys(persistedByRelay)]).toEqual([null, [request.params.id]]);
  expect(await sendWith(environment, request, { input: input(), language: 'EN' })).toMatchObject(cancelled);
});
