import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from '../request/context.ts';
import { isPublic } from './mask-errors.ts';

/** Takes what no client may see: a bug, and the request it happened in (null outside of one). */
export type Report = (error: unknown, requestId: string | null) => void;

export function reporting(report: Report): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) if (!isPublic(error)) report(causeOf(error), contextValue.requestId);
    },
    async willSendResponse({ contextValue: { faults, requestId } }) {
      for (const fault of faults) report(fault, requestId);
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

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
