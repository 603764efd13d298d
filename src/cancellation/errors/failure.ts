import type { Instant, ProviderId } from '../target/target.ts';
import type { ErrorCode } from './catalogue.ts';

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

export type CredentialProblem = 'MISSING' | 'INVALID' | 'TEST_NOT_SUPPORTED' | 'LIVE_NOT_ALLOWED';

/**
 * A business failure: a row of the catalogue and what is particular to this time. It is data, returned and stored as JSON,
 * never thrown. Which details are set follows from the row's type.
 */
export interface Failure {
  readonly code: ErrorCode;
  /** Null when the gateway refused before calling the provider. */
  readonly upstream: Upstream | null;
  readonly detail: FailureDetail;
}

export interface FailureDetail {
  /** English, for developers, where the row's own message would point elsewhere. */
  readonly message?: string;
  /** The id asked for, as the caller may see it. */
  readonly targetId?: string;
  /** The status read back after a refusal, and the money that it tells of. */
  readonly currentStatus?: string;
  readonly captured?: boolean | null;
  readonly cancellableStatuses?: readonly string[];
  readonly cancelledAt?: Instant | null;
  /** How a valid id looks. */
  readonly expected?: string;
  readonly authorizationId?: string | null;
  readonly retryAfterMs?: number | null;
  /** The cancellation that holds a conflicting key. */
  readonly earlierId?: string;
}

export function failure(code: ErrorCode, upstream: Upstream | null = null, detail: FailureDetail = {}): Failure {
  return { code, upstream, detail };
}
