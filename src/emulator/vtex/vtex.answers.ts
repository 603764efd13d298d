import { json, type WireAnswer } from '../wire.ts';

/** The ids that an answer sends back as they came. */
export interface Echo {
  paymentId: string;
  requestId: string;
}

/** How a cancel ends: the code in the body, or null when it has none, and the answer under Payment Provider Protocol. */
export interface VtexOutcome {
  readonly code: string | null;
  /** Whether it is cancelled. */
  readonly executes?: true;
  answer(httpStatus: number, echo: Echo, cancellationId: string): WireAnswer;
}

export const unauthorized = unechoed('unauthorized', 'AppKey or AppToken is wrong.');
export const badRequest = (message: string): WireAnswer => json(400, { code: 'bad-request', message });

const manually = 'cancel-manually';

export const vtexOutcomes = {
  success: {
    code: null,
    executes: true,
    answer: (httpStatus, echo, cancellationId) =>
      json(httpStatus, { ...echo, cancellationId, code: null, message: 'The payment was cancelled' }),
  },
  terse: {
    code: null,
    executes: true,
    answer: (httpStatus, echo, cancellationId) => json(httpStatus, { ...echo, cancellationId }),
  },
  anonymous: {
    code: null,
    executes: true,
    answer: (httpStatus, { paymentId }, cancellationId) => json(httpStatus, { paymentId, cancellationId, code: null }),
  },
  manual: refused(manually, 'This payment has to be cancelled by hand'),
  manualWithId: {
    code: manually,
    answer: (httpStatus, echo, cancellationId) =>
      json(httpStatus, { ...echo, cancellationId, code: manually, message: 'Has to be cancelled by hand' }),
  },
  blank: blank(null),
  blankFailure: blank('ERR-4821'),
  failure: refused('ERR-4821', 'The acquirer did not accept the cancellation'),
  unknown: refused('payment-not-found', 'The provider knows no such payment'),
  unauthorized,
  forbidden: unechoed('forbidden', 'The application may not cancel payments.'),
  unimplemented: { code: null, answer: (httpStatus) => json(httpStatus, { message: 'Not implemented' }) },
  rateLimited: inText({ 'content-type': 'text/plain', 'retry-after': '1' }, 'Too many requests'),
  badGateway: inText({ 'content-type': 'text/html' }, '<html><body>502 Bad Gateway</body></html>'),
} satisfies Record<string, VtexOutcome>;

export type VtexOutcomeName = keyof typeof vtexOutcomes;

/** Nothing was cancelled, so `cancellationId` is null. */
function refused(code: string, message: string): VtexOutcome {
  return { code, answer: (httpStatus, echo) => json(httpStatus, { ...echo, cancellationId: null, code, message }) };
}

/** Not cancelled, by a provider that has no null: nought stands for it. */
function blank(code: string | null): VtexOutcome {
  const message = 'The acquirer did not accept the cancellation';
  return { code, answer: (httpStatus, echo) => json(httpStatus, { ...echo, cancellationId: 0, code, message }) };
}

/** Comes from in front of the provider, which saw no ids. */
function unechoed(code: string, message: string) {
  return { code, answer: (httpStatus: number) => json(httpStatus, { code, message }) };
}

function inText(headers: Record<string, string>, body: string): VtexOutcome {
  return { code: null, answer: (status) => ({ status, headers, body }) };
}
