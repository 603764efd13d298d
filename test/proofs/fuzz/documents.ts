import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../doubles/random.ts';
import { inDocument, valueFor } from './values.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

interface Plan {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly ids: readonly string[];
  /** How often a value has a wrong type, from 0 to 1. */
  readonly wrongness: number;
  readonly kind: 'query' | 'mutation';
}

/** A document that the schema allows, as a rule, with values that may not be. */
export function documentOf(plan: Plan): GraphQLRequest {
  const { schema, random, kind } = plan;
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  const fields = Object.values(root?.getFields() ?? {});
  const count = random.chance(0.05) ? random.int(6, 20) : random.int(1, 3);
  const selections = Array.from({ length: count }, (_, n) => {
    const field = fields[random.int(0, fields.length - 1)];
    return field === undefined ? '__typename' : `r${n}: ${selectionOf(field, random.int(2, 9))}`;
  });
  const name = random.chance(0.5) ? `Fuzz${random.int(0, 9)}` : '';
  const heading = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const query = `${kind} ${name}${heading} { ${selections.join(' ')} } ${fragments.join(' ')}`;
  return { query, variables, ...(name !== '' && random.chance(0.5) && { operationName: name }) };

  function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = random.chance(0.1) ? `a${random.int(0, 99)}: ` : '';
    const directive = random.chance(0.03) ? ' @include(if: true)' : '';
    return `${alias}${field.name}${argumentsOf(field)}${directive}${inner(getNamedType(field.type), depth)}`;
  }

  function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter(({ type }) => String(type).endsWith('!') || random.chance(0.3));
    const texts = given.map(({ name, type }) => {
      const value = valueFor(type, random, plan.ids, plan.wrongness);
      if (random.chance(0.5)) return `${name}: ${inDocument(value)}`;
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${type}`);
      if (!random.chance(plan.wrongness)) variables[variable] = value;
      return `${name}: $${variable}`;
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  function inner(type: GraphQLNamedType, depth: number): string {
    if (!isCompositeType(type)) return '';
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const fits = own.filter((field) => depth > 1 || isLeafType(getNamedType(field.type)));
    const chosen = fits.filter(() => random.chance(0.3)).map((field) => selectionOf(field, depth - 1));
    const members = isAbstractType(type) ? schema.getPossibleTypes(type).filter(() => random.chance(0.2)) : [];
    const parts = [...chosen, ...members.map((member) => fragmentOf(member, depth)), '__typename'];
    return ` { ${parts.join(' ')} }`;
  }

  function fragmentOf(type: GraphQLNamedType, depth: number): string {
    if (random.chance(0.7)) return `... on ${type.name}${inner(type, depth - 1)}`;
    const place = fragments.push('') - 1;
    fragments[place] = `fragment f${place} on ${type.name}${inner(type, depth - 1)}`;
    return `...f${place}`;
  }
}
