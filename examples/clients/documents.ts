import { graphql } from './generated/gql.ts';

/** `outcome`, `nextAction` and `retryAfterMs` decide; of the payment only what the answer of a cancel tells. */
export const cancelPayment = graphql(`
  mutation CancelPayment($input: CancelPaymentInput!) {
    cancelPayment(input: $input) {
      outcome
      nextAction
      retryAfterMs
      userMessage
      errorCode
      requestId
      cancellation {
        id
        outcome
        nextAction
        retryAfterMs
        settled
      }
      payment {
        id
        status
        cancelEligibility {
          allowed
          effect
          reason
        }
      }
    }
  }
`);

export const cancellation = graphql(`
  query Cancellation($id: ID!) {
    cancellation(id: $id) {
      id
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`);

export const cancellationByKey = graphql(`
  query CancellationByKey($idempotencyKey: String!) {
    cancellationByKey(idempotencyKey: $idempotencyKey) {
      id
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`);

export const cancellationUpdated = graphql(`
  subscription CancellationUpdated($id: ID!) {
    cancellationUpdated(id: $id) {
      id
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`);

/** A value without an `id` of its own is selected whole, so that a cache never mixes an old part with a new one. */
export const payment = graphql(`
  query Payment($id: ID!) {
    payment(id: $id) {
      __typename
      ... on Payment {
        id
        status
        amount {
          amount
          currency
        }
        cancelEligibility {
          allowed
          effect
          reason
        }
      }
      ... on PaymentNotFoundError {
        userMessage
      }
      ... on UnsupportedOperationError {
        userMessage
      }
    }
  }
`);
