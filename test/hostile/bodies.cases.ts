import { gzipSync } from 'node:zlib';
import { answered, ask, badInput, badRequest, type HostileCase, post, refused, tooLarge, wrongType } from './case.ts';

const fine = '{"query":"{ __typename }"}';
const isFine = answered({ __typename: 'Query' });
const cancel = 'mutation ($id: ID!) { cancelPayment(input: { paymentId: $id }) { outcome } }';
const inText = JSON.stringify;

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join()}}`;

const duplicates: readonly [string, string][] = [
  ['query', `{"query":"{ __typename }","query":${inText(cancel)}}`],
  ['query, once escaped', `{"query":"{ __typename }","qu\\u0065ry":${inText(cancel)}}`],
  ['variables', `{"query":${inText(cancel)},"variables":{"id":"1"},"variables":{"id":"2"}}`],
  ['an id', `{"query":${inText(cancel)},"variables":{"id":"1","id":"2"}}`],
  ['operationName', `{"query":"{ __typename }","operationName":"A","operationName":"B"}`],
];

const broken = [
  '',
  ' ',
  '{',
  '{"query":',
  '{"query":"{ __typename }",}',
  "{'query':'{ __typename }'}",
  `${fine}${fine}`,
  'NaN',
];
const noRequests = [
  '[]',
  `[${fine},${fine}]`,
  '{}',
  '1',
  '"{ __typename }"',
  'null',
  '{"query":1}',
  '{"query":null}',
  '{"query":["a"]}',
];

const charsets = ['utf-7', 'utf-16', 'iso-8859-1', 'utf-8; charset=utf-7', 'utf-8\u00e9'];
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonx',
  'application/graphql',
  '*/*',
];

export const bodyCases: readonly HostileCase[] = [
  [19, 'a batch', post(`[${fine},${fine}]`), badRequest],
  [19, 'a batch of one', post(`[${fine}]`), badRequest],
  [20, 'a comment of a megabyte', ask(`{ __typename } #${'x'.repeat(1_000_000)}`), tooLarge],
  [20, 'a block string of a megabyte', ask(`{ a(b: """${'x'.repeat(1_000_000)}""") }`), tooLarge],
  [20, 'a megabyte of commas', ask(`{ __typename ${','.repeat(1_000_000)} }`), tooLarge],
  [20, '60 KiB of commas', ask(`{ __typename ${','.repeat(61_440)} }`), isFine],
  [21, 'variables 21 deep', post(`{"query":"{ __typename }","variables":${nested(21)}}`), badRequest],
  [21, 'variables 5 000 deep', post(`{"query":"{ __typename }","variables":${nested(5_000)}}`), badRequest],
  [21, '401 keys', post(`{"query":"{ __typename }","variables":${keys(399)}}`), badRequest],
  [
    21,
    'variables that name __proto__',
    post('{"query":"{ __typename }","variables":{"__proto__":{"id":"1"}}}'),
    badRequest,
  ],
  [21, 'variables that name constructor', ask('{ __typename }', { constructor: { prototype: {} } }), isFine],
  [21, 'variables that nobody declared', ask('{ __typename }', { id: '1', 'a b': 2 }), isFine],
  [21, 'a missing variable', ask(cancel, {}), badInput],
  [
    21,
    'text in place of an object',
    ask('mutation ($i: CancelPaymentInput!) { cancelPayment(input: $i) { outcome } }', { i: '1' }),
    badInput,
  ],
  [21, 'variables as text', post(`{"query":"{ __typename }","variables":"{}"}`), badRequest],
  [21, 'variables as a list', post(`{"query":"{ __typename }","variables":[]}`), badRequest],
  [21, 'a number as the name of the operation', post(`{"query":"{ __typename }","operationName":7}`), badRequest],
  [21, 'extensions as a list', post(`{"query":"{ __typename }","extensions":[]}`), badRequest],
  [
    21,
    'a hundred wrong fields in an input',
    ask('mutation ($i: CancelPaymentInput!) { cancelPayment(input: $i) { outcome } }', {
      i: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${'wrong'.repeat(20)}${n}`, 'x'.repeat(300)])),
    }),
    badInput,
  ],
  ...duplicates.map(([name, body]): HostileCase => [22, `two of ${name}`, post(body), badRequest]),
  ...broken.map((body): HostileCase => [23, `the body ${inText(body)}`, post(body), badRequest]),
  ...noRequests.map((body): HostileCase => [23, `the body ${body}`, post(body), badRequest]),
  [23, 'a body that is not UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), badRequest],
  [23, 'a body in UTF-16', post(new Uint8Array(Buffer.from(fine, 'utf16le'))), badRequest],
  [
    23,
    'a body with a byte order mark of its own',
    post(new Uint8Array(Buffer.from(`\ufeff\ufeff${fine}`))),
    badRequest,
  ],
  [23, 'brackets alone', post('['.repeat(60_000)), badRequest],
  ...types.map((type): HostileCase => [26, `the type ${type}`, post(fine, { 'content-type': type }), wrongType]),
  ...charsets.map((charset): HostileCase => {
    return [
      27,
      `the charset ${charset}`,
      post(fine, { 'content-type': `application/json; charset=${charset}` }),
      wrongType,
    ];
  }),
  ...['gzip', 'br', 'deflate', 'identity, gzip', 'x'].map((encoding): HostileCase => {
    return [
      28,
      `the encoding ${encoding}`,
      post(new Uint8Array(gzipSync(fine)), { 'content-encoding': encoding }),
      wrongType,
    ];
  }),
  [
    28,
    'a bomb in gzip',
    post(new Uint8Array(gzipSync('0'.repeat(10_000_000))), { 'content-encoding': 'gzip' }),
    wrongType,
  ],
  [28, 'gzip that is not declared', post(new Uint8Array(gzipSync(fine))), badRequest],
  [
    36,
    'a persisted query to register',
    post(`{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`),
    refused(200, 'PERSISTED_QUERY_NOT_SUPPORTED'),
  ],
  [
    36,
    'a persisted query to look up',
    post(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`),
    refused(200, 'PERSISTED_QUERY_NOT_SUPPORTED'),
  ],
];
