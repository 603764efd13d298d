/** Why somebody cancels. It decides nothing; a provider that has a place for it is told. */
export const cancelReasons = [
  'REQUESTED_BY_CUSTOMER',
  'DUPLICATE',
  'FRAUD',
  'OUT_OF_STOCK',
  'PAYMENT_EXPIRED',
  'STAFF_ERROR',
  'OTHER',
] as const;
export type CancelReason = (typeof cancelReasons)[number];
