import { findBreakingChanges, findDangerousChanges, type GraphQLSchema, isEnumType } from 'graphql';

/** What changed between two versions of the contract, in sentences. What is harmless or a matter of words is left out. */
export interface SchemaChanges {
  /** A client that worked may not work any more. */
  readonly breaking: readonly string[];
  /** A client that was written with care goes on working; a careless one may not. */
  readonly dangerous: readonly string[];
}

export function schemaChanges(released: GraphQLSchema, next: GraphQLSchema): SchemaChanges {
  return {
    breaking: [...findBreakingChanges(released, next).map(({ description }) => description), ...broken(released, next)],
    dangerous: findDangerousChanges(released, next).map(({ description }) => description),
  };
}

/** An enum that calls itself closed has promised its clients that they need no default. graphql-js cannot know that. */
function broken(released: GraphQLSchema, next: GraphQLSchema): string[] {
  return Object.values(released.getTypeMap()).flatMap((type) => {
    const now = next.getType(type.name);
    if (!isEnumType(type) || !isEnumType(now) || !type.description?.includes('Closed: ')) return [];
    const added = now.getValues().filter(({ name }) => type.getValue(name) === undefined);
    return added.map(({ name }) => `${name} was added to the closed enum ${type.name}.`);
  });
}
