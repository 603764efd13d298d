/** The operation of `schema/operations` by which a cancellation is followed live. */
export const cancellationUpdatedDocument = `subscription CancellationUpdated($id: ID!, $language: Language = EN) {
  cancellationUpdated(id: $id) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    errorCode
    userMessage(language: $language)
    sendsUntil
    error {
      __typename
    }
  }
}`;
