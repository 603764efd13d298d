/** The documents of our contract, as an app would have them written down. */

const thirteenFields = `... on Payment {
  id status statusDetail amount { amount currency } captured liveMode description
  paymentMethodId paymentTypeId installments externalReference createdAt updatedAt
}`;

/** The members that `PaymentResult` and `CancelPaymentError` share, and what is asked of each. */
const shared = [
  '... on PaymentNotFoundError { code paymentId upstream { httpStatus code } }',
  '... on InvalidIdError { code expected }',
  '... on ProviderUnavailableError { code retryAfterMs }',
  '... on ProviderCredentialsError { code problem }',
  '... on ProviderForbiddenError { code message }',
  '... on ProviderInternalError { code message }',
  '... on UnrecognizedProviderError { code message }',
  '... on UnsupportedOperationError { code message }',
  '... on InternalError { code message }',
];

const ofCancels = [
  '... on IdempotencyConflictError { code earlier { id } }',
  '... on InvalidIdempotencyKeyError { code minLength maxLength }',
  '... on InvalidStatusUpdateError { code message }',
  '... on ManualCancellationRequiredError { code providerPaymentId }',
  '... on OutcomeUnknownError { code message }',
  '... on PaymentAlreadyCancelledError { code cancelledAt }',
  '... on PaymentNotCancellableError { code currentStatus captured }',
  '... on ProviderDeclinedError { code message }',
];

export const floor = '{ __typename }';

export const readNamed = (name: string) => `query ${name}($id: ID!) { payment(id: $id) { ${thirteenFields} } }`;

export const cancel = `mutation CancelPayment($input: CancelPaymentInput!) {
  cancelPayment(input: $input) {
    outcome nextAction retryAfterMs errorCode userMessage
    cancellation { settled }
    payment { id status }
    error { __typename ${[...shared, ...ofCancels].join(' ')} }
  }
}`;

export const readOrError = `query PaymentOrError($id: ID!) {
  payment(id: $id) { __typename ${thirteenFields} ${shared.join(' ')} }
}`;

export const list = `query Payments($ids: [ID!]!) { payments(ids: $ids) { ${thirteenFields} } }`;

export const bulk = `mutation CancelPayments($inputs: [CancelPaymentInput!]!) {
  cancelPayments(inputs: $inputs) {
    summary { total cancelled }
    results { outcome nextAction errorCode payment { id status } }
  }
}`;

/** The types that `wider-schema.ts` adds to the union. */
export const addedMembers = Array.from({ length: 30 }, (_, index) => `AddedError${index}`);

const added = addedMembers.map((name) => `... on ${name} { code message }`);

/** A read that names so many members of the union, `Payment` among them. */
export const readOfMembers = (count: number) => `query PaymentOfMembers($id: ID!) {
  payment(id: $id) { __typename ${[thirteenFields, ...shared, ...added].slice(0, count).join(' ')} }
}`;
