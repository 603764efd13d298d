import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'examples/clients/*.ts',
  importExtension: '.ts',
  generates: {
    'examples/clients/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
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
