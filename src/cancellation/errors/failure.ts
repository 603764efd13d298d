import type { ProviderId } from '../target/target.ts';
import type { ErrorCode, ErrorType } from './catalogue.ts';
import type { DetailOf, FailureDetails, NoDetail, PlainCode } from './details.ts';

/** What the provider said, redacted. `httpStatus` is null when there was no answer. */
export interface Upstream {
  readonly provider: ProviderId;
  readonly httpStatus: number | null;
  /** The provider's own code, verbatim. */
  readonly code: string | null;
  /** At most 256 characters, without secrets or personal data. */
  readonly message: string | null;
  /** The provider's request id, for its support desk. */
  readonly requestId: string | null;
}

/** Of a call to which the provider said nothing. */
export function noAnswerOf(provider: ProviderId): Upstream {
  return { provider, httpStatus: null, code: null, message: null, requestId: null };
}

/**
 * A business failure: a row of the catalogue and what is particular to this time. It is data, returned and stored as JSON,
 * never thrown. Its code tells which details it has.
 */
export type Failure<C extends ErrorCode = ErrorCode> = {
  readonly [Code in C]: {
    readonly code: Code;
    /** Null when the gateway refused before calling the provider. */
    readonly upstream: Upstream | null;
    readonly detail: DetailOf<Code>;
  };
}[C];

/** A failure by its type, for whoever shows it: any failure whose code has this type is one. */
export interface FailureOf<T extends ErrorType> {
  readonly code: ErrorCode;
  readonly upstream: Upstream | null;
  readonly detail: FailureDetails[T];
}

/** The detail is that of the code's type, and left out where there is none to give. */
export function failure<C extends PlainCode>(code: C, upstream?: Upstream | null): Failure<C>;
export function failure<C extends ErrorCode>(code: C, upstream: Upstream | null, detail: DetailOf<C>): Failure<C>;
export function failure(
  code: ErrorCode,
  upstream: Upstream | null = null,
  detail: FailureDetails[ErrorType] | NoDetail = {},
) {
  return { code, upstream, detail };
}
