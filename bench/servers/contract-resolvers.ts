/** An answer of the provider, parsed. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a build reaches the provider. */
export interface PaymentsApi {
  read(id: string): Promise<Answer>;
  cancel(id: string, idempotencyKey: string): Promise<Answer>;
}

export interface Context {
  readonly payments: PaymentsApi;
}

interface CancelInput {
  readonly paymentId: string;
  readonly idempotencyKey: string;
}

/**
 * Our contract as somebody would write it who needs these documents answered and nothing else: no record, no check of
 * ids, amounts as JavaScript's numbers have them, and of the errors the one that the bench asks for.
 */
export const resolvers = {
  Query: {
    payment: (_: unknown, { id }: { id: string }, { payments }: Context) => read(payments, id),
    payments: (_: unknown, { ids }: { ids: string[] }, { payments }: Context) =>
      Promise.all(ids.map((id) => read(payments, id))),
  },
  Mutation: {
    cancelPayment: (_: unknown, { input }: { input: CancelInput }, { payments }: Context) => cancel(payments, input),
    cancelPayments: async (_: unknown, { inputs }: { inputs: CancelInput[] }, { payments }: Context) => {
      const results = await Promise.all(inputs.map((input) => cancel(payments, input)));
      const isCancelled = ({ outcome }: { outcome: string }) => outcome === 'CANCELLED';
      return { summary: { total: results.length, cancelled: results.filter(isCancelled).length }, results };
    },
  },
};

async function read(payments: PaymentsApi, id: string) {
  const answer = await payments.read(id);
  return answer.status === 200 ? paymentOf(answer.body) : errorOf(id, answer);
}

async function cancel(payments: PaymentsApi, { paymentId, idempotencyKey }: CancelInput) {
  const answer = await payments.cancel(paymentId, idempotencyKey);
  const isCancelled = answer.status === 200 && answer.body['status'] === 'cancelled';
  return {
    __typename: 'CancelPaymentPayload',
    outcome: isCancelled ? 'CANCELLED' : 'NOT_CANCELLED',
    nextAction: isCancelled ? 'NOTHING' : 'CONTACT_SUPPORT',
    userMessage: isCancelled ? 'Your payment was cancelled.' : 'Your payment could not be cancelled.',
    cancellation: { settled: true },
    payment: isCancelled ? paymentOf(answer.body) : null,
    error: isCancelled ? null : errorOf(paymentId, answer),
  };
}

function paymentOf(body: Answer['body']) {
  return {
    __typename: 'Payment',
    id: String(body['id']),
    status: String(body['status']).toUpperCase(),
    statusDetail: body['status_detail'],
    amount: { amount: String(body['transaction_amount']), currency: body['currency_id'] },
    captured: body['captured'],
    liveMode: body['live_mode'],
    description: body['description'],
    paymentMethodId: body['payment_method_id'],
    paymentTypeId: body['payment_type_id'],
    installments: body['installments'],
    externalReference: body['external_reference'],
    createdAt: new Date(String(body['date_created'])).toISOString(),
    updatedAt: new Date(String(body['date_last_updated'])).toISOString(),
  };
}

function errorOf(paymentId: string, { status, body }: Answer) {
  const code = codeIn(body['cause']);
  const type = status === 404 ? 'PaymentNotFoundError' : 'UnrecognizedProviderError';
  return {
    __typename: type,
    code: status === 404 ? 'PAYMENT_NOT_FOUND' : 'UNRECOGNIZED_PROVIDER_ERROR',
    message: body['message'],
    paymentId,
    upstream: { httpStatus: status, code },
  };
}

function codeIn(cause: unknown): string | null {
  const [first] = Array.isArray(cause) ? cause : [];
  return first?.code === undefined ? null : String(first.code);
}
