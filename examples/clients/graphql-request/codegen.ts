import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'node_modules/@cancellation-gateway/client/dist/schema/schema.graphql',
  documents: 'src/operations/*.graphql',
  generates: {
    'src/generated/sdk.ts': {
      plugins: ['typescript-operations', 'typescript-graphql-request'],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          DecimalString: 'string',
          JSON: 'Record<string, string | boolean | null>',
        },
      },
    },
  },
};

export default config;
