import { ObjectType as ofTypeGraphQL } from 'type-graphql';

type Options = NonNullable<Parameters<typeof ofTypeGraphQL>[1]>;

/** That of type-graphql, without the resolver that it gives every field by default, for middlewares that there are none of. */
export function ObjectType(options: Options = {}): ClassDecorator {
  return ofTypeGraphQL({ ...options, simpleResolvers: true });
}
