import { useQuery } from '@apollo/client/react';
import type { Target } from '../../gateway/target.ts';
import {
  type CancellationOutcome,
  type EligibilityFragment,
  FindOrderDocument,
  type FindOrderQuery,
  FindPaymentDocument,
  type FindPaymentQuery,
  type Provider,
  type SumFragment,
} from '../../generated/documents.ts';
import type { Told } from '../../texts/languages.tsx';
import type { TargetStatus } from '../../texts/texts.ts';

/** A payment or an order, as far as the screen tells them apart. */
export interface Seen {
  readonly provider: Provider;
  readonly status: TargetStatus;
  readonly total: SumFragment | null;
  readonly method: string | null;
  readonly description: string | null;
  readonly createdAt: string | null;
  /** The order that made the payment, which is to be cancelled in its place. */
  readonly orderId: string | null;
  readonly cancelEligibility: EligibilityFragment;
  readonly cancellations: readonly {
    readonly id: string;
    readonly outcome: CancellationOutcome;
    readonly requestedAt: string;
  }[];
}

export type Reading =
  | { readonly state: 'reading' }
  /** No answer came. */
  | { readonly state: 'unread' }
  /** Without words where the refusal is of a kind newer than the page. */
  | { readonly state: 'refused'; readonly code: string | null; readonly told: Told | null }
  | { readonly state: 'read'; readonly seen: Seen };

export function useTarget({ kind, id }: Target): { readonly reading: Reading; again(): void } {
  const isPayment = kind === 'payment';
  const options = { variables: { id }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true } as const;
  const payment = useQuery(FindPaymentDocument, { ...options, skip: !isPayment });
  const order = useQuery(FindOrderDocument, { ...options, skip: isPayment });
  const { error, loading, refetch } = isPayment ? payment : order;
  const result = isPayment ? payment.data?.payment : order.data?.order;
  // What refetch rejects with is in `error` as well.
  const again = () => void refetch().catch(() => undefined);
  if (result !== undefined) return { reading: readingOf(result), again };
  return { reading: error !== undefined && !loading ? { state: 'unread' } : { state: 'reading' }, again };
}

function readingOf(result: FindPaymentQuery['payment'] | FindOrderQuery['order']): Reading {
  switch (result.__typename) {
    case 'Payment': {
      const { amount, paymentMethodId, ...rest } = result;
      return { state: 'read', seen: { ...rest, total: amount, method: paymentMethodId } };
    }
    case 'Order': {
      const { totalAmount, ...rest } = result;
      return { state: 'read', seen: { ...rest, total: totalAmount, method: null, orderId: null } };
    }
    default:
      return 'code' in result
        ? { state: 'refused', code: result.code, told: result }
        : { state: 'refused', code: null, told: null };
  }
}
