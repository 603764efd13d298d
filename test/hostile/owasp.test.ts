import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { ask, get, post, type Sent } from './case.ts';
import { type Answer, send } from './send.ts';

/**
 * Two lists of others, row by row: the checks of graphql-cop, and the OWASP GraphQL Cheat Sheet. A row that a program
 * would call a finding has to be answered otherwise here.
 */
let world: World;
let token: string;
beforeAll(async () => {
  const issuer = await startIssuer();
  world = await startWorld({ env: issuer.env, production: true });
  token = await issuer.token({ scope: 'payments:read payments:cancel cancellations:read bulk' });
});
afterAll(() => world.close());
afterEach(() => expect(world.emulator.requests).toEqual([]));

const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const fine = '{"query":"{ __typename }"}';
const search = encodeURIComponent('{ __typename }');
const mutation = encodeURIComponent('mutation { __typename }');
const form = { 'content-type': 'application/x-www-form-urlencoded' };

type Refusal = readonly [status: number, code: string];
const notValid: Refusal = [400, 'GRAPHQL_VALIDATION_FAILED'];
const notParsed: Refusal = [400, 'GRAPHQL_PARSE_FAILED'];
const postOnly: Refusal = [405, 'METHOD_NOT_ALLOWED'];
const unread: Refusal = [415, 'UNSUPPORTED_MEDIA_TYPE'];
const circle = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';

describe('graphql-cop finds nothing:', () => {
  it.each<[check: string, sent: Sent, refusal: Refusal]>([
    ['alias overloading', ask(`{ ${times(101, (n) => `alias${n}: __typename`)} }`), notValid],
    ['array-based query batching', post(`[${Array(10).fill(fine).join()}]`), [400, 'BAD_REQUEST']],
    ['directive overloading', ask(`query { __typename ${times(10, () => '@aa')} }`), notValid],
    ['circular query by introspection', ask(circle), notValid],
    ['field duplication', ask(`query { ${times(500, () => '__typename')} }`), notValid],
    ['introspection', ask('query { __schema { types { name fields { name } } } }'), notValid],
    ['field suggestions', ask('query { directive paymen errorCatalogs }'), notValid],
    ['GET method query support', get(`/graphql?query=${search}`), postOnly],
    ['mutation over GET', get(`/graphql?query=${mutation}`), postOnly],
    [
      'mutation over GET, with a preflight',
      get(`/graphql?query=${mutation}`, { 'apollo-require-preflight': '1' }),
      postOnly,
    ],
    ['POST of a form', post(`query=${search}`, form), unread],
    ['GraphQL IDE at /graphql', get('/graphql', { accept: 'text/html' }), postOnly],
    ...['/graphiql', '/playground', '/console', '/altair', '/'].map((path): [string, Sent, Refusal] => {
      return [`GraphQL IDE at ${path}`, get(path, { accept: 'text/html' }), [404, 'NOT_FOUND']];
    }),
    ['unhandled errors', ask('qwerty { abc }'), notParsed],
    ['unhandled errors, in bytes that are no document', ask('\u0000\ud800}{'), notParsed],
  ])('%s', async (_, sent, [status, code]) => {
    const answer = await told(sent);
    expect({ status: answer.status, codes: codesIn(answer) }).toEqual({ status, codes: [code] });
    expect(answer.text).not.toMatch(/Did you mean|stacktrace|exception|GraphiQL|playground/i);
  });

  it('trace mode', async () => {
    const answer = await told(
      ask('{ __typename }', undefined, { 'apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' }),
    );
    expect(JSON.parse(answer.text)).toEqual({ data: { __typename: 'Query' } });
  });
});

const cancels = (count: number) =>
  times(count, (n) => `c${n}: cancelPayment(input: { paymentId: "77000010${n}" }) { outcome }`);
const ids = Array.from({ length: 51 }, (_, n) => `${n + 1}`);
const list = 'query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }';
const deep = `{ payment(id: "1") { ... on Payment { ${'order { cancellations { '.repeat(4)}id${' } }'.repeat(4)} } } }`;
const costly = `query ($ids: [ID!]!) { ${times(
  5,
  (n) =>
    `p${n}: payments(ids: $ids) { ... on Payment { cancellations { attempts { kind startedAt durationMs httpStatus upstreamCode } history { note reason requestedAt requestedBy } id } } }`,
)} }`;

describe('the OWASP cheat sheet is followed:', () => {
  it.each<[advice: string, sent: Sent, refusal: Refusal]>([
    [
      'input is validated by its type',
      ask('query ($id: ID!) { payment(id: $id) { __typename } }', { id: 7 }),
      [400, 'BAD_USER_INPUT'],
    ],
    [
      'input is validated by an allow-list of enum values',
      ask('{ payment(id: "1", provider: NOBODY) { __typename } }'),
      notValid,
    ],
    ['the size of input is limited', ask(`{ __typename } # ${'x'.repeat(70_000)}`), [413, 'PAYLOAD_TOO_LARGE']],
    ['the depth of documents is limited', ask(deep), notValid],
    ['the amount that is asked for is limited', ask(list, { ids }), [400, 'BAD_USER_INPUT']],
    ['the cost of documents is limited', ask(costly, { ids: ids.slice(1) }), notValid],
    ['a batch in one document is limited', ask(`mutation { ${cancels(6)} }`), notValid],
    ['a batch of documents is refused', post(`[${fine}]`), [400, 'BAD_REQUEST']],
    ['callers are authenticated', { kind: 'http', body: fine, anonymous: true }, [401, 'UNAUTHENTICATED']],
    [
      'callers are authorized at the edges',
      ask('mutation { cancelOrder(input: { orderId: "1" }) { outcome } }'),
      [403, 'FORBIDDEN'],
    ],
    [
      'callers are authorized at the nodes',
      ask('{ payment(id: "1") { ... on Payment { order { id } } } }'),
      [403, 'FORBIDDEN'],
    ],
    ['introspection is switched off', ask('{ __type(name: "Payment") { name } }'), notValid],
    ['the explorer is switched off', get('/graphql', { accept: 'text/html' }), postOnly],
    ['forms of other sites are not read', post(`query=${search}`, { ...form, origin: 'https://evil.example' }), unread],
    [
      'plain text of other sites is not read',
      post(fine, { 'content-type': 'text/plain', origin: 'https://evil.example' }),
      unread,
    ],
  ])('%s', async (_, sent, [status, code]) => {
    const answer = await told(sent);
    expect({ status: answer.status, codes: codesIn(answer) }).toEqual({ status, codes: [code] });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('injection into the address of a provider is refused as data', async () => {
    const answer = await told(ask('{ payment(id: "1/../../oauth/token") { __typename } }'));
    expect(JSON.parse(answer.text)).toEqual({ data: { payment: { __typename: 'InvalidIdError' } } });
  });

  it('errors say no more than they must', async () => {
    const answer = await told(ask('{ payment(id: "1") { nothing } }'));
    const { errors } = JSON.parse(answer.text);
    expect(errors).toEqual([
      {
        message: 'Cannot query field "nothing" on type "PaymentResult".',
        locations: expect.any(Array),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
      },
    ]);
  });
});

async function told(sent: Sent): Promise<Answer> {
  const answer = await send(world.url, token, sent);
  if (answer === null) throw new Error('The connection ended without a word.');
  return answer;
}

/** Each once, in the order in which they first come. */
function codesIn({ text }: Answer): string[] {
  const errors: { extensions: { code: string } }[] = JSON.parse(text).errors ?? [];
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}
