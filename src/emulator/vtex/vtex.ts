import { randomUUID } from 'node:crypto';
import {
  type Clock,
  isJsonContent,
  json,
  jsonObject,
  pathname,
  type RecordedRequest,
  type WireAnswer,
} from '../wire.ts';
import { hasAppCredentials } from './app-credentials.ts';
import { badRequest, type Echo, unauthorized, type VtexOutcome, vtexOutcomes } from './vtex.answers.ts';
import { freshPayments, type VtexRow, vtexRows } from './vtex.sandbox.ts';

/** A cancellation that the provider really carried out. */
export interface VtexCancellation {
  requestId: string;
  cancellationId: string;
  at: number;
}

const cancellations = /^\/payments\/([^/]+)\/cancellations$/;
// A boolean in the schema, a string on the published page.
const sandboxModes: unknown[] = [undefined, true, false, 'true', 'false'];
const canonical = (id: string) => id.replaceAll('-', '').toUpperCase();

type Row = Pick<VtexRow, 'outcome' | 'httpStatus' | 'repeated' | 'authorizationId'>;

const freshRow: Row = { outcome: 'success', httpStatus: 200 };
const absentRow: Row = { outcome: 'unknown', httpStatus: 404 };

/** A VTEX payment provider: `POST /payments/{paymentId}/cancellations`, and nothing to read. */
export function createVtex({ clock, appKey, appToken }: { clock: Clock; appKey: string; appToken: string }) {
  const rows = new Map(vtexRows.map((row) => [row.id, row]));
  const answers = new Map<string, { paymentId: string; answer: WireAnswer }>();
  const done = new Map<string, VtexCancellation[]>();

  function handle(request: RecordedRequest): WireAnswer {
    const [, pathId] = cancellations.exec(pathname(request)) ?? [];
    if (pathId === undefined) return json(404, { code: 'not-found', message: 'No such resource.' });
    if (request.method !== 'POST') return json(405, { code: 'method-not-allowed', message: 'Use POST.' });
    if (!hasAppCredentials(request, appKey, appToken)) return unauthorized.answer(401);

    const body = isJsonContent(request) ? jsonObject(request.body) : null;
    if (!body) return badRequest('The body has to be a JSON object.');
    const { paymentId, requestId, authorizationId, sandboxMode } = body;
    if (typeof requestId !== 'string' || requestId === '') return badRequest('requestId is mandatory.');
    if (typeof paymentId !== 'string' || canonical(paymentId) !== canonical(pathId)) {
      return badRequest('paymentId is mandatory and has to be the one in the path.');
    }
    if (!sandboxModes.includes(sandboxMode)) {
      return badRequest('sandboxMode is a boolean.');
    }

    const row = rowOf(canonical(paymentId), authorizationId);
    const earlier = answers.get(canonical(requestId));
    if (earlier && earlier.paymentId !== canonical(pathId)) return badRequest('requestId belongs to another payment.');
    const answer = earlier
      ? repeat(row, { paymentId, requestId }, earlier.answer)
      : execute(row, { paymentId, requestId });
    // What it was asked with the wrong authorization it did not understand, and will not know again.
    if (row.authorizationId === undefined) answers.set(canonical(requestId), { paymentId: canonical(pathId), answer });
    return answer;
  }

  /** How a payment is answered; one that waits for its authorization to be named, as any other once it is. */
  function rowOf(id: string, authorizationId: unknown): Row {
    const row: Row = rows.get(id) ?? (freshPayments.has(id) ? freshRow : absentRow);
    return row.authorizationId !== undefined && row.authorizationId === authorizationId ? freshRow : row;
  }

  function execute(row: Row, { paymentId, requestId }: Echo): WireAnswer {
    const id = canonical(paymentId);
    const outcome: VtexOutcome = vtexOutcomes[row.outcome];
    const cancellationId = canonical(randomUUID());
    if (outcome.executes) {
      done.set(id, [...(done.get(id) ?? []), { requestId, cancellationId, at: clock.now() }]);
    }
    return outcome.answer(row.httpStatus, { paymentId, requestId }, cancellationId);
  }

  function repeat({ repeated }: Row, echo: Echo, earlier: WireAnswer): WireAnswer {
    if (repeated === undefined) return earlier;
    const outcome: VtexOutcome = vtexOutcomes[repeated.outcome];
    return outcome.answer(repeated.httpStatus, echo, canonical(randomUUID()));
  }

  return {
    handle,
    cancellations: (paymentId: string): ReadonlyArray<VtexCancellation> => done.get(canonical(paymentId)) ?? [],
    reset() {
      answers.clear();
      done.clear();
    },
  };
}
