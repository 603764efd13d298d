import { readdirSync } from 'node:fs';

/** What the files of one room may import, beside each other and what is built into Node. */
export interface Room {
  /** A file, or a folder with everything below it. */
  readonly path: string;
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const entry = ['lifecycle.ts', 'server.ts'];

/** The floors of the domain under its record, and under the port of the providers. */
function below(room: 'record' | 'provider'): string[] {
  const ground = ['cancellation/target/', 'cancellation/errors/'];
  return room === 'provider' ? ground : [...ground, 'cancellation/provider.ts'];
}

/** Every folder of `providers/` is one provider. */
const providers = readdirSync(new URL('../../src/providers/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `providers/${name}/`);

/** The table of docs/adr/0008-rooms.md. A file belongs to the first room that fits. */
export const rooms: readonly Room[] = [
  { path: 'main.ts', files: entry, packages: [] },
  { path: 'playground.ts', files: [...entry, 'emulator/index.ts', 'pages/'], packages: [] },
  { path: 'audit.ts', files: ['config.ts', 'store/audit/'], packages: [] },
  {
    path: 'lifecycle.ts',
    files: ['composition/records.ts', 'config.ts', 'providers/registry.ts', 'server.ts'],
    packages: [],
  },
  {
    path: 'server.ts',
    files: [
      'auth/',
      'cancellation/',
      'composition/',
      'config.ts',
      'documents/',
      'graphql/',
      'http/',
      'limits/',
      'observability/',
      'providers/definition.ts',
    ],
    packages: [],
  },
  {
    path: 'composition/',
    files: ['cancellation/', 'config.ts', 'http/http-server.ts', 'observability/', 'store/', 'tenants/'],
    packages: [],
  },
  {
    path: 'config.ts',
    files: [
      'auth/auth-settings.ts',
      'config/',
      'documents/read-manifests.ts',
      'limits/rate-limit-settings.ts',
      'providers/definition.ts',
      'providers/secret.ts',
    ],
    packages: [],
  },
  {
    path: 'config/',
    files: [
      'auth/auth-settings.ts',
      'auth/key-set.ts',
      'documents/',
      'limits/rate-limit-settings.ts',
      'providers/definition.ts',
      'providers/secret.ts',
    ],
    packages: ['zod'],
  },
  { path: 'cancellation/engine/', files: ['cancellation/'], packages: [] },
  {
    path: 'cancellation/rules/',
    files: [...below('record'), 'cancellation/record/', 'cancellation/gateway.ts', 'cancellation/tenants.ts'],
    packages: [],
  },
  { path: 'cancellation/events.ts', files: [...below('record'), 'cancellation/record/'], packages: [] },
  { path: 'cancellation/gateway.ts', files: [...below('record'), 'cancellation/record/'], packages: [] },
  { path: 'cancellation/record/', files: below('record'), packages: [] },
  { path: 'cancellation/tenants.ts', files: ['cancellation/provider.ts', 'cancellation/target/'], packages: [] },
  { path: 'cancellation/provider.ts', files: below('provider'), packages: [] },
  { path: 'cancellation/errors/', files: ['cancellation/target/'], packages: [] },
  { path: 'cancellation/target/', files: [], packages: [] },
  { path: 'cancellation/clock.ts', files: [], packages: [] },
  {
    path: 'providers/registry.ts',
    files: ['providers/definition.ts', ...providers.map((folder) => `${folder}index.ts`)],
    packages: [],
  },
  ...providers.map((path) => ({ path, files: ['cancellation/', 'providers/*', 'redaction/', 'rest/'], packages: [] })),
  { path: 'providers/', files: ['cancellation/', 'redaction/', 'rest/'], packages: [] },
  {
    path: 'tenants/',
    files: ['cancellation/', 'config/config-error.ts', 'config/tenancy.ts', 'providers/definition.ts'],
    packages: [],
  },
  { path: 'rest/', files: ['cancellation/clock.ts'], packages: ['lossless-json', 'undici'] },
  { path: 'store/', files: ['cancellation/'], packages: ['libsql', 'pg'] },
  { path: 'limits/', files: ['cancellation/'], packages: ['rate-limiter-flexible'] },
  { path: 'auth/', files: ['cancellation/clock.ts', 'cancellation/target/caller.ts'], packages: ['jose'] },
  {
    path: 'http/',
    files: ['auth/authenticator.ts', 'cancellation/clock.ts', 'cancellation/target/caller.ts'],
    packages: ['@apollo/server', '@fastify/cors', 'fastify', 'graphql', 'graphql-ws', 'ws'],
  },
  {
    path: 'graphql/',
    files: ['cancellation/'],
    packages: ['@apollo/server', 'dataloader', 'graphql', 'reflect-metadata', 'type-graphql'],
  },
  { path: 'observability/', files: ['redaction/'], packages: ['pino'] },
  { path: 'documents/', files: [], packages: ['graphql'] },
  { path: 'redaction/', files: [], packages: [] },
  { path: 'emulator/', files: [], packages: [] },
  { path: 'pages/', files: ['http/sites.ts'], packages: ['altair-static'] },
];

export function roomOf(file: string): Room {
  const room = rooms.find(({ path }) => fits(file, path));
  if (room === undefined) throw new Error(`src/${file} is in no room of docs/adr/0008-rooms.md.`);
  return room;
}

/** `folder/` is everything below, `folder/*` only what lies directly in it. */
export function fits(file: string, path: string): boolean {
  if (path.endsWith('/*')) return file.startsWith(path.slice(0, -1)) && !file.slice(path.length - 1).includes('/');
  return path.endsWith('/') ? file.startsWith(path) : file === path;
}
