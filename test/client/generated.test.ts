import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typePolicies } from '../../client/src/apollo.ts';
import { valueTypesFile, wordsFile } from '../../scripts/client-files.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

it.each([valueTypesFile(), wordsFile()])(
  'client/src/generated/$path is what `npm run codegen` writes',
  ({ path, text }) => {
    expect(read(`client/src/generated/${path}`)).toBe(text);
  },
);

it('depends on graphql-request and graphql, as the gateway has them', () => {
  const { dependencies } = JSON.parse(read('client/package.json'));
  const gateway = JSON.parse(read('package.json'));
  expect(dependencies).toEqual({
    graphql: gateway.dependencies.graphql,
    'graphql-request': gateway.devDependencies['graphql-request'],
  });
});

it('merges what has no id, and leaves to the cache what has one', () => {
  expect(typePolicies).toMatchObject({
    CancelEligibility: { merge: true },
    Money: { merge: true },
    Payer: { merge: true },
  });
  for (const keyed of ['Payment', 'Order']) expect(typePolicies).not.toHaveProperty(keyed);
});
