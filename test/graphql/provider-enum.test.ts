import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Provider } from '../../src/cancellation/provider.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';

const named = (id: string): Provider => ({ id, description: `${id} of the test.`, targets: {}, documentedErrors: [] });

function valuesFor(...ids: string[]): (string | null | undefined)[][] {
  const type = buildSchema(ids.map(named)).getType('Provider');
  return isEnumType(type) ? type.getValues().map(({ name, description }) => [name, description]) : [];
}

describe('the enum of the providers', () => {
  it('has a value for each that the schema is built for', () => {
    expect(valuesFor('ONE', 'TWO')).toEqual([
      ['ONE', 'ONE of the test.'],
      ['TWO', 'TWO of the test.'],
    ]);
  });

  it('knows nothing of another schema of the process', () => {
    const first = buildSchema([named('ONE')]);
    expect(valuesFor('TWO').map(([name]) => name)).toEqual(['TWO']);
    const type = first.getType('Provider');
    expect(isEnumType(type) && type.getValues().map(({ name }) => name)).toEqual(['ONE']);
  });
});
