import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSdk } from '../../client/src/generated/sdk.ts';
import { manifestOf, type OperationManifest } from '../../scripts/operation-manifest.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { follow, liveClient } from '../doubles/live-client.ts';
import { file } from '../readme/readme.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancelsSent, post } from './ask.ts';
import { until } from './time.ts';

const schema = buildSchema(providerDefinitions);
const directory = temporaryDirectory('manifests');
const ofApp = (name: string, text: string, apollo = false) => {
  const { manifest, mistakes } = manifestOf([{ name, text }], schema, { apollo });
  expect(mistakes).toEqual([]);
  return manifest;
};
const write = (name: string, content: unknown) => writeFileSync(join(directory, name), JSON.stringify(content));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

const catalog = 'query Catalog { errorCatalog { code } }';
/** What Apollo Client sends has a `__typename` in each selection. */
const cancel = `mutation CancelFromTheApp($input: CancelPaymentInput!) {
  cancelPayment(input: $input) { outcome nextAction payment { id status } }
}`;
const unknown = 'query Unknown { errorCatalog { typeName } }';

let enforcing: World;
let logging: World;
beforeAll(async () => {
  write('app-1.json', JSON.parse(file('schema/trusted-documents.json')));
  write('app-2.json', ofApp('app.graphql', cancel, true));
  write('app-3.json', { [sha256(catalog)]: { name: 'Catalog', source: catalog } });
  const env = { TRUSTED_DOCUMENTS_DIR: directory };
  enforcing = await startWorld({ env: { ...env, TRUSTED_DOCUMENTS: 'enforce' } });
  logging = await startWorld({ env: { ...env, TRUSTED_DOCUMENTS: 'log' } });
});
afterAll(async () => {
  await enforcing.close();
  await logging.close();
});

/** Status and code of a refusal, or the data. */
async function ask(world: World, body: object) {
  const answer = await post(world.url, body);
  const [error] = (answer.body.errors ?? []) as { message: string; extensions: { code: string } }[];
  return error === undefined ? answer.body.data : [answer.status, error.extensions.code];
}

function apolloClient(world: World, requests: string[]) {
  const counting: typeof fetch = (input, init) => {
    requests.push(String(init?.body));
    return fetch(input, init);
  };
  const link = createPersistedQueryLink({ sha256 }).concat(new HttpLink({ uri: world.url, fetch: counting }));
  return new ApolloClient({ link, cache: new InMemoryCache() });
}

const listsCodes = { errorCatalog: expect.arrayContaining([{ code: 'PAYMENT_NOT_FOUND' }]) };
const refused = [403, 'UNTRUSTED_DOCUMENT'];

