import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/graphql/request/context.ts';
import { isPersonal } from '../../src/graphql/server/hide-personal.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { callerWith, fullCaller } from './in-memory-gateway.ts';
import { reachableFields } from './reachable-fields.ts';

/** Who pays and with what, and texts into which a caller or a merchant may have written either. */
const personal = [
  'Cancellation.note',
  'CancellationRequest.note',
  'Order.description',
  'Order.externalReference',
  'Payment.authorizationCode',
  'Payment.card',
  'Payment.description',
  'Payment.externalReference',
  'Payment.metadata',
  'Payment.payer',
  // Whoever opens it reads the name and the document of the payer.
  'Payment.ticketUrl',
];

/** Fields whose names sound of persons, and that tell of none. */
const notPersonal = [
  // The catalogue of errors.
  'ErrorCatalogEntry.description',
  'ErrorCatalogEntry.typeName',
  // What is sold, not to whom.
  'OrderItem.description',
  // The provider's own id of a transaction.
  'OrderTransaction.referenceId',
];

const soundsPersonal =
  /person|pay(er|ee)|buyer|shopper|customer|holder|card|document|identification|tax|mail|name|phone|address|birth|city|zip|postal|location|ip$|note|comment|description|reference|metadata|ticket|authorizationCode/i;

const schema = buildSchema(providerDefinitions);
const reachable = reachableFields(schema);
/** Without what is seen only by whoever may see the field that leads to it. */
const inTheOpen = reachableFields(schema, isPersonal);
const marked = inTheOpen.filter(({ field }) => isPersonal(field));

it('the fields with personal data are marked, and no others', () => {
  const paths = reachable.filter(({ field }) => isPersonal(field)).map(({ path }) => path);
  expect(paths.sort()).toEqual(personal);
});

it('every field that sounds of a person is marked, or listed as telling of none', () => {
  const unmarked = inTheOpen.filter(({ field }) => !isPersonal(field) && soundsPersonal.test(field.name));
  expect(unmarked.map(({ path }) => path).sort()).toEqual(notPersonal);
});

it('every field with personal data may be null', () => {
  expect(marked.map(({ field }) => String(field.type)).filter((type) => type.endsWith('!'))).toEqual([]);
});

describe.each(marked)('$path', ({ field }) => {
  const resolve = (caller: Context['caller']) =>
    field.resolve?.(
      { [field.name]: 'Ana' },
      {},
      { caller } as Context,
      { fieldName: field.name } as GraphQLResolveInfo,
    );

  it('is for callers with the scope for it alone', async () => {
    expect(await resolve(fullCaller)).toBe('Ana');
    expect(await resolve(callerWith('payments:read', 'orders:read', 'cancellations:read'))).toBeNull();
  });

  it('says so', () => expect(field.description).toContain('`pii:read`'));
});
