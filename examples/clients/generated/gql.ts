/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation CancelPayment($input: CancelPaymentInput!) {\n    cancelPayment(input: $input) {\n      outcome\n      nextAction\n      retryAfterMs\n      userMessage\n      errorCode\n      requestId\n      cancellation {\n        id\n        outcome\n        nextAction\n        retryAfterMs\n        settled\n      }\n      payment {\n        id\n        status\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n    }\n  }\n": typeof types.CancelPaymentDocument,
    "\n  query Cancellation($id: ID!) {\n    cancellation(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": typeof types.CancellationDocument,
    "\n  query CancellationByKey($idempotencyKey: String!) {\n    cancellationByKey(idempotencyKey: $idempotencyKey) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": typeof types.CancellationByKeyDocument,
    "\n  subscription CancellationUpdated($id: ID!) {\n    cancellationUpdated(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": typeof types.CancellationUpdatedDocument,
    "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      __typename\n      ... on Payment {\n        id\n        status\n        amount {\n          amount\n          currency\n        }\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n      ... on PaymentNotFoundError {\n        userMessage\n      }\n      ... on UnsupportedOperationError {\n        userMessage\n      }\n    }\n  }\n": typeof types.PaymentDocument,
};
const documents: Documents = {
    "\n  mutation CancelPayment($input: CancelPaymentInput!) {\n    cancelPayment(input: $input) {\n      outcome\n      nextAction\n      retryAfterMs\n      userMessage\n      errorCode\n      requestId\n      cancellation {\n        id\n        outcome\n        nextAction\n        retryAfterMs\n        settled\n      }\n      payment {\n        id\n        status\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n    }\n  }\n": types.CancelPaymentDocument,
    "\n  query Cancellation($id: ID!) {\n    cancellation(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": types.CancellationDocument,
    "\n  query CancellationByKey($idempotencyKey: String!) {\n    cancellationByKey(idempotencyKey: $idempotencyKey) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": types.CancellationByKeyDocument,
    "\n  subscription CancellationUpdated($id: ID!) {\n    cancellationUpdated(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n": types.CancellationUpdatedDocument,
    "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      __typename\n      ... on Payment {\n        id\n        status\n        amount {\n          amount\n          currency\n        }\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n      ... on PaymentNotFoundError {\n        userMessage\n      }\n      ... on UnsupportedOperationError {\n        userMessage\n      }\n    }\n  }\n": types.PaymentDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelPayment($input: CancelPaymentInput!) {\n    cancelPayment(input: $input) {\n      outcome\n      nextAction\n      retryAfterMs\n      userMessage\n      errorCode\n      requestId\n      cancellation {\n        id\n        outcome\n        nextAction\n        retryAfterMs\n        settled\n      }\n      payment {\n        id\n        status\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelPayment($input: CancelPaymentInput!) {\n    cancelPayment(input: $input) {\n      outcome\n      nextAction\n      retryAfterMs\n      userMessage\n      errorCode\n      requestId\n      cancellation {\n        id\n        outcome\n        nextAction\n        retryAfterMs\n        settled\n      }\n      payment {\n        id\n        status\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cancellation($id: ID!) {\n    cancellation(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"): (typeof documents)["\n  query Cancellation($id: ID!) {\n    cancellation(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CancellationByKey($idempotencyKey: String!) {\n    cancellationByKey(idempotencyKey: $idempotencyKey) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"): (typeof documents)["\n  query CancellationByKey($idempotencyKey: String!) {\n    cancellationByKey(idempotencyKey: $idempotencyKey) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CancellationUpdated($id: ID!) {\n    cancellationUpdated(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"): (typeof documents)["\n  subscription CancellationUpdated($id: ID!) {\n    cancellationUpdated(id: $id) {\n      id\n      outcome\n      nextAction\n      retryAfterMs\n      settled\n      userMessage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      __typename\n      ... on Payment {\n        id\n        status\n        amount {\n          amount\n          currency\n        }\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n      ... on PaymentNotFoundError {\n        userMessage\n      }\n      ... on UnsupportedOperationError {\n        userMessage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Payment($id: ID!) {\n    payment(id: $id) {\n      __typename\n      ... on Payment {\n        id\n        status\n        amount {\n          amount\n          currency\n        }\n        cancelEligibility {\n          allowed\n          effect\n          reason\n        }\n      }\n      ... on PaymentNotFoundError {\n        userMessage\n      }\n      ... on UnsupportedOperationError {\n        userMessage\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;