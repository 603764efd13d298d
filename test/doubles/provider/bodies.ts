import type { Api } from './status.ts';

/** The bodies of both providers, as text: what one sends is not always what JSON could write. */

/** What no log line and no answer may contain, put into every error that the provider words itself. */
export const canary = 'Bearer tok-canary-1 APP_USR-canary-2 canary3@example.com 4111 1111 1111 1111';

export interface Named {
  readonly api: Api;
  readonly id: string;
}

/** A payment or an order in some status. */
export function targetBody({ api, id }: Named, status: string | null): string {
  const details = '"date_last_updated":"2026-01-02T03:04:05.000-04:00"';
  return api === 'orders' ? `{"id":"${id}","status":"${status}"}` : `{"id":${id},"status":"${status}",${details}}`;
}

export function vtexBody({ id }: Pick<Named, 'id'>, requestId: string, cancellationId: string, code = 'null'): string {
  return `{"paymentId":"${id}","requestId":"${requestId}","cancellationId":${cancellationId},"code":${code},"message":null}`;
}

export function paymentError(status: number, code: string): string {
  return JSON.stringify({
    message: `refused ${canary}`,
    error: 'bad_request',
    status,
    cause: [{ code: Number(code), description: canary }],
  });
}

export function orderError(code: string): string {
  return JSON.stringify({ errors: [{ code, message: `refused ${canary}` }] });
}

/** What is in front of the APIs says no, in the words of either. */
export function edgeError(error: string, status: number): string {
  return JSON.stringify({ message: canary, error, status, cause: [] });
}
