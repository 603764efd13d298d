import { answered, ask, badInput, badRequest, type HostileCase, notParsed, notValid, refused } from './case.ts';

const times = (count: number, text: (n: number) => string, separator = ' ') =>
  Array.from({ length: count }, (_, n) => text(n)).join(separator);

const deep = `{ cancellation(id: "1") { ${'payment { cancellations { '.repeat(4)}id${' } }'.repeat(4)} } }`;
const inFragments = `{ cancellation(id: "1") { ...f0 } } ${times(
  8,
  (n) =>
    `fragment f${n} on ${n % 2 === 0 ? 'Cancellation' : 'Payment'} { ${n % 2 === 0 ? 'payment' : 'cancellations'} { ...f${n + 1} } }`,
)} fragment f8 on Cancellation { id }`;
const doubling = `{ cancellation(id: "1") { error { ...f0 } } } ${times(
  25,
  (n) => `fragment f${n} on InternalError { ...f${n + 1} ...f${n + 1} }`,
)} fragment f25 on InternalError { message }`;
const cycle = (length: number) =>
  `{ cancellation(id: "1") { ...f0 } } ${times(length, (n) => `fragment f${n} on Cancellation { ...f${(n + 1) % length} }`)}`;
const overlap = `{ cancellation(id: "1") { ${times(
  60,
  (n) => `... on Cancellation { ... on Cancellation { a${n % 9}: id } }`,
)} } }`;
const threeFields = times(3, (n) => `a${n}: __typename`);
const cancel = (n: number) => `c${n}: cancelPayment(input: { paymentId: "770000000${100 + n}" }) { errorCode }`;

const everyField = `id status statusRaw statusDetail amount { amount currency } refundedAmount { amount currency }
  cancellations { id outcome settled nextAction errorCode
    attempts { kind startedAt durationMs httpStatus upstreamCode upstreamRequestId }
    history { idempotencyKey requestedBy requestedAt reason note } }`;
const ids = Array.from({ length: 50 }, (_, n) => `${770_000_000_100 + n}`);

/** A page refuses itself, when it is asked for: nothing else of the document is undone by it. */
const noPage = refused(200, 'BAD_USER_INPUT');

