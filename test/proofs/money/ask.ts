import type { Scene } from './scene.ts';

/** What a caller is told: outcome, error, next action. */
export interface Told {
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly nextAction: string;
  readonly replayed: boolean;
  readonly userMessage: string;
  readonly cancellation: { readonly id: string } | null;
}

const fields = 'outcome errorCode nextAction replayed userMessage(language: EN) cancellation { id }';

export async function cancelPayment(scene: Scene, input: Record<string, unknown>, more = ''): Promise<Told> {
  const document = `mutation ($input: CancelPaymentInput!) { told: cancelPayment(input: $input) { ${fields} ${more} } }`;
  return (await scene.ask<{ told: Told }>(document, { input })).told;
}

export async function cancelOrder(scene: Scene, input: Record<string, unknown>, more = ''): Promise<Told> {
  const document = `mutation ($input: CancelOrderInput!) { told: cancelOrder(input: $input) { ${fields} ${more} } }`;
  return (await scene.ask<{ told: Told }>(document, { input })).told;
}

/** How a cancellation stands now, by its key. */
export async function standing(scene: Scene, key: string, more = ''): Promise<Omit<Told, 'replayed'> | null> {
  const document = `query ($key: String!) {
    told: cancellationByKey(idempotencyKey: $key) { outcome errorCode nextAction userMessage(language: EN) ${more} }
  }`;
  return (await scene.ask<{ told: Omit<Told, 'replayed'> | null }>(document, { key })).told;
}

export function said(told: Pick<Told, 'outcome' | 'errorCode' | 'nextAction'> | null): string {
  return told === null ? 'nothing' : `${told.outcome} ${told.errorCode ?? '-'} ${told.nextAction}`;
}
