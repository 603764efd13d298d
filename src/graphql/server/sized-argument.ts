import {
  type FieldNode,
  type GraphQLField,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { pageLimit } from '../request/input-limits.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** An argument that says how much is asked for: a list of ids or inputs, or the `first` of a page. */
export interface SizedArgument {
  readonly name: string;
  readonly kind: 'list' | 'page';
  /** The variable that holds it, or null where the document says it all. */
  readonly variable: string | null;
  /** What the document gives, or what stands for a variable that is absent. */
  readonly length: number;
}

export function sizedArgumentOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
): SizedArgument | null {
  const argument = field.args.find(({ name, type }) => name === 'first' || isListType(getNullableType(type)));
  if (argument === undefined) return null;
  const { name, defaultValue } = argument;
  const kind = name === 'first' ? 'page' : 'list';
  const value = node.arguments?.find((given) => given.name.value === name)?.value;
  const absent = rawLength(kind, defaultValue);
  if (value?.kind !== Kind.VARIABLE) return { name, kind, variable: null, length: lengthInText(kind, value, absent) };
  const variable = value.name.value;
  const definition = operation.variableDefinitions?.find((given) => given.variable.name.value === variable);
  return { name, kind, variable, length: lengthInText(kind, definition?.defaultValue, absent) };
}

export function lengthOf({ kind, variable, length }: SizedArgument, variables: Variables): number {
  const value = variable === null ? undefined : variables[variable];
  return value === undefined || value === null ? length : rawLength(kind, value);
}

function lengthInText(kind: SizedArgument['kind'], node: ValueNode | undefined, absent: number): number {
  if (node === undefined || node.kind === Kind.NULL) return absent;
  if (kind === 'page') return node.kind === Kind.INT ? rawLength(kind, Number(node.value)) : 0;
  return node.kind === Kind.LIST ? node.values.length : 1;
}

/** As GraphQL takes it: a single value stands for a list of one. What has the wrong type is refused before it is used. */
function rawLength(kind: SizedArgument['kind'], value: unknown): number {
  if (kind === 'page') return typeof value === 'number' ? Math.min(Math.max(value, 0), pageLimit) : 0;
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}
