import type { CodegenConfig } from '@graphql-codegen/cli';

/** The page's own documents, typed: apart from the root's, which are for every app. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'examples/web/src/**/*.graphql',
  generates: {
    'examples/web/src/generated/documents.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        scalars: {
          ID: { input: 'string', output: 'string' },
          DateTime: { input: 'string', output: 'string' },
          DecimalString: { input: 'string', output: 'string' },
        },
      },
    },
  },
};

export default config;
