import type { ErrorCodeFor } from '../../cancellation/errors/catalogue.ts';
import type { ErrorRow } from '../error-row.ts';

export const paymentsDocs = 'https://developers.vtex.com/docs/api-reference/payment-provider-protocol';

/** The one code of the protocol: the provider does not cancel through its API. */
const cancelManually = 'cancel-manually';

/**
 * What the answers of a VTEX provider mean. Providers disagree about the status that belongs to a code, so the statuses
 * here are the documented ones and a code is looked up without them. A null code is any that a provider makes up itself.
 */
export const paymentsErrors: readonly ErrorRow<'payment'>[] = [
  { status: 200, code: cancelManually, means: 'MANUAL_CANCELLATION_REQUIRED', documented: true },
  { status: 501, code: cancelManually, means: 'MANUAL_CANCELLATION_REQUIRED', documented: true },
  { status: 200, code: null, means: 'PROVIDER_DECLINED', documented: true },
  { status: 500, code: null, means: 'PROVIDER_DECLINED', documented: true },
];

/** What a code of a VTEX provider means, whatever the status it came with. */
export function meaningOf(code: string | null): ErrorCodeFor<'payment'> {
  const named = paymentsErrors.find((row) => row.code !== null && row.code === code?.trim().toLowerCase());
  return named?.means ?? 'PROVIDER_DECLINED';
}
