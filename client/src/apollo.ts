import { valueTypes } from './generated/value-types.ts';

/** As much of Apollo Client's `TypePolicy` as is used here, so that this package needs no Apollo Client. */
interface MergingPolicy {
  readonly merge?: true;
  readonly fields?: Record<string, { readonly merge: true }>;
}

/**
 * For `new InMemoryCache({ possibleTypes, typePolicies })` of Apollo Client 3 and 4. What has an `id` (Payment, Order,
 * Cancellation) the cache finds by it, without any policy. What has none, such as Money, Payer or CancelEligibility, belongs
 * to what it is a field of: queries that select different fields of it would evict each other's, and so they are merged. The
 * payment or order that a cancellation saw last is such a value too, since it is selected without its `id`.
 */
export const typePolicies: Record<string, MergingPolicy> = {
  ...Object.fromEntries(valueTypes.map((name) => [name, { merge: true as const }])),
  Cancellation: { fields: { payment: { merge: true }, order: { merge: true } } },
};
