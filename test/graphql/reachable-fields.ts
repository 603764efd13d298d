import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

export interface ReachableField {
  /** `Payment.payer` */
  readonly path: string;
  readonly isRoot: boolean;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field that a document can name, from the roots down, but not what lies behind those where `ends` holds. */
export function reachableFields(
  schema: GraphQLSchema,
  ends: (field: ReachableField['field']) => boolean = () => false,
): ReachableField[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  );
  const seen = new Set(roots.map(({ name }) => name));
  const fields: ReachableField[] = [];
  // The set grows while it is walked.
  for (const name of seen) {
    const type = schema.getType(name);
    if (isUnionType(type) || isInterfaceType(type))
      for (const member of schema.getPossibleTypes(type)) seen.add(member.name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const isRoot = roots.some((root) => root === type);
      if (isObjectType(type)) fields.push({ path: `${name}.${field.name}`, isRoot, field });
      if (!ends(field)) seen.add(getNamedType(field.type).name);
    }
  }
  return fields;
}
