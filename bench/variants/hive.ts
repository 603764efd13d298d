import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiOf } from './openapi.ts';
import { program, workshop, workshops } from './product.ts';
import type { Variant } from './variant.ts';

const hive = program('@graphql-hive/gateway/dist/bin.js');

/** Hive Gateway as its own program serves it, its supergraph composed before from the OpenAPI document. */
export const hiveGateway: Variant = {
  name: 'Hive Gateway',
  sameContract: false,
  dialect: 'composed',
  works: ['floor', 'read', 'cancel', 'error', 'list', 'bulk', 'unseen'],
  whole: true,
  program: hive,
  prepare(providerUrl) {
    const folder = workshop('hive');
    writeFileSync(join(folder, 'openapi.json'), openApiOf(providerUrl));
    writeFileSync(join(folder, 'mesh.config.js'), composition);
    const compose = program('@graphql-mesh/compose-cli/esm/bin.js');
    execFileSync(process.execPath, [compose, '-o', 'supergraph.graphql'], { cwd: folder, stdio: 'pipe' });
  },
  start: ({ port }) => ({
    args: [hive, 'supergraph', 'supergraph.graphql', '--port', String(port), '--host', '127.0.0.1'],
    env: { NODE_ENV: 'production' },
    cwd: join(workshops, 'hive'),
  }),
};

const composition = `import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadOpenAPISubgraph('payments', {
        source: './openapi.json',
        operationHeaders: { authorization: 'Bearer TEST-bench' },
      }),
    },
  ],
});
`;
