import type { LoadRequest } from './requests.ts';

/** How a request fared. `wrong` is what no gateway may say. */
type Fate = 'served' | 'shed' | 'failed' | 'wrong';

export interface Answered {
  readonly fate: Fate;
  /** Of a cancel that was answered with 200. */
  readonly outcome: string | null;
  readonly detail: string;
}

interface Body {
  readonly data?: {
    readonly cancelPayment?: { readonly outcome: string; readonly payment: { readonly id: string } | null };
    readonly payment?: { readonly __typename: string; readonly id?: string };
  };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** What an answer says of a payment that stands open and works. */
export function answered({ kind, paymentId }: LoadRequest, status: number, text: string): Answered {
  const answer = (fate: Fate, outcome: string | null = null): Answered => ({
    fate,
    outcome,
    detail: `${status} ${text}`,
  });
  const { data, errors }: Body = JSON.parse(text);
  if (status === 503) return answer(errors?.[0]?.extensions?.code === 'OVERLOADED' ? 'shed' : 'wrong');
  if (status !== 200) return answer('wrong');
  if (kind === 'read') {
    if (data?.payment?.__typename === 'Payment') return answer(data.payment.id === paymentId ? 'served' : 'wrong');
    return answer(data?.payment === undefined ? 'wrong' : 'failed');
  }
  const cancel = data?.cancelPayment;
  if (cancel === undefined) return answer('wrong');
  if (cancel.outcome === 'CANCELLED')
    return answer(cancel.payment?.id === paymentId ? 'served' : 'wrong', cancel.outcome);
  return answer('failed', cancel.outcome);
}
