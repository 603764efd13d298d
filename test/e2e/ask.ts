import { expect } from 'vitest';
import type {
  CancellationOutcome,
  CancelOrderInput,
  CancelPaymentInput,
  NextAction,
} from '../../client/src/generated/sdk.ts';
import type { World } from '../world.ts';

export interface CancellationView {
  readonly id: string;
  readonly outcome: CancellationOutcome;
  readonly settled: boolean;
  readonly nextAction: NextAction;
  readonly retryAfterMs: number | null;
  readonly errorCode: string | null;
  readonly paymentId: string | null;
  readonly orderId: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly idempotencyKey: string;
  readonly sendsUntil: string | null;
  readonly finishedAt: string | null;
  readonly providerCancellationId: string | null;
  readonly attempts: readonly {
    readonly kind: 'CANCEL' | 'READ_BACK';
    readonly startedAt: string;
    readonly durationMs: number | null;
    readonly httpStatus: number | null;
    readonly upstreamCode: string | null;
  }[];
}

export interface CancelAnswer {
  readonly outcome: CancellationOutcome;
  readonly nextAction: NextAction;
  readonly retryAfterMs: number | null;
  readonly errorCode: string | null;
  readonly idempotencyKey: string;
  readonly replayed: boolean;
  readonly cancellation: CancellationView | null;
  readonly error: {
    readonly __typename: string;
    readonly code: string;
    readonly upstream: { readonly httpStatus: number | null; readonly code: string | null } | null;
    readonly earlier?: { readonly id: string } | null;
  } | null;
}

const cancellationFields = `
  id outcome settled nextAction retryAfterMs errorCode paymentId orderId reason note idempotencyKey sendsUntil finishedAt
  providerCancellationId attempts { kind startedAt durationMs httpStatus upstreamCode }`;

export const payloadFields = `
  outcome nextAction retryAfterMs errorCode idempotencyKey replayed
  cancellation { ${cancellationFields} }
  error {
    __typename
    ... on ErrorResult { code upstream { httpStatus code } }
    ... on IdempotencyConflictError { earlier { id } }
  }`;

const documents = {
  payment: `mutation ($input: CancelPaymentInput!) { answer: cancelPayment(input: $input) { ${payloadFields} } }`,
  order: `mutation ($input: CancelOrderInput!) { answer: cancelOrder(input: $input) { ${payloadFields} } }`,
};

export async function cancelPayment(world: Pick<World, 'ask'>, input: CancelPaymentInput): Promise<CancelAnswer> {
  return checked((await world.ask<{ answer: CancelAnswer }>(documents.payment, { input })).answer);
}

export async function cancelOrder(world: Pick<World, 'ask'>, input: CancelOrderInput): Promise<CancelAnswer> {
  return checked((await world.ask<{ answer: CancelAnswer }>(documents.order, { input })).answer);
}

/** What holds for every answer: a client that is told to come back is told when. */
function checked(answer: CancelAnswer): CancelAnswer {
  const comesBack = ['RETRY_SAME_KEY', 'RETRY_NEW_KEY', 'WAIT'].includes(answer.nextAction);
  expect(answer.retryAfterMs !== null).toBe(comesBack);
  return answer;
}

export async function cancellation(world: Pick<World, 'ask'>, id: string): Promise<CancellationView | null> {
  const query = `query ($id: ID!) { found: cancellation(id: $id) { ${cancellationFields} } }`;
  return (await world.ask<{ found: CancellationView | null }>(query, { id })).found;
}

export async function cancellationByKey(world: Pick<World, 'ask'>, key: string): Promise<CancellationView | null> {
  const query = `query ($key: String!) { found: cancellationByKey(idempotencyKey: $key) { ${cancellationFields} } }`;
  return (await world.ask<{ found: CancellationView | null }>(query, { key })).found;
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

/** One POST as it goes over the wire, for what a GraphQL client would hide. */
export async function post(url: string, body: object | string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) } as HttpAnswer;
}

/** What the provider was sent, without the reads. */
export function cancelsSent({ emulator }: Pick<World, 'emulator'>) {
  return emulator.requests.filter(({ method }) => method !== 'GET');
}

export function readsSent({ emulator }: Pick<World, 'emulator'>) {
  return emulator.requests.filter(({ method }) => method === 'GET');
}

/** The key that each cancel was sent under. */
export function keysSent(world: Pick<World, 'emulator'>): string[] {
  return cancelsSent(world).map(({ headers, body }) => headers['x-idempotency-key'] ?? JSON.parse(body).requestId);
}
