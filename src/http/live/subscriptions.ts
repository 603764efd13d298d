import type { DocumentNode, ExecutionArgs, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { GraphQLExecutionContextValue, SubscribePayload } from 'graphql-ws';
import { type DocumentPolicy, withTrustedDocument } from '../asked-document.ts';
import { Refusal } from '../refusal.ts';
import type { Connection } from './connection.ts';
import type { Connections, Excess } from './connections.ts';
import type { LiveCallers } from './live-callers.ts';
import { RefusedOperation } from './refused-operation.ts';

/** Starts a subscription, or says why not. The context is made anew for each of its results. */
type Operations<Context> = (
  request: SubscribePayload,
  contextFor: () => Promise<Context>,
) => Promise<
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLFormattedError[] }
  | {
      readonly kind: 'live';
      readonly document: DocumentNode;
      readonly results: AsyncIterableIterator<FormattedExecutionResult>;
    }
>;

export interface SubscriptionsOptions<Context> {
  readonly operations: Operations<Context>;
  readonly schema: ExecutionArgs['schema'];
  readonly documents: DocumentPolicy;
}

/** What is asked over a connection. */
export class Subscriptions<Context> {
  readonly #options: SubscriptionsOptions<Context>;
  readonly #callers: LiveCallers<Context>;
  readonly #connections: Connections;

  constructor(options: SubscriptionsOptions<Context>, callers: LiveCallers<Context>, connections: Connections) {
    this.#options = options;
    this.#callers = callers;
    this.#connections = connections;
  }

  /** Runs one subscription as a request of its own, whose errors bear the connection's id. */
  async start(connection: Connection, payload: SubscribePayload): Promise<ExecutionArgs | RefusedOperation[]> {
    const { documents, operations, schema } = this.#options;
    const excess = this.#connections.excessOf(connection);
    if (excess !== null) return [tooMany(excess, connection.requestId)];
    const asked = trusted(documents, payload, connection.requestId);
    if (asked instanceof RefusedOperation) return [asked];
    const contextFor = this.#callers.contextsOf(connection);
    const answer = await connection.starts(() => operations(asked, contextFor));
    if (answer.kind === 'refused') return answer.errors.map((error) => new RefusedOperation(error));
    const { document, results } = answer;
    const contextValue = connection.keep(results) satisfies GraphQLExecutionContextValue;
    // Nobody else would end it: the connection has left what it had when it was closed.
    if (!connection.isOpen) await connection.leave();
    return { schema, document, operationName: payload.operationName, contextValue };
  }
}

/** A subscription is asked by the documents that a request is asked by; its `query` may be empty beside an id. */
function trusted(
  documents: DocumentPolicy,
  payload: SubscribePayload,
  requestId: string,
): SubscribePayload | RefusedOperation {
  try {
    return withTrustedDocument(documents, payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new RefusedOperation({ message: error.message, extensions: { code: error.code, requestId } });
  }
}

function tooMany({ of, most }: Excess, requestId: string): RefusedOperation {
  const message = `A ${of} may have ${most} subscriptions at once.`;
  return new RefusedOperation({ message, extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', requestId } });
}
