import { GraphQLClient } from 'graphql-request';
import type { FaultyTarget } from '../provider/target.ts';

export interface Answer {
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly nextAction: string;
  readonly retryAfterMs: number | null;
  readonly replayed: boolean;
  readonly cancellation: Cancellation | null;
}

export interface Cancellation {
  readonly id: string;
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly nextAction: string;
  readonly attempts: readonly { readonly kind: 'CANCEL' | 'READ_BACK' }[];
}

const found = 'id outcome errorCode nextAction attempts { kind }';
const fields = `outcome errorCode nextAction retryAfterMs replayed userMessage cancellation { ${found} }
  error { __typename ... on ErrorResult { code message upstream { code message } } }`;
const cancelPayment = `mutation ($input: CancelPaymentInput!) { answer: cancelPayment(input: $input) { ${fields} } }`;
const cancelOrder = `mutation ($input: CancelOrderInput!) { answer: cancelOrder(input: $input) { ${fields} } }`;
const readPayment =
  'query ($id: ID!) { answer: payment(id: $id) { __typename ... on ErrorResult { code message upstream { code message } } } }';
const readPayments = 'query ($ids: [ID!]!) { answer: payments(ids: $ids) { __typename } }';
const followed = `query ($id: ID!) { answer: cancellation(id: $id) { ${found} } }`;

const cancelPayments =
  'mutation ($inputs: [CancelPaymentInput!]!) { answer: cancelPayments(inputs: $inputs) { __typename } }';

export interface Reading {
  readonly __typename: string;
  readonly code?: string;
}

/** Asks one gateway, and keeps what was answered as text, to be searched for what may not be in it. */
export class Client {
  readonly #url: string;
  readonly #record: (text: string) => void;

  constructor(url: string, record: (text: string) => void) {
    this.#url = url;
    this.#record = record;
  }

  cancel({ column, id }: Pick<FaultyTarget, 'column' | 'id'>, idempotencyKey: string): Promise<Answer> {
    if (column === 'O') return this.#ask(cancelOrder, { input: { orderId: id, idempotencyKey } });
    return this.#ask(cancelPayment, { input: { paymentId: id, idempotencyKey } });
  }

  read(id: string): Promise<Reading> {
    return this.#ask(readPayment, { id });
  }

  readAll(ids: readonly string[]): Promise<unknown> {
    return this.#ask(readPayments, { ids });
  }

  cancelAll(ids: readonly string[]): Promise<unknown> {
    return this.#ask(cancelPayments, { inputs: ids.map((paymentId) => ({ paymentId })) });
  }

  follow(id: string): Promise<Cancellation | null> {
    return this.#ask(followed, { id });
  }

  async #ask<T>(document: string, variables: Record<string, unknown>): Promise<T> {
    const { answer } = await new GraphQLClient(this.#url).request<{ answer: T }>(document, variables);
    this.#record(JSON.stringify(answer));
    return answer;
  }
}
