import { GraphQLError } from 'graphql';
import type { Gateway } from '../../cancellation/gateway.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What `http/` knows of one request. */
export interface RequestFacts {
  /** Null for a request without valid credentials: it may read the error catalogue and nothing else. */
  readonly caller: Caller | null;
  readonly gateway: Gateway;
  readonly requestId: string;
  readonly idempotencyKeyHeader: string | null;
  /** When it arrived, by the gateway's clock: all that it asks for shares one deadline. */
  readonly arrivedAt: number;
}

export interface Context extends RequestFacts {
  readonly loaders: Loaders;
  /** Bugs that were kept from erasing other answers of the request; the report plugin hands them to the log. */
  readonly faults: unknown[];
}

/** To be made anew for every request: reads are remembered in it. */
export function createContext(facts: RequestFacts): Context {
  const loaders = createLoaders(facts.gateway, () => callerOf(facts), facts.arrivedAt);
  return { ...facts, loaders, faults: [] };
}

/** The authorization plugin has refused a document without a caller before any resolver asks. */
export function callerOf({ caller }: Pick<RequestFacts, 'caller'>): Caller {
  if (caller === null) throw unauthenticated();
  return caller;
}

export function unauthenticated(): GraphQLError {
  return new GraphQLError('This needs a valid bearer token.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}
