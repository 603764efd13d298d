import { manifestCommand } from './manifest-command.ts';

/**
 * `npm run manifest` writes `schema/trusted-documents.json` from `schema/operations`;
 * `npm run manifest -- <directory> --out <file>` the same from the `.graphql` files of an app. With `--apollo` the documents are
 * as Apollo Client sends them, with a `__typename` in each selection.
 */
const complaints = manifestCommand(process.argv.slice(2));
for (const line of complaints) console.error(line);
if (complaints.length > 0) process.exitCode = 1;
