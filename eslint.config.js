import graphql from '@graphql-eslint/eslint-plugin';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = graphql.configs;

/* Biome lints the code; this lints the contract alone. Whatever the two sets say otherwise is kept, but for these. */
export default [
  {
    files: ['schema/schema.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended.rules,
      ...relay.rules,

      // `paymentMethodId` and `paymentTypeId` are what Mercado Pago calls them, and released: a payment method is no method
      // of this payment. The rule can spare no single field.
      '@graphql-eslint/no-typename-prefix': 'off',

      // An id is for what can be found again. A value belongs to what it is a field of, and a made-up id would have caches
      // keep it apart from that; the client package merges values by its type policies instead.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            suffixes: ['Payload', 'Error', 'Edge', 'Connection'],
            types: [
              'CancelEligibility',
              'CancelSummary',
              'CancellationAttempt',
              'CancellationRequest',
              'Card',
              'ErrorCatalogEntry',
              'Identification',
              'Money',
              'OrderItem',
              'PageInfo',
              'Payer',
              'UpstreamError',
            ],
          },
        },
      ],

      // The one list without an end, `cancellations`, is a connection. What a payment, an order or a request has a few of,
      // at most fifty, comes whole. Nothing implements `Node`: ids are the providers' own, unique for one type alone, and
      // each type has a root field that finds by them.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],

      // Pages lead from the newest to the oldest only, so that `cancellations` takes `first` and `after` without `last` and
      // `before`; `PageInfo.hasPreviousPage` says so.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    },
  },
];
