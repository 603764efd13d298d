import { freshIds, type Override } from '../../src/emulator/index.ts';
import type { World } from '../world.ts';

export type ProviderName = 'MERCADO_PAGO' | 'VTEX';
export type TargetName = 'payment' | 'order';
export type Kind = TargetName | 'vtex';

/** What the provider says, where it has to name the id it was asked about. */
export type ProviderAnswer = Override['answer'] | ((id: string) => Override['answer']);

/** A cancel of a fresh target whose answer is overridden, and what reads of the target show afterwards. */
export interface Scene {
  readonly kind: Kind;
  readonly cancel: ProviderAnswer;
  /** The emulator's own answer, an open target, where it is left out. */
  readonly read?: ProviderAnswer;
}

export interface Payload {
  readonly outcome: string;
  readonly nextAction: string;
  readonly retryAfterMs: number | null;
  readonly errorCode: string | null;
  readonly texts: ShopperTexts;
  readonly error: WireError | null;
}

export interface ShopperTexts {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

export interface WireError extends ShopperTexts {
  readonly __typename: string;
  readonly code: string;
  readonly upstream: { readonly httpStatus: number | null; readonly code: string | null } | null;
  readonly problem?: string;
  readonly currentStatus?: string | null;
  readonly captured?: boolean | null;
  readonly orderId?: string | null;
}

export const texts = 'en: userMessage es: userMessage(language: ES) pt: userMessage(language: PT_BR)';
export const errorFields = `
  __typename
  ... on ErrorResult { code message ${texts} upstream { provider httpStatus code message requestId } }
  ... on ProviderCredentialsError { problem }
  ... on ProviderUnavailableError { retryAfterMs }`;

const documents = {
  payment: `mutation ($id: ID!) { answer: cancelPayment(input: { paymentId: $id }) {
    outcome nextAction retryAfterMs errorCode ${texts}
    error { ${errorFields} ... on PaymentNotCancellableError { currentStatus captured orderId } }
  } }`,
  order: `mutation ($id: ID!) { answer: cancelOrder(input: { orderId: $id }) {
    outcome nextAction retryAfterMs errorCode ${texts}
    error { ${errorFields} ... on OrderNotCancellableError { currentStatus captured } }
  } }`,
};

/** The answer of the gateway to a cancel of this target, over HTTP. */
export async function cancel(world: Pick<World, 'ask'>, target: TargetName, id: string): Promise<Payload> {
  type Answer = Omit<Payload, 'texts'> & ShopperTexts;
  const { en, es, pt, ...answer } = (await world.ask<{ answer: Answer }>(documents[target], { id })).answer;
  return { ...answer, texts: { en, es, pt } };
}

let last = 0;

export function freshId(kind: Kind): string {
  last += 1;
  return kind === 'vtex' ? freshIds.VTEX.payment(last) : freshIds.MERCADO_PAGO[kind](last);
}

/** Overrides what the provider says about a fresh target, and cancels it. */
export async function play(world: World, scene: Scene): Promise<Payload & { readonly id: string }> {
  const { kind, cancel: told, read } = scene;
  const id = freshId(kind);
  const path = { payment: `/v1/payments/${id}`, order: `/v1/orders/${id}`, vtex: `/vtex/payments/${id}` }[kind];
  const suffix = { payment: '', order: '/cancel', vtex: '/cancellations' }[kind];
  const times = 9;
  world.emulator.override({
    method: kind === 'payment' ? 'PUT' : 'POST',
    path: path + suffix,
    times,
    answer: as(told, id),
  });
  if (read !== undefined) world.emulator.override({ method: 'GET', path, times, answer: as(read, id) });
  return { ...(await cancel(world, kind === 'order' ? 'order' : 'payment', id)), id };
}

export function as(answer: ProviderAnswer, id: string): Override['answer'] {
  return typeof answer === 'function' ? answer(id) : answer;
}

/** A 2xx that names the target and its status. */
export function shows(status: string, more: { status?: number; status_detail?: string } = {}): ProviderAnswer {
  const { status: httpStatus = 200, ...body } = more;
  return (id) => ({ status: httpStatus, body: { id, status, ...body } });
}

export const html = (status: number): ProviderAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Bad gateway</body></html>',
});

export const says = (status: number, body: object = { message: 'said so' }): ProviderAnswer => ({ status, body });

export const unreadable = says(503);
