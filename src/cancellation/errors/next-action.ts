import { type ErrorCode, entryOf } from './catalogue.ts';

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

/** What a client should usually do about an error that came with this HTTP status; the row says it. */
export function usualNextAction(code: ErrorCode, httpStatus: number | null): NextAction {
  const { nextAction } = entryOf(code);
  if (typeof nextAction === 'string') return nextAction;
  return httpStatus !== null && httpStatus >= 500 ? nextAction.after5xx : nextAction.usual;
}
