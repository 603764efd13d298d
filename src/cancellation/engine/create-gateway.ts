import type { ErrorListing } from '../errors/error-listing.ts';
import type { Gateway } from '../gateway.ts';
import { nameTarget } from '../rules/resolve-target.ts';
import { cancel, cancelAll } from './cancel.ts';
import type { Engine } from './engine.ts';
import { cancellation, cancellationByKey, cancellations, cancellationsOf, requestsOf } from './follow.ts';
import { read } from './read.ts';
import { updates } from './updates.ts';

export function createGateway(engine: Engine, errorListing: readonly ErrorListing[]): Gateway {
  return {
    cancel: (caller, request, arrivedAt) => cancel(engine, caller, request, arrivedAt),
    cancelAll: (caller, requests, arrivedAt) => cancelAll(engine, caller, requests, arrivedAt),
    read: (caller, request, arrivedAt) => read(engine, caller, request, arrivedAt),
    cancellation: (caller, id) => cancellation(engine, caller, id),
    cancellationByKey: (caller, key) => cancellationByKey(engine, caller, key),
    cancellationsOf: (caller, target) => cancellationsOf(engine, caller, target),
    cancellations: (caller, request) => cancellations(engine, caller, request),
    updates: (caller, id) => updates(engine, caller, id),
    requestsOf: (caller, ids) => requestsOf(engine, caller, ids),
    targetOf(request) {
      const named = nameTarget(engine.definitions, request);
      return named.kind === 'named' ? named.target : null;
    },
    errorListing,
  };
}
