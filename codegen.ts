import type { CodegenConfig } from '@graphql-codegen/cli';

/** What is generated passes on optional variables that may be undefined, which `exactOptionalPropertyTypes` forbids. */
const noCheck = '// @ts-nocheck';

const sdk = {
  plugins: [{ add: { content: noCheck } }, 'typescript-operations', 'typescript-graphql-request'],
  config: {
    useTypeImports: true,
    gqlImport: 'graphql-request#gql',
    enumType: 'string-literal',
    scalars: {
      ID: { input: 'string', output: 'string' },
      DateTime: { input: 'string', output: 'string' },
      DecimalString: { input: 'string', output: 'string' },
      JSON: { input: 'never', output: 'Record<string, string | boolean | null>' },
    },
  },
};

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    'schema/introspection.json': { plugins: ['introspection'], config: { minify: true } },
    'schema/possible-types.json': { plugins: ['fragment-matcher'], config: { apolloClientVersion: 3 } },
    'client/src/generated/sdk.ts': sdk,
  },
};

export default config;
