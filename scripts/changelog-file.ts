import { readFileSync, writeFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { withUnreleased } from './contract-changelog.ts';

const changelogFile = new URL('../docs/contract-changelog.md', import.meta.url);

export function readChangelog(): string {
  return readFileSync(changelogFile, 'utf8');
}

export function writeChangelog(page: string): void {
  writeFileSync(changelogFile, page);
}

/** Renews the list of what is not released yet. */
export function writeUnreleased(released: GraphQLSchema, next: GraphQLSchema): void {
  writeChangelog(withUnreleased(readChangelog(), released, next));
}
