import type { TargetKind } from '../target/target.ts';
import type { ErrorCode } from './catalogue.ts';

/** The errors that payments and orders have each under a name of their own. */
export const codesOf = {
  payment: {
    alreadyCancelled: 'PAYMENT_ALREADY_CANCELLED',
    notCancellable: 'PAYMENT_NOT_CANCELLABLE',
    invalidId: 'INVALID_PAYMENT_ID',
  },
  order: {
    alreadyCancelled: 'ORDER_ALREADY_CANCELLED',
    notCancellable: 'ORDER_NOT_CANCELLABLE',
    invalidId: 'INVALID_ORDER_ID',
  },
} as const satisfies Record<TargetKind, Record<'alreadyCancelled' | 'notCancellable' | 'invalidId', ErrorCode>>;
