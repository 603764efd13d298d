import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiOf } from './openapi.ts';
import { program, workshop, workshops } from './product.ts';
import type { Variant } from './variant.ts';

const mesh = program('@graphql-mesh/cli/cjs/bin.js');

/** GraphQL Mesh as `mesh start` serves it, its artifacts built before. */
export const graphqlMesh: Variant = {
  name: 'GraphQL Mesh',
  sameContract: false,
  dialect: 'composed',
  works: ['floor', 'read', 'cancel', 'error', 'list', 'bulk', 'unseen'],
  whole: true,
  program: mesh,
  prepare(providerUrl) {
    const folder = workshop('mesh');
    writeFileSync(join(folder, 'openapi.json'), openApiOf(providerUrl));
    const openapi = {
      source: './openapi.json',
      endpoint: providerUrl,
      operationHeaders: { authorization: 'Bearer TEST-bench' },
    };
    // YAML takes JSON.
    writeFileSync(
      join(folder, '.meshrc.yaml'),
      JSON.stringify({ sources: [{ name: 'payments', handler: { openapi } }] }),
    );
    execFileSync(process.execPath, [mesh, 'build'], { cwd: folder, stdio: 'pipe' });
  },
  start: ({ port }) => ({
    args: [mesh, 'start', '--port', String(port)],
    env: { NODE_ENV: 'production' },
    cwd: join(workshops, 'mesh'),
  }),
};
