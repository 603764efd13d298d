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
import { badRequest, unauthorized, vtexAnswer } from './vtex.answers.ts';
import { vtexRows } from './vtex.sandbox.ts';

/** A cancellation that the provider really carried out. */
export interface VtexCancellation {
  requestId: string;
  cancellationId: string;
  at: number;
}

const cancellations = /^\/payments\/([^/]+)\/cancellations$/;
const executes = new Set(['success', 'terse']);
// A boolean in the schema, a string on the published page.
const sandboxModes: unknown[] = [undefined, true, false, 'true', 'false'];
const bare = (id: string) => id.replaceAll('-', '').toUpperCase();

/** A VTEX payment provider: `POST /payments/{paymentId}/cancellations` under its prefix, and nothing to read. */
export function createVtex(parts: { clock: Clock; prefix: string; appKey: string; appToken: string }) {
  const rows = new Map(vtexRows.map((row) => [row.id, row]));
  const answers = new Map<string, { paymentId: string; answer: WireAnswer }>();
  const done = new Map<string, VtexCancellation[]>();

  function handle(request: RecordedRequest): WireAnswer {
    const [, pathId] = cancellations.exec(pathname(request).slice(parts.prefix.length)) ?? [];
    if (pathId === undefined) return json(404, { code: 'not-found', message: 'No such resource.' });
    if (request.method !== 'POST') return json(405, { code: 'method-not-allowed', message: 'Use POST.' });
    if (!hasAppCredentials(request, parts.appKey, parts.appToken)) return unauthorized();

    const body = isJsonContent(request) ? jsonObject(request.body) : null;
    if (!body) return badRequest('The body has to be a JSON object.');
    const { paymentId, requestId, sandboxMode } = body;
    if (typeof requestId !== 'string' || requestId === '') return badRequest('requestId is mandatory.');
    if (typeof paymentId !== 'string' || bare(paymentId) !== bare(pathId)) {
      return badRequest('paymentId is mandatory and has to be the one in the path.');
    }
    if (!sandboxModes.includes(sandboxMode)) {
      return badRequest('sandboxMode is a boolean.');
    }

    const earlier = answers.get(bare(requestId));
    if (earlier && earlier.paymentId !== bare(pathId)) return badRequest('requestId belongs to another payment.');
    const answer = earlier?.answer ?? execute(paymentId, requestId);
    answers.set(bare(requestId), { paymentId: bare(pathId), answer });
    return answer;
  }

  function execute(paymentId: string, requestId: string): WireAnswer {
    const id = bare(paymentId);
    const { outcome, httpStatus } = rows.get(id) ?? fresh(id);
    const cancellationId = bare(randomUUID());
    if (executes.has(outcome)) {
      done.set(id, [...(done.get(id) ?? []), { requestId, cancellationId, at: parts.clock.now() }]);
    }
    return vtexAnswer(outcome, httpStatus, { paymentId, requestId }, cancellationId);
  }

  return {
    handle,
    cancellations: (paymentId: string): ReadonlyArray<VtexCancellation> => done.get(bare(paymentId)) ?? [],
    reset() {
      answers.clear();
      done.clear();
    },
  };
}

function fresh(id: string) {
  return /^77[0-9A-F]{30}$/.test(id)
    ? ({ outcome: 'success', httpStatus: 200 } as const)
    : ({ outcome: 'unknown', httpStatus: 404 } as const);
}
