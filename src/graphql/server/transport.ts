import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Live } from '../request/context.ts';

/** What is asked once is asked over HTTP, and what goes on is followed over a WebSocket: each has its own limits. */
export function requireTransport(operation: OperationTypeNode, live: Live | null): void {
  const goesOn = operation === OperationTypeNode.SUBSCRIPTION;
  if (goesOn === (live !== null)) return;
  const message = goesOn
    ? 'Subscribe over a WebSocket at this address, with the protocol graphql-transport-ws.'
    : 'Over a WebSocket there are subscriptions alone: send queries and mutations by POST.';
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
