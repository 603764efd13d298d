import type { SandboxId } from '../sandbox-id.ts';
import type { VtexOutcome } from './vtex.answers.ts';

export interface VtexRow extends Omit<SandboxId, 'provider' | 'target'> {
  outcome: VtexOutcome;
}

function row(id: string, httpStatus: number, code: string | null, outcome: VtexOutcome, description: string): VtexRow {
  return { id, httpStatus, code, outcome, description };
}

/** The VTEX payment ids with a known answer. They end in HTTP status and a number. */
// biome-ignore format: a line per id, so that it reads as a table.
export const vtexRows: ReadonlyArray<VtexRow> = [
  row('A0000000000000000000000000020001', 200, null, 'success', 'Cancelled'),
  row('A0000000000000000000000000020002', 200, null, 'terse', 'Cancelled; code and message are left out'),
  row('77000000000000000000000000000001', 200, null, 'success', 'Fresh: any id that starts with 77'),
  row('A0000000000000000000000000020010', 200, 'cancel-manually', 'manual', 'Not supported, with HTTP 200'),
  row('A0000000000000000000000000020011', 200, 'cancel-manually', 'manualWithId', 'Not supported, yet with a cancellationId'),
  row('A0000000000000000000000000050110', 501, 'cancel-manually', 'manual', 'Not supported, with HTTP 501'),
  row('A0000000000000000000000000020020', 200, 'ERR-4821', 'failure', 'Generic failure with HTTP 200'),
  row('A0000000000000000000000000050020', 500, 'ERR-4821', 'failure', 'Generic failure with HTTP 500'),
  row('A0000000000000000000000000040100', 401, 'unauthorized', 'unauthorized', 'Refuses the credentials'),
  row('A0000000000000000000000000040300', 403, 'forbidden', 'forbidden', 'Forbids the operation'),
  row('A0000000000000000000000000040400', 404, 'payment-not-found', 'unknown', 'No such payment'),
  row('A0000000000000000000000000042900', 429, null, 'rateLimited', 'Rate limited: plain text with Retry-After'),
  row('A0000000000000000000000000050200', 502, null, 'badGateway', 'HTML from a gateway, nothing done'),
];
