import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schemaChanges } from './schema-changes.ts';

const begin = '<!-- unreleased:begin -->';
const end = '<!-- unreleased:end -->';

/** The changelog with what has changed since the last release, as the two schemas tell it. */
export function withUnreleased(page: string, released: GraphQLSchema, next: GraphQLSchema): string {
  const { before, after } = partsOf(page);
  return `${before}${begin}\n${unreleased(released, next)}${end}${after}`;
}

/** What was unreleased becomes the release of that name. */
export function withRelease(page: string, name: string): string {
  const { before, changes, after } = partsOf(page);
  return `${before}${begin}\n${nothing}${end}\n\n## ${name}\n\n${changes.trim()}${after}`;
}

function partsOf(page: string): { readonly before: string; readonly changes: string; readonly after: string } {
  const [before, rest] = page.split(begin);
  const [changes, after] = rest?.split(end) ?? [];
  if (before === undefined || changes === undefined || after === undefined) {
    throw new Error(`The changelog needs ${begin} and ${end}.`);
  }
  return { before, changes, after };
}

const nothing = 'Nothing.\n';

function unreleased(released: GraphQLSchema, next: GraphQLSchema): string {
  const { breaking, dangerous } = schemaChanges(released, next);
  const parts = [
    section('Breaks clients', breaking),
    section('Asks for a careful client: values and members may be added, see the README', dangerous),
    section('New; nobody who does not ask for it notices', additions(released, next)),
    section('Deprecated', deprecations(released, next)),
  ];
  return parts.join('') || nothing;
}

function section(title: string, changes: readonly string[]): string {
  return changes.length === 0 ? '' : `${title}:\n\n${changes.map((change) => `- ${change}\n`).join('')}\n`;
}

/** Types and fields that there are now, in the order of their names. */
function additions(released: GraphQLSchema, next: GraphQLSchema): string[] {
  return typesOf(next).flatMap((type) => {
    const before = released.getType(type.name);
    if (before === undefined) return [`\`${type.name}\``];
    const fields = fieldsOf(type).filter((name) => !fieldsOf(before).includes(name));
    return fields.length === 0 ? [] : [`\`${type.name}\`: ${fields.map((name) => `\`${name}\``).join(', ')}`];
  });
}

function deprecations(released: GraphQLSchema, next: GraphQLSchema): string[] {
  return typesOf(next).flatMap((type) => {
    const before = released.getType(type.name);
    const old = before === undefined ? [] : deprecatedOf(before).map(({ name }) => name);
    return deprecatedOf(type)
      .filter(({ name }) => !old.includes(name))
      .map(({ name, deprecationReason }) => `\`${type.name}.${name}\`: ${deprecationReason}`);
  });
}

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Of inputs none: what may be given is told among what asks for care. */
function fieldsOf(type: GraphQLNamedType): string[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).sort() : [];
}

function deprecatedOf(type: GraphQLNamedType) {
  const members = isEnumType(type)
    ? type.getValues()
    : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
  return members.filter(({ deprecationReason }) => deprecationReason != null);
}
