import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** Every fact of a schema as a line `where: what`, so that two schemas compare as two lists. */
export function describeSchema(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isSpecifiedScalarType(type) && !type.name.startsWith('__'),
  );
  return [
    fact('schema', { description: schema.description, roots: roots.map((root) => root?.name ?? null) }),
    ...directives.map((directive) => fact(`@${directive.name}`, directive.description)),
    ...types.flatMap(describeType),
  ].sort();
}

function describeType(type: GraphQLNamedType): string[] {
  const { name, description } = type;
  const facts = { kind: type.constructor.name, description: description ?? null };
  if (isScalarType(type)) return [fact(name, { ...facts, specifiedBy: type.specifiedByURL ?? null })];
  if (isUnionType(type)) return [fact(name, { ...facts, members: type.getTypes().map((member) => member.name) })];
  if (isEnumType(type)) {
    return [fact(name, facts), ...type.getValues().map((value) => fact(`${name}.${value.name}`, textsOf(value)))];
  }
  if (isInputObjectType(type)) {
    return [fact(name, facts), ...Object.values(type.getFields()).map((field) => describeInput(name, field))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const interfaces = type.getInterfaces().map((parent) => parent.name);
  const fields = Object.values(type.getFields()).flatMap((field) => [
    fact(`${name}.${field.name}`, { ...textsOf(field), type: String(field.type) }),
    ...field.args.map((argument) => describeInput(`${name}.${field.name}`, argument)),
  ]);
  return [fact(name, { ...facts, interfaces }), ...fields];
}

function describeInput(owner: string, input: GraphQLArgument | GraphQLInputField): string {
  const { name, type, defaultValue = null } = input;
  return fact(`${owner}(${name})`, { ...textsOf(input), type: String(type), defaultValue });
}

interface Texts {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

function textsOf({ description = null, deprecationReason = null }: Texts) {
  return { description, deprecationReason };
}

function fact(where: string, what: unknown): string {
  return `${where}: ${JSON.stringify(what)}`;
}
