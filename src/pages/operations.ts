import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One document of `schema/operations`. */
export interface PublishedOperation {
  /** As its file is called, in words: `cancel captured payment`. */
  readonly title: string;
  readonly query: string;
}

const folder = 'schema/operations';

export function readOperations(): PublishedOperation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({
      title: name.replace('.graphql', '').replaceAll('-', ' '),
      query: readFileSync(join(folder, name), 'utf8'),
    }));
}
