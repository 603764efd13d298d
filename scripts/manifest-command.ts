import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSchema } from '../src/graphql/server/schema.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { manifestOf } from './operation-manifest.ts';

const usage = 'npm run manifest -- [<directory of .graphql files> --out <file>] [--apollo]';
const root = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(graphql|gql)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(directory, name))
    .sort();
}

/** Writes the manifest; answers what is in the way, a line each. */
function write(directory: string, out: string, apollo: boolean): readonly string[] {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return [`${directory} is no directory.`, usage];
  const files = filesBelow(directory).map((path) => ({
    name: relative(process.cwd(), path),
    text: readFileSync(path, 'utf8'),
  }));
  if (files.length === 0) return [`${directory} has no .graphql or .gql file.`, usage];
  const { manifest, mistakes } = manifestOf(files, buildSchema(providerDefinitions), { apollo });
  if (mistakes.length > 0) return [...mistakes, 'Nothing was written.'];
  writeFileSync(out, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${manifest.operations.length} operations of ${files.length} files stand in ${out}.`);
  return [];
}

/** Does what the arguments say; answers what is in the way, a line each. */
export function manifestCommand(args: readonly string[]): readonly string[] {
  const given = argumentsIn(args);
  if (given === null) return [usage];
  const [directory, ...more] = given.positionals;
  const { out, apollo } = given.values;
  if (more.length > 0 || (directory === undefined) !== (out === undefined)) return [usage];
  return write(
    directory ?? join(root, 'schema/operations'),
    out ?? join(root, 'schema/trusted-documents.json'),
    apollo,
  );
}

/** Null where one of them is none of the command's, which is all that this can fail of. */
function argumentsIn(args: readonly string[]) {
  const options = { out: { type: 'string' }, apollo: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return null;
  }
}
