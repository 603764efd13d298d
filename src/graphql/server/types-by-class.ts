import { type GraphQLSchema, isAbstractType } from 'graphql';

type Class = (new () => unknown) | undefined;

/**
 * Remembers which type a class stands for. type-graphql finds out by asking every member of a union in turn, for every
 * answer again.
 */
export function rememberTypesOfClasses(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isAbstractType)) {
    const { resolveType } = type;
    const known = new Map<Class, ReturnType<NonNullable<typeof resolveType>>>();
    type.resolveType = (value, context, info, abstractType) => {
      const ofClass: Class = value?.constructor;
      const name = known.get(ofClass) ?? resolveType?.(value, context, info, abstractType);
      // What is no instance of a member is not resolved, and not remembered.
      if (name !== undefined) known.set(ofClass, name);
      return name;
    };
  }
}
