import { GraphQLError } from 'graphql';
import type { Context as ProtocolContext } from 'graphql-ws';
import type { Authentication, Authenticator } from '../../auth/authenticator.ts';
import type { Clock } from '../../cancellation/clock.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { AuthenticationLog } from '../authentication.ts';
import type { GraphQLRequestFacts } from '../graphql-answer.ts';
import { closeCodes } from './close-codes.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';

export interface LiveCallersOptions<Context> {
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly log: AuthenticationLog;
  contextFor(request: GraphQLRequestFacts): Context | Promise<Context>;
}

/** Its connection is closed for it: nothing is left to be done. */
export class TokenWithdrawn extends GraphQLError {
  constructor() {
    super('The token does not hold any more.', { extensions: { code: 'FORBIDDEN' } });
  }
}

/** Whom a connection is for, and whether it still may be. */
export class LiveCallers<Context> {
  readonly #options: LiveCallersOptions<Context>;
  readonly #connections: Connections;

  constructor(options: LiveCallersOptions<Context>, connections: Connections) {
    this.#options = options;
    this.#connections = connections;
  }

  /** Who it is for is said once, in its first message. False where it is closed for what that says. */
  async admit(context: ProtocolContext<Record<string, unknown>, Connection>): Promise<boolean> {
    const { authenticator, log, clock } = this.#options;
    const { extra: connection, connectionParams } = context;
    const { authorization } = connectionParams ?? {};
    const given = typeof authorization === 'string' ? [authorization] : [];
    connection.authorization = given;
    const authentication = await authenticator.authenticate(given);
    if (!connection.isOpen) return false;
    switch (authentication.kind) {
      case 'refused':
        log.callerRefused({ requestId: connection.requestId, reason: authentication.reason });
        connection.close(given.length === 0 ? closeCodes.noToken : closeCodes.forbidden);
        return false;
      case 'unavailable':
        connection.close(closeCodes.later);
        return false;
      case 'caller':
        if (!this.#connections.admit(connection, authentication.caller)) {
          connection.close(closeCodes.later);
          return false;
        }
    }
    connection.protocol = context;
    const { until } = authentication;
    if (until !== null) {
      const expire = () => connection.close(closeCodes.forbidden);
      connection.cancelExpiry = clock.after(Math.max(0, until - clock.now()), expire, 'weak');
    }
    return true;
  }

  /** Made where nothing else is at hand: what a function could see is kept for as long as the function is. */
  contextsOf(connection: Connection): () => Promise<Context> {
    return () => this.#contextFor(connection);
  }

  /**
   * For everything that is told the token is asked about once more, as it is for each request: its key may have been
   * withdrawn since, or its tenant removed.
   */
  async #contextFor(connection: Connection): Promise<Context> {
    const { authenticator, contextFor } = this.#options;
    const { caller, requestId, authorization } = connection;
    if (caller === null) throw new Error('A connection without a caller was taken for one with.');
    const authentication = await authenticator.authenticate(authorization);
    // Keys that cannot be fetched now say nothing against the token that they let in.
    if (authentication.kind !== 'unavailable' && !isFor(caller, authentication)) {
      connection.close(closeCodes.forbidden);
      throw new TokenWithdrawn();
    }
    return contextFor({ requestId, idempotencyKey: null, caller });
  }
}

function isFor({ tenant, id }: Caller, authentication: Authentication): boolean {
  return authentication.kind === 'caller' && authentication.caller.tenant === tenant && authentication.caller.id === id;
}
