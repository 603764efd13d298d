import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from '../request/context.ts';

/** Makes every field that is marked `@Personal()` null for whoever may not see personal data, wherever it stands. */
export function hidePersonal(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) if (isPersonal(field)) hide(field);
  }
}

export function isPersonal({ extensions }: GraphQLField<unknown, Context>): boolean {
  return extensions['personal'] === true;
}

function hide(field: GraphQLField<unknown, Context>): void {
  const { resolve = defaultFieldResolver, description } = field;
  field.resolve = (source, args, context, info) =>
    context.caller.scopes.has('pii:read') ? resolve(source, args, context, info) : null;
  field.description = `${description} Personal: null without the scope \`pii:read\`.`;
}
