import type { DocumentNode } from 'graphql';
import type { Gateway } from '../../cancellation/gateway.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import { Loaders } from './loaders.ts';

/** What `http/` knows of one request. */
export interface RequestFacts {
  readonly caller: Caller;
  readonly gateway: Gateway;
  readonly requestId: string;
  readonly idempotencyKeyHeader: string | null;
  /** When it arrived, by the gateway's clock: all that it asks for shares one deadline. */
  readonly arrivedAt: number;
}

/** Of a request that came over a WebSocket: its document, once nothing speaks against it. */
export interface Live {
  admitted: DocumentNode | null;
}

export interface Context extends RequestFacts {
  /** Null where it came over HTTP. */
  readonly live: Live | null;
  readonly loaders: Loaders;
  /** Bugs that were kept from erasing other answers of the request; the report plugin hands them to the log. */
  readonly faults: unknown[];
}

/** To be made anew for every request: reads are remembered in it. */
export function createContext(facts: RequestFacts): Context {
  const { caller, gateway, requestId, idempotencyKeyHeader, arrivedAt } = facts;
  const loaders = new Loaders(gateway, caller, arrivedAt);
  return { caller, gateway, requestId, idempotencyKeyHeader, arrivedAt, live: null, loaders, faults: [] };
}
