import { json, type WireAnswer } from '../wire.ts';

export type VtexOutcome =
  | 'success'
  | 'terse'
  | 'manual'
  | 'manualWithId'
  | 'failure'
  | 'unauthorized'
  | 'forbidden'
  | 'unknown'
  | 'rateLimited'
  | 'badGateway';

/** The ids that an answer sends back as they came. */
export interface Echo {
  paymentId: string;
  requestId: string;
}

export const unauthorized = (): WireAnswer =>
  json(401, { code: 'unauthorized', message: 'AppKey or AppToken is wrong.' });

export const badRequest = (message: string): WireAnswer => json(400, { code: 'bad-request', message });

/** The answer under Payment Provider Protocol; `cancellationId` is null wherever nothing was cancelled. */
export function vtexAnswer(outcome: VtexOutcome, status: number, echo: Echo, cancellationId: string): WireAnswer {
  const refused = (code: string, message: string) => json(status, { ...echo, cancellationId: null, code, message });
  switch (outcome) {
    case 'success':
      return json(status, { ...echo, cancellationId, code: null, message: 'The payment was cancelled' });
    case 'terse':
      return json(status, { ...echo, cancellationId });
    case 'manual':
      return refused('cancel-manually', 'This payment has to be cancelled by hand');
    case 'manualWithId':
      return json(status, { ...echo, cancellationId, code: 'cancel-manually', message: 'Has to be cancelled by hand' });
    case 'failure':
      return refused('ERR-4821', 'The acquirer did not accept the cancellation');
    case 'unknown':
      return refused('payment-not-found', 'The provider knows no such payment');
    case 'unauthorized':
      return unauthorized();
    case 'forbidden':
      return json(403, { code: 'forbidden', message: 'The application may not cancel payments.' });
    case 'rateLimited':
      return { status, headers: { 'content-type': 'text/plain', 'retry-after': '1' }, body: 'Too many requests' };
    case 'badGateway':
      return { status, headers: { 'content-type': 'text/html' }, body: '<html><body>502 Bad Gateway</body></html>' };
  }
}
