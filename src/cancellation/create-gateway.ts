import { cancel } from './cancel.ts';
import type { Engine } from './engine.ts';
import { listErrors, type SandboxIdOf } from './error-listing.ts';
import { cancellation, cancellationByKey } from './follow.ts';
import type { Gateway } from './gateway.ts';
import { read } from './read.ts';

export function createGateway(engine: Engine, sandboxIdOf: SandboxIdOf): Gateway {
  const definitions = engine.providers.map(({ definition }) => definition);
  return {
    cancel: (caller, request) => cancel(engine, caller, request),
    read: (_caller, request) => read(engine, request),
    cancellation: (caller, id) => cancellation(engine, caller, id),
    cancellationByKey: (caller, key) => cancellationByKey(engine, caller, key),
    cancellationsOf: (caller, target) => engine.store.ofTarget(caller.tenant, target),
    errorListing: listErrors(definitions, sandboxIdOf),
  };
}
