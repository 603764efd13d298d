import type { PublishedRow } from '../sandbox-id.ts';
import { type VtexOutcomeName, vtexOutcomes } from './vtex.answers.ts';

export interface VtexRow extends PublishedRow {
  outcome: VtexOutcomeName;
  /** How a repeat of the request is answered; as the first, unless it stands here. */
  repeated?: Pick<VtexRow, 'httpStatus' | 'outcome'>;
  /** Whoever names this id has the payment cancelled; to all others it is answered as the row says, and forgotten. */
  authorizationId?: string;
}

function row(
  id: string,
  httpStatus: number,
  outcome: VtexOutcomeName,
  description: string,
  more: Pick<VtexRow, 'unlisted' | 'repeated' | 'authorizationId'> = {},
): VtexRow {
  return { id, httpStatus, outcome, code: vtexOutcomes[outcome].code, description, ...more };
}

/** The VTEX payment ids with a known answer. They end in HTTP status and a number. */
// biome-ignore format: a line per id, so that it reads as a table.
export const vtexRows: ReadonlyArray<VtexRow> = [
  row('A0000000000000000000000000020001', 200, 'success', 'Cancelled'),
  row('A0000000000000000000000000020002', 200, 'terse', 'Cancelled; code and message are left out'),
  row('A0000000000000000000000000020003', 200, 'anonymous', 'Cancelled; the requestId is left out, so that nobody can tell'),
  row('77000000000000000000000000000001', 200, 'success', 'Fresh: any id that starts with 77'),
  row('A0000000000000000000000000020010', 200, 'manual', 'Not supported, with HTTP 200'),
  row('A0000000000000000000000000020011', 200, 'manualWithId', 'Not supported, yet with a cancellationId'),
  row('A0000000000000000000000000050110', 501, 'manual', 'Not supported, with HTTP 501'),
  row('A0000000000000000000000000050111', 501, 'unimplemented', 'Not supported: HTTP 501 alone says so'),
  row('A0000000000000000000000000050112', 501, 'failure', 'Not supported: HTTP 501 with a code of its own', { unlisted: true }),
  row('A0000000000000000000000000050210', 502, 'badGateway', 'HTML, then HTTP 501 alone', { repeated: { httpStatus: 501, outcome: 'unimplemented' } }),
  row('A0000000000000000000000000050211', 502, 'badGateway', 'HTML, then cancel-manually', { repeated: { httpStatus: 501, outcome: 'manual' } }),
  row('A0000000000000000000000000050212', 502, 'badGateway', 'HTML until it is asked with the authorizationId AUT-123; then cancelled', { authorizationId: 'AUT-123' }),
  row('A0000000000000000000000000020020', 200, 'failure', 'Generic failure with HTTP 200', { unlisted: true }),
  row('A0000000000000000000000000050020', 500, 'failure', 'Generic failure with HTTP 500', { unlisted: true }),
  row('A0000000000000000000000000020030', 200, 'blank', 'The cancellationId is 0, and no code says more'),
  row('A0000000000000000000000000020031', 200, 'blankFailure', 'Generic failure; the cancellationId is 0', { unlisted: true }),
  row('A0000000000000000000000000040100', 401, 'unauthorized', 'Refuses the credentials'),
  row('A0000000000000000000000000040300', 403, 'forbidden', 'Forbids the operation'),
  row('A0000000000000000000000000040400', 404, 'unknown', 'No such payment'),
  row('A0000000000000000000000000042900', 429, 'rateLimited', 'Rate limited: plain text with Retry-After'),
  row('A0000000000000000000000000050200', 502, 'badGateway', 'HTML from a gateway, nothing done'),
];

/** Any id that starts with 77 is a payment that can be cancelled once. */
export const freshPayments = {
  has: (id: string) => /^77[0-9A-F]{30}$/.test(id),
  nth: (n: number) => `77${String(n).padStart(30, '0')}`,
};
