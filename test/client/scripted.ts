import { setImmediate as turn } from 'node:timers/promises';
import { type CancellationClient, createCancellationClient } from '../../client/src/client.ts';
import type { ClientOptions } from '../../client/src/options.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';

/** One request, as far as the scripts go by it. */
interface Asked {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly at: number;
  readonly signal: AbortSignal;
}

type Script = (asked: Asked, count: number) => unknown;

/** A client that is answered by a script alone: a body for a 200, or a whole response. Nothing passes but virtual time. */
export function scriptedClient(script: Script, options: Partial<ClientOptions> = {}) {
  const clock = new VirtualClock();
  const asked: Asked[] = [];
  const answered: typeof fetch = async (_, init) => {
    const { operationName, variables } = JSON.parse(String(init?.body));
    const signal = init?.signal ?? new AbortController().signal;
    asked.push({ operation: operationName, input: variables.input ?? {}, at: clock.now(), signal });
    const answer = await script(asked.at(-1) as Asked, asked.length);
    return answer instanceof Response ? answer : json(answer);
  };
  const url = 'https://gateway.example/graphql';
  const client = createCancellationClient({ url, fetch: answered, clock, random: () => 0, ...options });
  const cancel = (...[with_]: [Parameters<CancellationClient['cancelPayment']>[1]?]) =>
    untilDone(clock, client.cancelPayment({ paymentId: '1' }, with_));
  return { client, clock, asked, cancel };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** Moves from timer to timer until it is done; fails where nothing is left to wait for. */
export async function untilDone<Value>(clock: VirtualClock, promise: Promise<Value>): Promise<Value> {
  let done = false;
  const note = () => {
    done = true;
  };
  promise.then(note, note);
  for (;;) {
    for (let turns = 0; turns < 20 && !done; turns++) await turn();
    if (done) return promise;
    if (clock.pending === 0) throw new Error('It waits for nothing, for ever.');
    clock.step();
  }
}

const record = { id: 'c', settled: false, sendsUntil: null };

/** The answer to a cancel that the gateway goes on with by itself. */
export const waiting = {
  outcome: 'UNKNOWN',
  nextAction: 'WAIT',
  retryAfterMs: 1_000,
  userMessage: 'We are looking into it.',
  errorCode: null,
  error: null,
  requestId: 'r',
  cancellation: record,
};
export const cancelled = {
  ...waiting,
  outcome: 'CANCELLED',
  nextAction: 'NOTHING',
  userMessage: 'Done.',
  cancellation: { ...record, settled: true },
};
/** A cancel of which nothing was done, and which the same key runs again. */
export const released = { ...waiting, outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY' };
/** The same of a cancellation. */
export const recordOf = ({ cancellation, ...told }: typeof waiting) => ({ ...told, ...cancellation });