describe('where trusted documents are enforced', () => {
  it.each<[string, object]>([
    ['its text', { query: catalog }],
    ['its text between white space', { query: `\n    ${catalog}\n    ` }],
    ['its id', persisted(sha256(catalog))],
    ['its id in capitals', persisted(sha256(catalog).toUpperCase())],
    ['both', { query: catalog, ...persisted(sha256(catalog)) }],
    ['its text between white space and its id', { query: `\n${catalog}`, ...persisted(sha256(catalog)) }],
    [
      'its text between white space and the id of that',
      { query: `\n${catalog}`, ...persisted(sha256(`\n${catalog}`)) },
    ],
    ['its documentId', { documentId: `sha256:${sha256(catalog)}` }],
  ])('a document of a manifest is asked for by %s', async (_what, body) => {
    expect(await ask(enforcing, body)).toEqual(listsCodes);
  });

  it.each<[string, object, unknown]>([
    ['another text', { query: unknown }, refused],
    ['a text that differs in a space', { query: catalog.replace(' {', '  {') }, refused],
    ['what is no GraphQL', { query: '{' }, refused],
    ['introspection', { query: '{ __schema { queryType { name } } }' }, refused],
    ['the id of another', persisted(sha256(unknown)), refused],
    ['the id of another, with its text', { query: unknown, ...persisted(sha256(unknown)) }, refused],
    ['the documentId of another', { documentId: `sha256:${sha256(unknown)}` }, refused],
    ['a good id with another text', { query: unknown, ...persisted(sha256(catalog)) }, [400, 'BAD_REQUEST']],
    ['an id that is none', persisted('00'), [400, 'BAD_REQUEST']],
    [
      'another version',
      { extensions: { persistedQuery: { version: 2, sha256Hash: sha256(catalog) } } },
      [400, 'BAD_REQUEST'],
    ],
    ['a documentId of another kind', { documentId: `md5:${'0'.repeat(32)}` }, [400, 'BAD_REQUEST']],
    ['nothing', { variables: {} }, [400, 'BAD_REQUEST']],
    ['extensions that are no object', { query: catalog, extensions: 'x' }, [400, 'BAD_REQUEST']],
    ['extensions that are a list', { query: catalog, extensions: ['x'] }, [400, 'BAD_REQUEST']],
  ])('%s is refused', async (_what, body, answer) => {
    expect(await ask(enforcing, body)).toEqual(answer);
  });

  it('says what to do', async () => {
    const { text } = await post(enforcing.url, { query: unknown });
    expect(JSON.parse(text).errors[0].message).toBe(
      "This document is in no manifest of the gateway, and no other may be asked. Send one that is, or have the app's manifest added.",
    );
  });

  it('an address is held to the same', async () => {
    const get = async (parameters: Record<string, string>) => {
      const answer = await fetch(`${enforcing.url}?${new URLSearchParams(parameters)}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      return [answer.status, (await answer.text()).slice(0, 40)];
    };
    const byId = JSON.stringify(persisted(sha256(catalog)).extensions);
    expect(await get({ extensions: byId })).toEqual([200, expect.stringMatching(/^\{"data":/)]);
    expect(await get({ documentId: `sha256:${sha256(catalog)}` })).toEqual([200, expect.stringMatching(/^\{"data":/)]);
    expect(await get({ query: unknown })).toEqual([403, expect.stringMatching(/^\{"errors":/)]);
  });

  it('graphql-request sends the text that it was generated with', async () => {
    const sdk = getSdk(new GraphQLClient(enforcing.url));
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(91_000) };
    expect(await sdk.CancelPayment({ input })).toMatchObject({ cancelPayment: { outcome: 'CANCELLED' } });
  });

  it("Apollo Client's persisted queries need one request each", async () => {
    const requests: string[] = [];
    const client = apolloClient(enforcing, requests);
    const variables = { input: { paymentId: freshIds.MERCADO_PAGO.payment(91_001) } };
    const { data } = await client.mutate({ mutation: gql(cancel), variables });
    expect(data).toMatchObject({ cancelPayment: { outcome: 'CANCELLED' } });
    expect(requests).toHaveLength(1);
    expect(requests[0]).not.toContain('mutation');
  });

  it("Apollo Client's unknown document is refused at once, and nothing repeats it", async () => {
    const requests: string[] = [];
    const asked = apolloClient(enforcing, requests).query({ query: gql(unknown) });
    await expect(asked).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });

  it('a subscription is held to the same', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(91_002) };
    const { cancelPayment } = await getSdk(new GraphQLClient(enforcing.url)).CancelPayment({ input });
    const id = cancelPayment?.cancellation?.id;
    const { operations } = JSON.parse(file('schema/trusted-documents.json')) as OperationManifest;
    const known = operations.find(({ name }) => name === 'CancellationUpdated');
    const [trusted, other] = [
      follow(liveClient(enforcing.url), { id }, known?.body),
      follow(liveClient(enforcing.url), { id }, 'subscription ($id: ID!) { cancellationUpdated(id: $id) { id } }'),
    ];
    await until(() => trusted.end !== 'open' && other.end !== 'open');
    expect(trusted).toMatchObject({ end: 'completed', updates: [{ outcome: 'CANCELLED' }] });
    expect(JSON.stringify(other)).toContain('UNTRUSTED_DOCUMENT');
    expect(other.updates).toEqual([]);
  });

  it('limits and scopes hold for a document that only its id names', async () => {
    const fifty = {
      inputs: Array.from({ length: 51 }, (_, n) => ({ paymentId: freshIds.MERCADO_PAGO.payment(92_000 + n) })),
    };
    const manifest = JSON.parse(file('schema/trusted-documents.json'));
    const bulk = manifest.operations.find(({ name }: { name: string }) => name === 'CancelPayments');
    const sent = cancelsSent(enforcing).length;
    expect(await ask(enforcing, { ...persisted(bulk.id), variables: fifty })).toEqual([400, 'BAD_USER_INPUT']);
    expect(cancelsSent(enforcing)).toHaveLength(sent);
  });
});

describe('where other documents are only logged', () => {
  it('they are let through, and told once each', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await ask(logging, { query: unknown })).toMatchObject({ errorCatalog: expect.any(Array) });
    }
    await ask(logging, { query: catalog });
    const lines = logging.log.map((line) => JSON.parse(line)).filter(({ event }) => event === 'untrustedDocument');
    expect(lines).toMatchObject([{ level: 'warn', documentHash: sha256(unknown).slice(0, 16), reason: 'let-through' }]);
  });

  it.each<[string, object]>([
    ['of another document', persisted(sha256(unknown))],
    ['that is none', persisted('00')],
    ['of another kind', { documentId: `md5:${'0'.repeat(32)}` }],
  ])('a text is let through beside an id %s, and told', async (_what, name) => {
    const text = `query Catalog { errorCatalog { code } } # ${JSON.stringify(name)}`;
    expect(await ask(logging, { query: text, ...name })).toEqual(listsCodes);
    const lines = logging.log.map((line) => JSON.parse(line)).filter(({ event }) => event === 'untrustedDocument');
    expect(lines.at(-1)).toMatchObject({ documentHash: sha256(text).slice(0, 16), reason: 'let-through' });
  });

  it('an id that is none, without a text, is refused', async () => {
    expect(await ask(logging, persisted('00'))).toEqual([400, 'BAD_REQUEST']);
  });

  it('Apollo Client sends the text of what no manifest has, once', async () => {
    const requests: string[] = [];
    const { data } = await apolloClient(logging, requests).query({
      query: gql('query Another { errorCatalog { code nextAction } }'),
    });
    expect(data).toMatchObject({ errorCatalog: expect.any(Array) });
    expect(requests).toHaveLength(2);
  });

  it('an id that no manifest has is not found, in the words of the protocol', async () => {
    const { status, text } = await post(logging.url, persisted(sha256('{ nothing }')));
    expect([status, JSON.parse(text).errors[0]]).toMatchObject([
      200,
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
  });
});

describe('manifests that change', () => {
  it('are read again without losing a request, and not where they have mistakes', async () => {
    const later = 'query Later { errorCatalog { code upstreamCode } }';
    expect(await ask(enforcing, { query: later })).toEqual(refused);
    write('app-4.json', ofApp('later.graphql', later));
    const meanwhile = Promise.all(Array.from({ length: 20 }, () => ask(enforcing, { query: catalog })));
    await enforcing.reload();
    expect(await meanwhile).toEqual(Array.from({ length: 20 }, () => listsCodes));
    const { body: printed } = ofApp('later.graphql', later).operations[0] ?? { body: '' };
    expect(await ask(enforcing, { query: printed })).toMatchObject({ errorCatalog: expect.any(Array) });

    write('app-4.json', { format: 'apollo-persisted-query-manifest', version: 7 });
    await enforcing.reload();
    expect(await ask(enforcing, { query: printed })).toMatchObject({ errorCatalog: expect.any(Array) });
    const told = enforcing.log
      .map((line) => JSON.parse(line))
      .filter(({ event }) => /^(documentsRead|reloadFailed)$/.test(event));
    expect(told).toMatchObject([
      { event: 'documentsRead', manifests: 4 },
      { event: 'reloadFailed', mistake: 'TRUSTED_DOCUMENTS_DIR, app-4.json: has another version than 1.' },
    ]);
    rmSync(join(directory, 'app-4.json'));
  });

  it.each<[NodeJS.ProcessEnv, string]>([
    [{ TRUSTED_DOCUMENTS: 'yes' }, 'TRUSTED_DOCUMENTS must be one of off, log, enforce.'],
    [
      { TRUSTED_DOCUMENTS: 'log' },
      'TRUSTED_DOCUMENTS_DIR is missing: TRUSTED_DOCUMENTS=log needs the manifests of the apps.',
    ],
    [
      { TRUSTED_DOCUMENTS_DIR: '/tmp' },
      'TRUSTED_DOCUMENTS_DIR is set and TRUSTED_DOCUMENTS is not: set it to off, log or enforce.',
    ],
    [
      { TRUSTED_DOCUMENTS: 'enforce', TRUSTED_DOCUMENTS_DIR: '/nowhere/at/all' },
      'TRUSTED_DOCUMENTS_DIR names a directory that cannot be read.',
    ],
    [
      { TRUSTED_DOCUMENT: 'log' },
      'TRUSTED_DOCUMENT is unknown, likely a typo; unset it, or use TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_DIR.',
    ],
  ])('%j does not start', (env, mistake) => {
    expect(() => readConfig({ NODE_ENV: 'test', ...env }, providerDefinitions)).toThrow(new ConfigError([mistake]));
  });
});
