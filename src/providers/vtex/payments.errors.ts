import type { ErrorCodeFor } from '../../cancellation/errors/catalogue.ts';
import { errorTable } from '../error-row.ts';

/** The one code of the protocol: the provider does not cancel through its API. */
const cancelManually = 'cancel-manually';

/**
 * What a VTEX provider means that answers in the words of the protocol. Providers disagree about the status that belongs to
 * a code, so the statuses here are the documented ones and a code is looked up without them. A null code is any that a
 * provider makes up itself.
 */
export const protocolErrors = errorTable('payment', [
  {
    source: {
      documented: true,
      where: 'https://developers.vtex.com/docs/api-reference/payment-provider-protocol',
      when: '2026-11-21',
    },
    rows: [
      { status: 200, code: cancelManually, means: 'MANUAL_CANCELLATION_REQUIRED' },
      { status: 501, code: cancelManually, means: 'MANUAL_CANCELLATION_REQUIRED' },
      { status: 200, code: null, means: 'PROVIDER_DECLINED' },
      { status: 500, code: null, means: 'PROVIDER_DECLINED' },
    ],
  },
  {
    source: { documented: false, where: 'RFC 9110, section 15.6.2', when: '2026-11-21' },
    rows: [{ status: 501, code: null, means: 'MANUAL_CANCELLATION_REQUIRED', as: 'not-implemented' }],
  },
]);

/** The row of a status that speaks for itself, whatever code and ids come with it; null for all others. */
export function rowOfStatus(status: number) {
  return protocolErrors.find((row) => row.as === 'not-implemented' && row.status === status) ?? null;
}

/** What a code of a VTEX provider means, whatever the status it came with. */
export function meaningOf(code: string | null): ErrorCodeFor<'payment'> {
  const named = protocolErrors.find((row) => row.code !== null && row.code === code?.trim().toLowerCase());
  return named?.means ?? 'PROVIDER_DECLINED';
}
