import type { ApolloServer } from '@apollo/server';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import type { Context, Live } from '../request/context.ts';
import { mapped } from './mapped.ts';
import { isPublic, maskError } from './mask-errors.ts';
import { causeOf, type Report } from './report.plugin.ts';
import type { Variables } from './sized-argument.ts';
import { withoutLocations } from './without-locations.ts';

/** A subscription as a client sends it. */
interface LiveRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

/** Why nothing of it runs, or what there is to be told from now on. */
type LiveAnswer =
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLFormattedError[] }
  | {
      readonly kind: 'live';
      readonly document: DocumentNode;
      readonly results: AsyncIterableIterator<FormattedExecutionResult>;
    };

/** Starts a subscription; the function makes the context anew for everything that it tells. */
export type LiveOperations = (request: LiveRequest, contextFor: () => Promise<Context>) => Promise<LiveAnswer>;

/**
 * Apollo serves no subscriptions, but it is asked about them: parsed, validated, limited, counted and refused they are where
 * queries and mutations are, by the same rules, and `operation.plugin.ts` keeps it from running them.
 */
export function liveOperations(apollo: ApolloServer<Context>, schema: GraphQLSchema, report: Report): LiveOperations {
  return async ({ query, operationName, variables, extensions }, contextFor) => {
    const live: Live = { admitted: null };
    const contextValue: Context = { ...(await contextFor()), live };
    const { body } = await apollo.executeOperation(
      {
        query,
        ...(operationName != null && { operationName }),
        ...(variables != null && { variables }),
        ...(extensions != null && { extensions }),
      },
      { contextValue },
    );
    if (body.kind !== 'single' || live.admitted === null) return refused(body);
    const document = withoutLocations(live.admitted, query);
    const operation = { schema, document, variableValues: declared(document, variables ?? {}), operationName };
    const { requestId } = contextValue;
    const source = await createSourceEventStream({ ...operation, contextValue });
    if (!(Symbol.asyncIterator in source)) {
      return { kind: 'refused', errors: shown(source.errors ?? [], requestId, report) };
    }
    const tell = async (rootValue: unknown) => {
      const context = await contextFor();
      const result = await execute({ ...operation, rootValue, contextValue: context });
      for (const fault of context.faults) report(fault, context.requestId);
      const { errors, ...rest } = result;
      return errors === undefined ? rest : { ...rest, errors: shown(errors, context.requestId, report) };
    };
    const told = (event: unknown) => tell(event).catch((error) => Promise.reject(failed(error, requestId, report)));
    return { kind: 'live', document, results: mapped(source[Symbol.asyncIterator](), told) };
  };
}

/** What the document asks for by name: the rest would be kept for as long as the subscription is. */
function declared({ definitions }: DocumentNode, variables: Variables): Variables {
  const names = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  return Object.fromEntries(names.flatMap((name) => (name in variables ? [[name, variables[name]]] : [])));
}

function refused(body: Awaited<ReturnType<ApolloServer['executeOperation']>>['body']): LiveAnswer {
  if (body.kind === 'single' && body.singleResult.errors) return { kind: 'refused', errors: body.singleResult.errors };
  throw new Error('A subscription was neither admitted nor refused.');
}

/** What Apollo does with the errors of what it runs itself. */
function shown(errors: readonly GraphQLError[], requestId: string, report: Report): GraphQLFormattedError[] {
  return errors.map((error) => {
    if (!isPublic(error)) report(causeOf(error), requestId);
    const masked = maskError(error.toJSON(), error);
    return { ...masked, extensions: { ...masked.extensions, requestId } };
  });
}

/** An error outside of any field; what reads it tells the client its message. */
function failed(error: unknown, requestId: string, report: Report): GraphQLError {
  const [masked] = shown(
    [new GraphQLError('', { originalError: error instanceof Error ? error : null })],
    requestId,
    report,
  );
  return new GraphQLError(masked?.message ?? '', { extensions: masked?.extensions ?? null });
}
