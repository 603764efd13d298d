import type { TargetKind } from '../target/target.ts';
import type { ErrorCode } from './catalogue.ts';

/** The errors that payments and orders have each under a name of their own. */
export const codesOf = {
  payment: {
    alreadyCancelled: 'PAYMENT_ALREADY_CANCELLED',
    notCancellable: 'PAYMENT_NOT_CANCELLABLE',
    notFound: 'PAYMENT_NOT_FOUND',
    invalidId: 'INVALID_PAYMENT_ID',
  },
  order: {
    alreadyCancelled: 'ORDER_ALREADY_CANCELLED',
    notCancellable: 'ORDER_NOT_CANCELLABLE',
    notFound: 'ORDER_NOT_FOUND',
    invalidId: 'INVALID_ORDER_ID',
  },
} as const satisfies Record<
  TargetKind,
  Record<'alreadyCancelled' | 'notCancellable' | 'notFound' | 'invalidId', ErrorCode>
>;
