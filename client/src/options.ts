import type { CancelOrderInput, CancelPaymentInput, Language } from './generated/sdk.ts';
import type { CancelProgress } from './outcome.ts';

export type RequestHeaders = Readonly<Record<string, string>>;

/** Time as this package sees it, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the returned function cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** As much of the `subscribe` of a graphql-ws client as is needed: pass `(...args) => client.subscribe(...args)`. */
export type Subscribe = (
  payload: { query: string; variables: Record<string, unknown> },
  sink: {
    next(value: { data?: Record<string, unknown> | null | undefined }): void;
    error(error: unknown): void;
    complete(): void;
  },
) => () => void;

export interface ClientOptions {
  /** Where the gateway answers, such as `https://gateway.example/graphql`. */
  readonly url: string;
  /** Asked anew before each request and once more after UNAUTHENTICATED, since tokens expire. */
  readonly headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>) | undefined;
  /** The one of the platform unless told. */
  readonly fetch?: typeof fetch | undefined;
  /** Hears of an outcome as it changes; without it, and whenever it breaks, `cancellation` is asked again and again. */
  readonly subscribe?: Subscribe | undefined;
  /** Of every `userMessage`; EN unless told. */
  readonly language?: Language | undefined;
  /** Makes idempotency keys; UUIDs of `crypto.getRandomValues` unless told. */
  readonly newKey?: (() => string) | undefined;
  readonly clock?: Clock | undefined;
  /** From 0 up to 1, to spread what many clients would do in the same moment. */
  readonly random?: (() => number) | undefined;
}

export interface FollowOptions {
  /** Milliseconds after which it resolves with what is known, counted from when the key is stored; 60 000 unless told. */
  readonly deadlineMs?: number | undefined;
  /** Ends the asking, not the cancellation: the promise resolves with what is known. Ends the wait for `onKey` too. */
  readonly signal?: AbortSignal | undefined;
  /** Told whatever is known on the way, each time that any of it changes. What it throws is logged, and ends nothing. */
  readonly onUpdate?: ((known: CancelProgress) => void) | undefined;
  readonly language?: Language | undefined;
}

export interface CancelOptions extends FollowOptions {
  /** A key that the app has made and stored itself. It counts as one that may have been sent before. */
  readonly idempotencyKey?: string | undefined;
  /** Told the key and awaited before anything is sent, to store it; where it fails, nothing is sent and the call fails. */
  readonly onKey?: ((idempotencyKey: string) => void | Promise<void>) | undefined;
}

export interface ResumeOptions extends FollowOptions {
  /**
   * What was to be cancelled, one of both: sent again under the key where the gateway says so, or has never seen the key. That
   * is a new send, however old the intention is: give it for what is a day old at the very most.
   */
  readonly cancelPayment?: PaymentToCancel | undefined;
  readonly cancelOrder?: OrderToCancel | undefined;
  /** What the key is of, where no input says so: in these words it is told while no answer has come. A payment unless told. */
  readonly kind?: 'payment' | 'order' | undefined;
}

/** The key is of the options: an input has none. */
interface Keyless {
  readonly idempotencyKey?: undefined;
}

export type PaymentToCancel = Omit<CancelPaymentInput, 'idempotencyKey'> & Keyless;
export type OrderToCancel = Omit<CancelOrderInput, 'idempotencyKey'> & Keyless;
