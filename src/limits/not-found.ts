import { codesOf } from '../cancellation/errors/kind-codes.ts';
import type { Gateway } from '../cancellation/gateway.ts';
import type { Caller } from '../cancellation/target/caller.ts';

const notFoundCodes: ReadonlySet<unknown> = new Set(Object.values(codesOf).map(({ notFound }) => notFound));

/** The same gateway, which tells of every answer that there is no such payment, order or cancellation. */
export function watchNotFound(gateway: Gateway, notFound: (caller: Caller) => void): Gateway {
  async function watch<Answer>(caller: Caller, answering: Promise<Answer>, is: (answer: Answer) => boolean) {
    const answer = await answering;
    if (is(answer)) notFound(caller);
    return answer;
  }
  return {
    ...gateway,
    cancel: (caller, request, arrivedAt) =>
      watch(caller, gateway.cancel(caller, request, arrivedAt), ({ verdict }) => isNotFound(verdict)),
    cancelAll: (caller, requests, arrivedAt) =>
      gateway.cancelAll(caller, requests, arrivedAt).map(({ request, result }) => ({
        request,
        result: watch(caller, result, ({ verdict }) => isNotFound(verdict)),
      })),
    read: (caller, request, arrivedAt) =>
      watch(caller, gateway.read(caller, request, arrivedAt), (read) => read.kind === 'failed' && isNotFound(read)),
    cancellation: (caller, id) => watch(caller, gateway.cancellation(caller, id), (record) => record === null),
    updates: (caller, id) => watch(caller, gateway.updates(caller, id), (updates) => updates === null),
    cancellationByKey: (caller, key) =>
      watch(caller, gateway.cancellationByKey(caller, key), (record) => record === null),
  };
}

function isNotFound({ failure }: { readonly failure: { readonly code: string } | null }): boolean {
  return notFoundCodes.has(failure?.code);
}
