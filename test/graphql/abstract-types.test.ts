import 'reflect-metadata';
import { type GraphQLAbstractType, isAbstractType, isObjectType, isUnionType } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  catalogue,
  type ErrorCode,
  entryOf,
  errorCodes,
  errorTypesOf,
} from '../../src/cancellation/errors/catalogue.ts';
import { failureAbout } from '../../src/cancellation/rules/failure-about.ts';
import { CancelOrderPayload, CancelPaymentPayload } from '../../src/graphql/cancellation/cancel-payload.type.ts';
import { errorResult } from '../../src/graphql/error/error.mapper.ts';
import { Order } from '../../src/graphql/order/order.type.ts';
import { Payment } from '../../src/graphql/payment/payment.type.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);

const upstream = { provider: 'VTEX', httpStatus: 409, code: 'c', message: null, requestId: null };
const asked = {
  target: { kind: 'payment', provider: 'VTEX', id: 'id-1' },
  rules: {
    id: { expected: 'an id', canonicalize: (text: string) => text },
    readable: true,
    attemptMs: 1_000,
    cancellableStatuses: ['PENDING'],
  },
  authorizationId: 'auth-1',
} as const;

const errorWith = (code: ErrorCode) => errorResult(failureAbout(code, upstream, asked));

const abstractTypes = Object.values(schema.getTypeMap()).filter(isAbstractType);

function abstractType(name: string): GraphQLAbstractType {
  const type = abstractTypes.find((candidate) => candidate.name === name);
  if (type === undefined) throw new Error(`${name} is no union and no interface.`);
  return type;
}

/** What graphql-js asks to find out which member an answer is. */
function memberOf(type: GraphQLAbstractType, value: unknown) {
  return type.resolveType?.(value, {}, {} as never, type);
}

const codesOfType = (types: readonly string[]) => errorCodes.filter((code) => types.includes(catalogue[code].type));

const errors = (types: readonly string[]) =>
  codesOfType(types).map((code) => [catalogue[code].type, errorWith(code)] as const);

/** Every union and interface, with an instance of each of its members. */
const members: Record<string, (readonly [name: string, instance: unknown])[]> = {
  CancelPaymentError: errors(errorTypesOf('payment', 'cancel')),
  CancelOrderError: errors(errorTypesOf('order', 'cancel')),
  CancellationError: errors(
    errorCodes.filter((code) => entryOf(code).operations.includes('cancel')).map((code) => catalogue[code].type),
  ),
  PaymentResult: [['Payment', new Payment()], ...errors(errorTypesOf('payment', 'read'))],
  OrderResult: [['Order', new Order()], ...errors(errorTypesOf('order', 'read'))],
  ErrorResult: errors(errorCodes.map((code) => catalogue[code].type)),
  CancelPayload: [
    ['CancelPaymentPayload', new CancelPaymentPayload()],
    ['CancelOrderPayload', new CancelOrderPayload()],
  ],
};

it('the unions and interfaces of the schema are these', () => {
  expect(abstractTypes.map(({ name }) => name).sort()).toEqual(Object.keys(members).sort());
});

describe.each(Object.entries(members))('%s', (name, instances) => {
  const type = abstractType(name);

  it('has the members that the catalogue allows, and no other', () => {
    const listed = isUnionType(type) ? type.getTypes() : schema.getImplementations(type).objects;
    expect(listed.map((member) => member.name).sort()).toEqual([...new Set(instances.map(([of]) => of))].sort());
  });

  // A promise here would cost every answer a turn, and shut out compiled execution.
  it('tells its members by their classes, at once', () => {
    for (const [of, instance] of [...instances, ...instances]) expect(memberOf(type, instance)).toBe(of);
  });

  it('takes no plain object', () => {
    expect(() => memberOf(type, { code: 'INTERNAL_ERROR', kind: 'payment' })).toThrow(name);
  });
});

describe.each(errorCodes)('an error with the code %s', (code) => {
  const type = schema.getType(catalogue[code].type);

  it('has every field that its type declares', () => {
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(fields).toEqual(expect.arrayContaining(['code', 'message', 'userMessage', 'upstream']));
    for (const name of fields) expect(Reflect.get(errorWith(code), name), name).toBeDefined();
  });

  it('says what its row and the provider say', () => {
    expect(errorWith(code)).toMatchObject({ code, message: catalogue[code].message, upstream });
  });
});
