import type { ErrorCode } from './errors.ts';
import type { NextAction } from './outcome.ts';

/** What a client should usually do about an error; the target's state, once read, may say more. */
export function usualNextAction(code: ErrorCode, httpStatus: number | null): NextAction {
  return code === 'PROVIDER_DECLINED' && (httpStatus ?? 0) >= 500 ? 'RETRY_NEW_KEY' : 'CONTACT_SUPPORT';
}
