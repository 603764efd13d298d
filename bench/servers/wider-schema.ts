import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { addedMembers } from '../asks/documents.ts';

/** In the place of the gateway's own: the same schema, with more members in a union, or more types beside it. */
const dist = join(process.cwd(), 'dist/');
// Two copies of graphql do not know each other's schemas.
const { extendSchema, parse } = createRequire(dist)('graphql') as typeof import('graphql');
const product = await import(pathToFileURL(join(dist, 'graphql/server/schema.js')).href);

export function buildSchema(providers: readonly unknown[]): GraphQLSchema {
  const more = process.env['WIDER'] === 'members' ? moreMembers() : moreTypes(1_000);
  return extendSchema(product.buildSchema(providers), parse(more));
}

function moreMembers(): string {
  const fields =
    'code: ErrorCode! message: String! upstream: UpstreamError userMessage(language: Language = EN): String!';
  const types = addedMembers.map((name) => `type ${name} implements ErrorResult { ${fields} }`);
  return `${types.join('\n')} extend union PaymentResult = ${addedMembers.join(' | ')}`;
}

function moreTypes(count: number): string {
  const types = Array.from(
    { length: count },
    (_, at) => `type Added${at} { value: Int next: Added${(at + 1) % count} }`,
  );
  return `${types.join('\n')} extend type Query { added: Added0 }`;
}
