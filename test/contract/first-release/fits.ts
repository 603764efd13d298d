import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  type SelectionSetNode,
} from 'graphql';

/** What in an answer a client of this schema was not promised: one sentence for each place. */
export function misfits(schema: GraphQLSchema, document: DocumentNode, data: unknown): string[] {
  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('The document has no operation of this schema.');
  return ofObject(schema, root, operation.selectionSet, data, operation.name?.value ?? '');
}

function ofObject(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  selected: SelectionSetNode,
  value: unknown,
  path: string,
): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} is no object`];
  const object = value as Record<string, unknown>;
  return selected.selections.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') {
      const name = selection.typeCondition?.name.value ?? type.name;
      const condition = schema.getType(name);
      // A fragment on another type selects nothing here; a type that came later fits none.
      if (!isCompositeType(condition) || (isAbstractType(type) && object['__typename'] !== name)) return [];
      return ofObject(schema, condition, selection.selectionSet, value, path);
    }
    if (selection.kind !== 'Field') throw new Error('The first operations have no named fragments.');
    const name = selection.name.value;
    const key = selection.alias?.value ?? name;
    const at = `${path}.${key}`;
    if (name === '__typename') return typeof object[key] === 'string' ? [] : [`${at} is missing`];
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (field === undefined) return [`${at} is no field of ${type.name}`];
    return ofValue(schema, field.type, selection.selectionSet, object[key], at);
  });
}

function ofValue(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selected: SelectionSetNode | undefined,
  value: unknown,
  path: string,
): string[] {
  if (isNonNullType(type))
    return value === null ? [`${path} is null`] : ofValue(schema, type.ofType, selected, value, path);
  if (value === undefined) return [`${path} is missing`];
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => ofValue(schema, type.ofType, selected, item, `${path}.${index}`));
  }
  if (isCompositeType(type))
    return selected ? ofObject(schema, type, selected, value, path) : [`${path} selects nothing`];
  // An open enum may have grown; a closed one has promised not to.
  if (isEnumType(type) && !type.description?.includes('Closed: '))
    return typeof value === 'string' ? [] : [`${path} is no name`];
  try {
    type.parseValue(value);
    return [];
  } catch {
    return [`${path} is no ${type.name}`];
  }
}
