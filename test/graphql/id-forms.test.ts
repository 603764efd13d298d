import { expect, it } from 'vitest';
import type { Provider, TargetRules } from '../../src/cancellation/provider.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';

const rules = (expected: string): TargetRules => {
  return { id: { expected, canonicalize: () => null }, readable: true, attemptMs: 1, cancellableStatuses: [] };
};

const provider = (id: string, targets: Provider['targets']): Provider => {
  return { id, description: `${id} of the test.`, targets, documentedErrors: [] };
};

function descriptionOf(read: string, providers: readonly Provider[]): string | null | undefined {
  return buildSchema(providers).getQueryType()?.getFields()[read]?.description;
}

const one = provider('ONE', { payment: rules('three digits') });
const two = provider('TWO', { payment: rules('four letters'), order: rules('five letters') });

it.each([
  ['payment', '`ONE` (three digits) or `TWO` (four letters)'],
  ['order', '`TWO` (five letters)'],
])('the read of a %s says which ids lead to which provider', (read, forms) => {
  const description = `One ${read}, read from its provider. The form of the id tells the provider: ${forms}; \`provider\` overrides it.`;
  expect(descriptionOf(read, [one, two])).toBe(description);
});

it('a read of what no provider has says nothing of ids', () => {
  expect(descriptionOf('order', [one])).toBe('One order, read from its provider.');
});