export const documentCases: readonly HostileCase[] = [
  [12, 'nine levels', ask(deep), notValid],
  [12, 'nine levels in fragments', ask(inFragments), notValid],
  [13, '1 001 tokens', ask(`{ ${times(999, () => '__typename')} }`), notParsed],
  [13, '15 000 tokens', ask(`{ ${times(14_998, () => 'a')} }`), notParsed],
  [13, 'braces alone', ask('{'.repeat(60_000)), notParsed],
  [14, '16 aliases', ask(`{ cancellation(id: "1") { ${times(16, (n) => `a${n}: id`)} } }`), notValid],
  [14, 'six root fields', ask(`{ ${times(6, (n) => `a${n}: __typename`)} }`), notValid],
  [14, 'six root fields in two operations', ask(`query A { ${threeFields} } query B { ${threeFields} }`), notValid],
  [14, 'six cancels', ask(`mutation { ${times(6, cancel)} }`), notValid],
  [14, 'a hundred cancels', ask(`mutation { ${times(100, cancel)} }`), notParsed],
  [14, 'six cancels in a fragment', ask(`mutation { ...f } fragment f on Mutation { ${times(6, cancel)} }`), notValid],
  [14, '501 fields', ask(`{ cancellation(id: "1") { ${times(500, () => 'id')} } }`), notValid],
  [
    14,
    'five lists of 50 with much of each',
    ask(
      `query ($ids: [ID!]!) { ${times(5, (n) => `p${n}: payments(ids: $ids) { ... on Payment { ${everyField} } }`)} }`,
      { ids },
    ),
    notValid,
  ],
  [14, 'a page of 101 cancellations', ask('{ cancellations(first: 101) { edges { cursor } } }'), noPage],
  [14, 'a page of none', ask('{ cancellations(first: 0) { edges { cursor } } }'), noPage],
  [14, 'a page after nowhere', ask('{ cancellations(after: "../..") { edges { cursor } } }'), noPage],
  [14, 'no id', ask('query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }', { ids: [] }), badInput],
  [14, '51 ids', ask('query ($ids: [ID!]!) { orders(ids: $ids) { __typename } }', { ids: [...ids, '1'] }), badInput],
  [14, '51 ids in the document', ask(`{ payments(ids: [${times(51, () => '"1"')}]) { __typename } }`), badInput],
  [
    14,
    'a second list of 51 cancels',
    ask(
      `mutation ($a: [CancelPaymentInput!]!, $b: [CancelPaymentInput!]!) {
        a: cancelPayments(inputs: $a) { summary { total } } b: cancelPayments(inputs: $b) { summary { total } } }`,
      { a: [{ paymentId: ids[0] }], b: [...ids, '1'].map((paymentId) => ({ paymentId })) },
    ),
    badInput,
  ],
  [15, 'eleven directives', ask(`{ __typename ${times(11, () => '@include(if: true)')} }`), notValid],
  [
    15,
    'ten of a directive that may stand once',
    ask(`{ __typename ${times(10, () => '@skip(if: false)')} }`),
    notValid,
  ],
  [15, '499 unknown directives', ask(`{ __typename ${times(499, () => '@a', '')} }`), notParsed],
  [15, '5 000 unknown directives', ask(`{ __typename ${times(5_000, () => '@a', '')} }`), notParsed],
  [16, 'a fragment of itself', ask(cycle(1)), notValid],
  [16, 'a cycle of 120 fragments', ask(cycle(120)), notValid],
  [16, 'a cycle of a thousand fragments', ask(cycle(1_000)), notParsed],
  [16, 'fragments that double 25 times', ask(doubling), notValid],
  [17, '60 overlapping fragments', ask(overlap), notValid],
  [18, '3 000 selections in each other', ask(`${'{ a '.repeat(3_000)}${'} '.repeat(3_000)}`), notParsed],
  [
    18,
    '3 000 lists in each other',
    ask(`{ payment(id: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { __typename } }`),
    notParsed,
  ],
  [
    18,
    '400 lists in each other',
    ask(`{ payment(id: ${'['.repeat(400)}${']'.repeat(400)}) { __typename } }`),
    notValid,
  ],
  [
    18,
    '300 list types in each other',
    ask(`query ($a: ${'['.repeat(300)}ID${']'.repeat(300)}) { __typename }`),
    notValid,
  ],
  [24, 'a @defer', ask('{ cancellation(id: "1") { ... @defer { id } } }'), notValid],
  [24, 'a @stream', ask('{ errorCatalog @stream { code } }'), notValid],
  [24, 'a subscription', ask('subscription { cancellation(id: "1") { id } }'), notValid],
  [24, 'a definition of a type', ask('type A { a: Int } { __typename }'), notValid],
  [
    24,
    'two operations and no name',
    ask('query A { __typename } query B { __typename }'),
    refused(400, 'OPERATION_RESOLUTION_FAILURE'),
  ],
  [24, 'a document without an operation', ask('fragment f on Query { __typename }'), notValid],
  [24, 'a comment alone', ask('# nothing'), notParsed],
  [24, 'an empty document', ask(''), badRequest],
  [24, 'a control character', ask('{ __type\u0000name }'), notParsed],
  [24, 'half a character', ask('{ a: __typename(b: "\ud800") }'), notParsed],
  [34, 'introspection', ask('{ __schema { types { name } } }'), notValid],
  [34, 'a type by its name', ask('{ __type(name: "Query") { name } }'), notValid],
  [34, 'introspection in a fragment', ask('{ ...f } fragment f on Query { __schema { description } }'), notValid],
  [
    34,
    'circular introspection',
    ask('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'),
    notValid,
  ],
  [34, 'a field spelled nearly right', ask('{ paymnt(id: "1") { __typename } }'), notValid],
  [34, 'an argument spelled nearly right', ask('{ payment(idd: "1") { __typename } }'), notValid],
  [
    34,
    'an input field spelled nearly right',
    ask('mutation { cancelPayment(input: { paymentID: "1" }) { outcome } }'),
    notValid,
  ],
  [34, 'an enum value spelled nearly right', ask('{ payment(id: "1", provider: VTEKS) { __typename } }'), notValid],
  [37, 'a body that is fine', ask('{ __typename }'), answered({ __typename: 'Query' })],
];
