import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Context } from '../request/context.ts';
import { isPublic } from './mask-errors.ts';

/** Takes what no client may see: a bug, and the request it happened in (null outside of one). */
export type Report = (error: unknown, requestId: string | null) => void;

export function reporting(report: Report): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) if (!isPublic(error)) report(causeOf(error), contextValue.requestId);
    },
    async willSendResponse({ response: { body }, contextValue: { faults, requestId } }) {
      for (const fault of faults) report(fault, requestId);
      if (body.kind === 'single') nameRequest(body.singleResult, requestId);
    },
  };
  return {
    async contextCreationDidFail({ error }) {
      report(error, null);
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      report(error, requestContext.contextValue.requestId);
    },
    requestDidStart: async () => listener,
  };
}

/** Before the answer is printed: `http/` names it in what Apollo answers without having asked us, which it has to read for that. */
function nameRequest(result: FormattedExecutionResult, requestId: string): void {
  if (result.errors === undefined) return;
  result.errors = result.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}

export function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
