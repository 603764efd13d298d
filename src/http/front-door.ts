import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Admission, type RequestKind } from './admission.ts';
import { corsHeaders } from './cors.ts';
import { isGraphQL } from './graphql-address.ts';
import { OpenRequests } from './open-requests.ts';
import { jsonTypeFor, Refusal, refusalBody } from './refusal.ts';
import { apiHeaders } from './security-headers.ts';

export interface FrontDoorOptions {
  readonly maxRequestsInFlight: number;
  /** Web apps of these may read a refusal. */
  readonly origins: readonly string[];
  readonly newRequestId: () => string;
  readonly log: { requestsShed(event: { count: number }): void };
}

const overloaded = new Refusal(503, 'OVERLOADED', 'The gateway has too much to do. Nothing was done.');
/** How often the log is told how many were refused. */
const tellEveryMs = 1_000;

/** Stands before the web server and lets in what can be answered in time. Health and preflights go past it. */
export function frontDoor(options: FrontDoorOptions, serve: RequestListener): RequestListener {
  const admission = new Admission({ maxInFlight: options.maxRequestsInFlight });
  const open = new OpenRequests();
  const countRefusal = shedCounter(options.log);
  return (request, response) => {
    if (!asksGraphQL(request)) {
      serve(request, response);
      return;
    }
    const arrival = {
      start() {
        if (request.socket.destroyed) admission.leave();
        else {
          open.onceOver(request, response, () => admission.leave());
          serve(request, response);
        }
      },
      refuse() {
        countRefusal();
        refuse(request, response, options);
      },
    };
    if (!admission.takesAny(arrival)) onceKindIsKnown(request, (kind) => admission.take(kind, arrival));
  };
}

function asksGraphQL({ url, method }: IncomingMessage): boolean {
  return method !== 'OPTIONS' && isGraphQL(url);
}

/**
 * What has no body can only read, and so does a document without the word `mutation`. A read that has the word somewhere goes for
 * a cancel, and so does a document that its SHA-256 alone names, and what comes in several pieces. Nothing of the body is lost:
 * whoever reads it finds it whole.
 */
function onceKindIsKnown(request: IncomingMessage, known: (kind: RequestKind) => void): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && !Number(length)) {
    known('read');
    return;
  }
  request.once('readable', () => {
    const piece: Buffer | null = request.read();
    if (piece !== null) request.unshift(piece);
    known(piece !== null && (mayCancel(piece) || piece.length < Number(length ?? Infinity)) ? 'cancel' : 'read');
  });
}

function mayCancel(body: Buffer): boolean {
  return body.includes('mutation') || body.includes('sha256');
}

/** Names and values in turn, as node:http takes them without making an object of them first. */
const headersOfRefusals = Object.entries({ ...apiHeaders, 'retry-after': '1' }).flat();

/** Without the web server, whose way from a request to an answer costs more than there is to spend now. */
function refuse(request: IncomingMessage, response: ServerResponse, options: FrontDoorOptions): void {
  if (request.socket.destroyed) return;
  const { origin, accept } = request.headers;
  const requestId = options.newRequestId();
  const body = refusalBody(overloaded, requestId);
  const headers = ['x-request-id', requestId, 'content-type', jsonTypeFor(accept), ...headersOfRefusals];
  if (origin !== undefined) headers.push(...corsHeaders(origin, options.origins));
  headers.push('content-length', String(Buffer.byteLength(body)));
  response.writeHead(overloaded.status, headers);
  response.end(body);
}

/** Refusals come by the thousand: one line a second says how many. */
function shedCounter(log: FrontDoorOptions['log']): () => void {
  let count = 0;
  const tell = () => {
    log.requestsShed({ count });
    count = 0;
  };
  return () => {
    count += 1;
    if (count === 1) setTimeout(tell, tellEveryMs).unref();
  };
}
