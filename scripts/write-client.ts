import { writeFileSync } from 'node:fs';
import { valueTypesFile, wordsFile } from './client-files.ts';

/* What the client package has from the source, beside what graphql-codegen makes from the schema. */
for (const { path, text } of [valueTypesFile(), wordsFile()])
  writeFileSync(new URL(`../client/src/generated/${path}`, import.meta.url), text);
