import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  validate,
  visit,
} from 'graphql';
import { sha256Of } from '../src/documents/manifest.ts';

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export interface OperationManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly body: string;
  }[];
}

interface Written {
  readonly manifest: OperationManifest;
  /** Each a line that begins with a file. */
  readonly mistakes: readonly string[];
}

/**
 * The manifest of all operations in some files. A fragment may stand in any of them; each operation has those that it uses. With
 * `apollo` every selection but the outermost has a `__typename`, as Apollo Client asks for it.
 */
export function manifestOf(
  files: readonly SourceFile[],
  schema: GraphQLSchema,
  { apollo }: { readonly apollo: boolean },
): Written {
  const mistakes: string[] = [];
  const definitions = files.flatMap((file) => definitionsOf(file, mistakes));
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations = new Map<string, { readonly file: string; readonly operation: OperationDefinitionNode }>();
  for (const { file, definition } of definitions) {
    const name = 'name' in definition ? definition.name?.value : undefined;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      if (fragments.has(definition.name.value)) mistakes.push(`${file}: the fragment ${name} stands twice.`);
      fragments.set(definition.name.value, definition);
    } else if (definition.kind !== Kind.OPERATION_DEFINITION) {
      mistakes.push(`${file}: only operations and fragments may stand here.`);
    } else if (name === undefined) mistakes.push(`${file}: an operation has no name; a manifest needs one.`);
    else if (operations.has(name)) mistakes.push(`${file}: the operation ${name} stands twice.`);
    else operations.set(name, { file, operation: definition });
  }
  const entries = [...operations].flatMap(([name, { file, operation }]) => {
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: withFragments(operation, fragments) };
    const found = validate(schema, document).map(({ message }) => `${file}, ${name}: ${message}`);
    mistakes.push(...found);
    const body = print(apollo ? withTypenames(document) : document);
    return [{ id: sha256Of(body), name, type: operation.operation, body }];
  });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { manifest: { format: 'apollo-persisted-query-manifest', version: 1, operations: sorted }, mistakes };
}

function definitionsOf({ name, text }: SourceFile, mistakes: string[]) {
  try {
    return parse(text).definitions.map((definition: DefinitionNode) => ({ file: name, definition }));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    mistakes.push(`${name}, line ${error.locations?.[0]?.line ?? 1}: ${error.message}`);
    return [];
  }
}

/** The operation, and behind it the fragments that it uses, in the order in which it comes to them. */
function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DefinitionNode[] {
  const used = new Set<DefinitionNode>([operation]);
  for (const definition of used) {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment !== undefined) used.add(fragment);
      },
    });
  }
  return [...used];
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent): SelectionSetNode | undefined {
      const isOutermost = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const names = node.selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : ''));
      if (isOutermost || names.some((name) => name.startsWith('__'))) return undefined;
      return { ...node, selections: [...node.selections, typename] };
    },
  });
}
