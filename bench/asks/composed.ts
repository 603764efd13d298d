import { randomUUID } from 'node:crypto';
import { cancelled, notFound, payment, pending } from '../provider/payment.ts';
import { post } from './graphql.ts';
import { type Dialect, itemsOf } from './work.ts';

const fields = [
  ...['id', 'status', 'status_detail', 'transaction_amount', 'currency_id', 'captured', 'live_mode', 'description'],
  ...[
    'payment_method_id',
    'payment_type_id',
    'installments',
    'external_reference',
    'date_created',
    'date_last_updated',
  ],
] as const;

const picked = `__typename ... on Payment { ${fields.join(' ')} } ... on PaymentError { message error }`;
const read = (name: string) => `query ${name}($id: String!) { payment(id: $id) { ${picked} } }`;
const input = 'input: { status: "cancelled" }';

const cancel = `mutation Cancel($id: String!, $key: String) {
  cancelPayment(id: $id, X_Idempotency_Key: $key, ${input}) { ${picked} }
}`;

const places = Array.from({ length: itemsOf('list') }, (_, index) => index);

const list = `query List(${places.map((at) => `$id${at}: String!`).join(' ')}) {
  ${places.map((at) => `p${at}: payment(id: $id${at}) { ${picked} }`).join('\n')}
}`;

const bulk = `mutation Bulk(${places.map((at) => `$id${at}: String!, $key${at}: String`).join(' ')}) {
  ${places.map((at) => `p${at}: cancelPayment(id: $id${at}, X_Idempotency_Key: $key${at}, ${input}) { ${picked} }`).join('\n')}
}`;

const named = <Value>(prefix: string, values: readonly Value[]) =>
  Object.fromEntries(values.map((value, at) => [`${prefix}${at}`, value]));

let unseen = 0;

/**
 * GraphQL Mesh and Hive Gateway, whose contract follows from the provider's OpenAPI document: its words, its error as the
 * other member of a union of two, and of many payments each by a name of its own.
 */
export const composed: Dialect = {
  floor: () => post({ query: '{ __typename }' }, { __typename: 'Query' }),
  read: ([id = '']) => post({ query: read('Payment'), variables: { id } }, { payment: told(id, pending) }),
  cancel: ([id = '']) =>
    post({ query: cancel, variables: { id, key: randomUUID() } }, { cancelPayment: told(id, cancelled) }),
  error: ([id = '']) => post({ query: read('Payment'), variables: { id } }, { payment: toldMissing }),
  list: (ids) =>
    post(
      { query: list, variables: named('id', ids) },
      named(
        'p',
        ids.map((id) => told(id, pending)),
      ),
    ),
  bulk: (ids) => {
    const variables = {
      ...named('id', ids),
      ...named(
        'key',
        ids.map(() => randomUUID()),
      ),
    };
    return post(
      { query: bulk, variables },
      named(
        'p',
        ids.map((id) => told(id, cancelled)),
      ),
    );
  },
  unseen: ([id = '']) => {
    unseen += 1;
    return post({ query: read(`Payment${unseen}`), variables: { id } }, { payment: told(id, pending) });
  },
};

const toldMissing = { __typename: 'PaymentError', message: notFound.message, error: notFound.error };

function told(id: string, state: typeof pending | typeof cancelled) {
  const whole: Record<string, unknown> = { ...payment, ...state, id };
  return { __typename: 'Payment', ...Object.fromEntries(fields.map((field) => [field, whole[field]])) };
}
