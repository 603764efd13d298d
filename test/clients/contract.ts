import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  getOperationAST,
  type IntrospectionQuery,
  introspectionFromSchema,
  isAbstractType,
  parse,
  print,
  valueFromASTUntyped,
  visit,
} from 'graphql';

const root = new URL('../../schema/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** A schema as one version of an app was built from it. */
export interface Contract {
  readonly text: string;
  readonly possibleTypes: Record<string, string[]>;
  readonly introspection: IntrospectionQuery;
}

export const today = contractOf(read('schema.graphql'));

/** The contract of an app that was built before there was an error type, and the one code that comes with it. */
export function before(typeName: string, code: string): Contract {
  const older = visit(parse(today.text), {
    ObjectTypeDefinition: (node) => (node.name.value === typeName ? null : undefined),
    UnionTypeDefinition: (node) => ({
      ...node,
      types: node.types?.filter(({ name }) => name.value !== typeName) ?? [],
    }),
    EnumValueDefinition: (node) => (node.name.value === code ? null : undefined),
  });
  return contractOf(print(older));
}

function contractOf(text: string): Contract {
  const schema = buildSchema(text);
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return {
    text,
    introspection: introspectionFromSchema(schema),
    possibleTypes: Object.fromEntries(
      abstract
        .filter(({ name }) => !name.startsWith('__'))
        .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
  };
}

/** A document with one named operation, as an app has it. */
export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly document: DocumentNode;
  /** The values that the document gives to its variables where nobody else does. */
  readonly defaults: Record<string, unknown>;
}

export function operationOf(text: string): Operation {
  const document = parse(text, { noLocation: true });
  const operation = getOperationAST(document);
  if (operation?.name === undefined) throw new Error('One operation with a name is expected.');
  return {
    name: operation.name.value,
    kind: operation.operation,
    document,
    defaults: Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
      ),
    ),
  };
}

/** Every document of schema/operations. */
export const published: readonly Operation[] = readdirSync(new URL('operations/', root)).map((file) =>
  operationOf(read(`operations/${file}`)),
);

export function publishedAs(name: string): Operation {
  const found = published.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`There is no operation ${name}.`);
  return found;
}
