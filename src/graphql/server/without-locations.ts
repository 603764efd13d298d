import { type DocumentNode, parse } from 'graphql';

const known = new WeakMap<DocumentNode, DocumentNode>();

/**
 * A document to be kept, made once for each that `text` was parsed to. Where each part of it stands is left out: with that go
 * all tokens of the text, and those of comments, which nobody counts, can weigh a hundred times as much as the rest. An error then
 * names its field by the path alone.
 */
export function withoutLocations(document: DocumentNode, text: string): DocumentNode {
  const bare = known.get(document) ?? parse(text, { noLocation: true });
  known.set(document, bare);
  return bare;
}
