import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles the package, and puts the contract beside it. */
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const contract = ['schema.graphql', 'introspection.json', 'possible-types.json', 'operations'];

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' });
mkdirSync(join(dist, 'schema'));
for (const name of contract) cpSync(join(root, '../schema', name), join(dist, 'schema', name), { recursive: true });
