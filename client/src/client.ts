import { GraphQLClient } from 'graphql-request';
import type { Target } from './answer.ts';
import { getSdk, type Sdk } from './generated/sdk.ts';
import { withHeaders } from './headers.ts';
import { newIdempotencyKey } from './key.ts';
import type { CancelOptions, ClientOptions, Clock, OrderToCancel, PaymentToCancel, ResumeOptions } from './options.ts';
import type { CancelOutcome } from './outcome.ts';
import { run, type Tools } from './run.ts';
import { waitUnlessAborted } from './stop.ts';

export interface CancellationClient {
  /** Every operation of `schema/operations`, as a typed function; these ask once, and throw what graphql-request throws. */
  readonly sdk: Sdk;
  /** Rejects only before anything is sent: where `onKey` fails, no key can be made, or the input has a key. */
  cancelPayment(input: PaymentToCancel, options?: CancelOptions): Promise<CancelOutcome>;
  cancelOrder(input: OrderToCancel, options?: CancelOptions): Promise<CancelOutcome>;
  /**
   * Goes on with a key after the app was closed. Null where the gateway has never accepted it and no input is given. Rejects
   * only before anything is asked, where both inputs are given or one has a key.
   */
  resumeCancellation(idempotencyKey: string, options?: ResumeOptions): Promise<CancelOutcome | null>;
}

export function createCancellationClient(options: ClientOptions): CancellationClient {
  const tools = toolsFrom(options);
  const newKey = options.newKey ?? newIdempotencyKey;
  const cancel = async (target: Target, { idempotencyKey, onKey, ...follow }: CancelOptions = {}) => {
    requireNoKey(target);
    const key = idempotencyKey ?? newKey();
    await waitUnlessAborted(onKey?.(key), follow.signal);
    const sentBefore = idempotencyKey !== undefined;
    const outcome = await run(
      { target, kind: target.kind, idempotencyKey: key, sentBefore, first: { kind: 'send', target } },
      follow,
      tools,
    );
    if (outcome === null) throw new Error('A cancel that can be sent is never told to be unknown.');
    return outcome;
  };
  return {
    sdk: tools.sdk,
    cancelPayment: (input, cancelOptions) => cancel({ kind: 'payment', input }, cancelOptions),
    cancelOrder: (input, cancelOptions) => cancel({ kind: 'order', input }, cancelOptions),
    resumeCancellation: async (idempotencyKey, { cancelPayment, cancelOrder, kind, ...follow } = {}) => {
      const target = targetOf(cancelPayment, cancelOrder);
      const task = { target, kind: target?.kind ?? kind ?? 'payment', idempotencyKey, sentBefore: true };
      return run({ ...task, first: { kind: 'look' } }, follow, tools);
    },
  };
}

function targetOf(payment: PaymentToCancel | undefined, order: OrderToCancel | undefined): Target | null {
  if (payment !== undefined && order !== undefined) throw new TypeError('Give cancelPayment or cancelOrder, not both.');
  if (payment !== undefined) return requireNoKey({ kind: 'payment', input: payment });
  return order === undefined ? null : requireNoKey({ kind: 'order', input: order });
}

/** Two keys would be two intentions, and what an untyped app means by the second is not for us to guess. */
function requireNoKey(target: Target): Target {
  if (target.input.idempotencyKey !== undefined)
    throw new TypeError('Give the idempotencyKey in the options, not in the input.');
  return target;
}

function toolsFrom({ url, headers = {}, fetch, subscribe = undefined, ...options }: ClientOptions): Tools {
  requireAbsolute(url);
  const departed = new WeakSet<AbortSignal>();
  const client = new GraphQLClient(url, {
    requestMiddleware: withHeaders(headers, departed),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return {
    sdk: getSdk(client),
    departed,
    clock: options.clock ?? platformClock,
    random: options.random ?? Math.random,
    subscribe: subscribe ?? null,
    language: options.language ?? 'EN',
  };
}

/** Where there is no page, such as in React Native and in Node, a path alone is the address of nothing. */
function requireAbsolute(url: string): void {
  if (!/^https?:\/\//i.test(url)) throw new TypeError(`url has to begin with https:// or http://, unlike "${url}".`);
}

const platformClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
