import { isEnumType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogue, type ErrorCode, errorCodes } from '../../../src/cancellation/errors/catalogue.ts';
import type { DocumentedError } from '../../../src/cancellation/errors/error-listing.ts';
import { buildSchema } from '../../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../../src/providers/registry.ts';

const documented = (code: ErrorCode, httpStatus: number, wireCode: string | null): DocumentedError => {
  return { target: 'payment', httpStatus, wireCode, code, docsUrl: 'https://example.test' };
};

const schema = buildSchema([
  {
    id: 'ONE',
    description: 'One.',
    targets: {},
    documentedErrors: [
      documented('PAYMENT_NOT_FOUND', 404, 'no-such-payment'),
      documented('ACCESS_TOKEN_MISSING', 400, 'no-token'),
    ],
  },
  {
    id: 'TWO',
    description: 'Two.',
    targets: {},
    documentedErrors: [
      documented('PAYMENT_NOT_FOUND', 410, null),
      documented('ACCESS_TOKEN_INVALID', 401, 'bad-token'),
    ],
  },
]);

function descriptionOf(code: ErrorCode): string | null | undefined {
  const type = schema.getType('ErrorCode');
  return isEnumType(type) ? type.getValue(code)?.description : null;
}

describe('the description of a code', () => {
  it.each([
    [
      'PAYMENT_NOT_FOUND',
      'The provider knows no such payment for these credentials. Provider answers: ONE payment 404 `no-such-payment`, TWO payment 410 any other code.',
    ],
    [
      'ACCESS_TOKEN_INVALID',
      "The provider does not accept the merchant's credentials. Provider answers: TWO payment 401 `bad-token`. Also any other answer by which the provider asks for valid credentials.",
    ],
    ['OPERATION_NOT_SUPPORTED', 'The provider has no such operation.'],
  ] as const)('of %s follows from its row and from the providers', (code, description) => {
    expect(descriptionOf(code)).toBe(description);
  });
});

describe('the description of a type', () => {
  it.each([
    ['PaymentNotFoundError', descriptionOf('PAYMENT_NOT_FOUND')],
    [
      'InvalidIdError',
      'An id that cannot exist. Refused here, before any provider is called, where the id has no form of theirs.',
    ],
    [
      'ProviderCredentialsError',
      "The merchant's credentials at the provider do not work. Provider answers: ONE payment 400 `no-token`, TWO payment 401 `bad-token`. Also any other answer by which the provider asks for valid credentials.",
    ],
  ])('of %s follows from its codes', (name, description) => {
    expect(schema.getType(name)?.description).toBe(description);
  });

  it('tells everything about its codes that the catalogue does', () => {
    for (const code of errorCodes) {
      const { type, elsewhere } = catalogue[code];
      expect(schema.getType(type)?.description, code).toContain(elsewhere ?? '');
    }
  });

  it('is there for every error type', () => {
    for (const code of errorCodes) {
      const type = schema.getType(catalogue[code].type);
      expect(isObjectType(type) && type.description, code).toMatch(/^[A-Z].+\.$/);
    }
  });
});

it('the descriptions of one schema know nothing of the providers of another', () => {
  buildSchema(providerDefinitions);
  expect(descriptionOf('PAYMENT_NOT_FOUND')).not.toContain('MERCADO_PAGO');
});
