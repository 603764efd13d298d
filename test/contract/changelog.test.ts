import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readChangelog } from '../../scripts/changelog-file.ts';
import { withRelease, withUnreleased } from '../../scripts/contract-changelog.ts';
import { readReleasedSchema } from '../../scripts/schema-file.ts';
import { buildSchema as builtSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const page = '# Changes\n\n<!-- unreleased:begin -->\n<!-- unreleased:end -->\n\n## First\n';
const released = buildSchema(
  'type Query { payment: Payment } type Payment { id: ID! status: Status } enum Status { OPEN }',
);
const next = buildSchema(`
  type Query { payment: Payment order: Order }
  type Order { id: ID! }
  type Payment { id: ID! amount: Int status: Status @deprecated(reason: "Ask for its order.") }
  enum Status { OPEN HELD }
`);

it('docs/contract-changelog.md is current: run `npm run schema` where this fails', () => {
  expect(readChangelog()).toBe(withUnreleased(readChangelog(), readReleasedSchema(), builtSchema(providerDefinitions)));
});

describe('the changelog', () => {
  const changed = withUnreleased(page, released, next);

  it.each([
    ['a type that is new', '- `Order`\n'],
    ['a field that is new', '- `Payment`: `amount`\n'],
    ['a root field that is new', '- `Query`: `order`\n'],
    ['a value that asks for care', '- HELD was added to enum type Status.\n'],
    ['what is deprecated, and why', '- `Payment.status`: Ask for its order.\n'],
  ])('names %s', (_, line) => {
    expect(changed).toContain(line);
  });

  it('says so where nothing has changed', () => {
    expect(withUnreleased(changed, next, next)).toContain('begin -->\nNothing.\n<!--');
  });

  it('keeps what was released under the name of the release', () => {
    const [before, after] = withRelease(changed, 'Second').split('## Second');
    expect(before).toContain('begin -->\nNothing.\n<!--');
    expect(after).toContain('- `Order`\n');
    expect(after).toMatch(/## First\n$/);
  });
});
