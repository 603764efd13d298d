/**
 * What the explorer page opens with: the main cases, each an operation to choose and to run as it stands. The first cancels a
 * payment and shows the errors most worth seeing. Limits count all operations of a document: this one leaves room for another.
 */
export const explorerDocument = `mutation CancelPayment($payment: CancelPaymentInput!) {
  cancelPayment(input: $payment) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage
    idempotencyKey
    requestId
    replayed
    cancellation {
      id
      settled
      attempts {
        kind
        durationMs
        httpStatus
        upstreamCode
      }
    }
    payment {
      id
      status
      cancelEligibility {
        allowed
        effect
      }
    }
    error {
      __typename
      ... on PaymentNotCancellableError {
        message
        currentStatus
        captured
        upstream {
          httpStatus
          code
          message
        }
      }
      ... on PaymentAlreadyCancelledError {
        message
        cancelledAt
      }
      ... on PaymentNotFoundError {
        message
        paymentId
      }
      ... on ProviderCredentialsError {
        message
        problem
      }
      ... on ManualCancellationRequiredError {
        message
        providerPaymentId
        authorizationId
      }
      ... on ProviderUnavailableError {
        message
        retryAfterMs
      }
      ... on OutcomeUnknownError {
        message
      }
    }
  }
}

mutation CancelOrder($order: CancelOrderInput!) {
  cancelOrder(input: $order) {
    outcome
    nextAction
    userMessage(language: ES)
    errorCode
    cancellation {
      id
    }
  }
}

query CanItBeCancelled($paymentId: ID!) {
  payment(id: $paymentId) {
    __typename
    ... on Payment {
      status
      cancelEligibility {
        allowed
        effect
        reason
      }
    }
    ... on PaymentNotFoundError {
      message
    }
  }
}

query WhatBecameOfIt($idempotencyKey: String!) {
  cancellationByKey(idempotencyKey: $idempotencyKey) {
    id
    outcome
    settled
    nextAction
    userMessage
  }
}
`;

/** What the operations are about. */
export interface ExplorerTargets {
  readonly paymentId: string;
  readonly orderId: string;
}

/** Variables for all operations at once. The key belongs to the payment, and finds again what the first has cancelled. */
export function explorerVariablesFor({ paymentId, orderId }: ExplorerTargets) {
  const idempotencyKey = `explorer-${paymentId}`;
  return {
    payment: { paymentId, reason: 'REQUESTED_BY_CUSTOMER', idempotencyKey },
    order: { orderId, reason: 'OUT_OF_STOCK' },
    paymentId,
    idempotencyKey,
  };
}
