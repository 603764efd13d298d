import { catalogue, type ErrorCode } from '../../cancellation/errors/catalogue.ts';
import type { CredentialProblem, Failure, Upstream } from '../../cancellation/errors/failure.ts';

type CredentialCode = {
  [Code in ErrorCode]: (typeof catalogue)[Code]['type'] extends 'ProviderCredentialsError' ? Code : never;
}[ErrorCode];

/** A credentials error of the catalogue without a line here does not compile. */
export const credentialProblems: Record<CredentialCode, CredentialProblem> = {
  ACCESS_TOKEN_MISSING: 'MISSING',
  ACCESS_TOKEN_INVALID: 'INVALID',
  TEST_CREDENTIALS_NOT_SUPPORTED: 'TEST_NOT_SUPPORTED',
  LIVE_CREDENTIALS_NOT_ALLOWED: 'LIVE_NOT_ALLOWED',
};

/** What every error type reads: the union's member picks the fields that are its own. */
export interface ErrorView {
  readonly code: ErrorCode;
  readonly message: string;
  readonly upstream: Upstream | null;
  readonly paymentId: string;
  readonly orderId: string;
  readonly providerPaymentId: string;
  readonly currentStatus: string | null;
  readonly cancellableStatuses: readonly string[];
  readonly captured: boolean | null;
  readonly cancelledAt: string | null;
  readonly expected: string;
  readonly minLength: number;
  readonly maxLength: number;
  readonly problem: CredentialProblem | null;
  readonly authorizationId: string | null;
  readonly retryAfterMs: number | null;
  readonly earlierId: string | null;
}

/** `askedId` is the id that the request named, for errors that must name one. */
export function errorView({ code, upstream, detail }: Failure, askedId: string): ErrorView {
  const message = detail.message ?? catalogue[code].message;
  const targetId = detail.targetId ?? askedId;
  return {
    code,
    message,
    upstream,
    paymentId: targetId,
    orderId: targetId,
    providerPaymentId: targetId,
    currentStatus: detail.currentStatus ?? null,
    cancellableStatuses: detail.cancellableStatuses ?? [],
    captured: detail.captured ?? null,
    cancelledAt: detail.cancelledAt ?? null,
    expected: detail.expected ?? message,
    minLength: 1,
    maxLength: 64,
    problem: isCredentialCode(code) ? credentialProblems[code] : null,
    authorizationId: detail.authorizationId ?? null,
    retryAfterMs: detail.retryAfterMs ?? null,
    earlierId: detail.earlierId ?? null,
  };
}

function isCredentialCode(code: ErrorCode): code is CredentialCode {
  return Object.hasOwn(credentialProblems, code);
}
