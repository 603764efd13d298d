import type { KeyingConfig } from '@urql/exchange-graphcache';
import type { IntrospectionQuery } from 'graphql';

/** What has no `id`, or is selected without it, belongs to what it stands in. Graphcache wants to be told so, type by type. */
export function keysOf({ __schema }: IntrospectionQuery): KeyingConfig {
  const types = __schema.types.filter(({ kind }) => kind === 'OBJECT');
  return Object.fromEntries(types.map(({ name }) => [name, ({ id }) => (typeof id === 'string' ? id : null)]));
}
