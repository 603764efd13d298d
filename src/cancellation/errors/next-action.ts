/** What a client should do next. */
export const nextActions = [
  'NOTHING',
  'RETRY_SAME_KEY',
  'RETRY_NEW_KEY',
  'WAIT',
  'FIX_INPUT',
  'FIX_CREDENTIALS',
  'REFUND',
  'CANCEL_MANUALLY',
  'CONTACT_SUPPORT',
] as const;
export type NextAction = (typeof nextActions)[number];
