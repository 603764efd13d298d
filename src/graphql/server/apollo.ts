import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../request/context.ts';
import { documentLimitsRule } from './document-limits.rule.ts';
import { DocumentStore } from './document-store.ts';
import { type ExplorerTargets, explorerDocument, explorerVariablesFor } from './explorer-document.ts';
import { maskError } from './mask-errors.ts';
import { operationRules } from './operation.plugin.ts';
import type { RateLimits } from './rate-limit.ts';
import { type Report, reporting } from './report.plugin.ts';
import { mostVariableErrors } from './variables.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Without hints about the schema. */
  readonly production: boolean;
  readonly introspection: boolean;
  readonly report: Report;
  readonly rateLimits: RateLimits;
  /** What the explorer page is about; null for none. */
  readonly explorer: ExplorerTargets | null;
}

/** To be started with `start()` and served through `executeHTTPGraphQLRequest`. */
export function createApolloServer(options: ApolloOptions): ApolloServer<Context> {
  const { schema, production, introspection, report, rateLimits, explorer } = options;
  const tellLog = (message?: unknown) => report(message, null);
  return new ApolloServer<Context>({
    schema,
    nodeEnv: production ? 'production' : 'development',
    introspection,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: new DocumentStore(),
    parseOptions: { maxTokens: 1_000 },
    validationRules: [documentLimitsRule],
    validationOptions: { maxErrors: 5 },
    executionOptions: { maxCoercionErrors: mostVariableErrors },
    stopOnTerminationSignals: false,
    formatError: maskError,
    logger: { debug: () => undefined, info: () => undefined, warn: tellLog, error: tellLog },
    plugins: [
      operationRules(schema, rateLimits),
      reporting(report),
      // An APOLLO_KEY in the environment would otherwise send what clients ask to Apollo's cloud.
      ApolloServerPluginUsageReportingDisabled(),
      // It would wrap every resolver, and no answer of ours may be cached.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      explorerPage(explorer),
    ],
  });
}

function explorerPage(targets: ExplorerTargets | null): ApolloServerPlugin {
  if (targets === null) return ApolloServerPluginLandingPageDisabled();
  return ApolloServerPluginLandingPageLocalDefault({
    document: explorerDocument,
    variables: explorerVariablesFor(targets),
    headers: { 'content-type': 'application/json' },
    footer: false,
  });
}
