/** What the explorer page opens with: a cancel that can be run as it stands, with the errors most worth seeing. */
export const cancelPaymentDocument = `mutation CancelPayment($input: CancelPaymentInput!) {
  cancelPayment(input: $input) {
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
`;
