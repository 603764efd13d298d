import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { isGraphQL } from '../graphql-address.ts';
import { rawAnswer } from '../raw-answer.ts';
import { Admission, type RequestKind } from './admission.ts';
import { refuseEarly } from './early-refusals.ts';
import { OpenRequests } from './open-requests.ts';
import { type OverloadedOptions, overloadedAnswer } from './overloaded.ts';

export interface FrontDoorOptions extends OverloadedOptions {
  readonly maxRequestsInFlight: number;
  /** Whether the server takes no new connections and ends those that it has. */
  isClosing(): boolean;
  readonly log: { requestsShed(event: { count: number }): void };
}

export interface FrontDoor {
  readonly onRequest: RequestListener;
  /** Says no on the connections of a server, where it can, before there is a request. */
  standBefore(server: Server): void;
}

/** How often the log is told how many were refused. */
const tellEveryMs = 1_000;

/** Stands before the web server and lets in what can be answered in time. Health and preflights go past it. */
export function frontDoor(options: FrontDoorOptions, serve: RequestListener): FrontDoor {
  const admission = new Admission({ maxInFlight: options.maxRequestsInFlight });
  const open = new OpenRequests();
  const countRefusal = shedCounter(options.log);
  const onRequest: RequestListener = (request, response) => {
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
  const standBefore = (server: Server) => {
    const { keepAliveTimeout, maxRequestsPerSocket: max } = server;
    // As node:http says it.
    const keeps = ['connection', 'keep-alive', 'keep-alive', `timeout=${keepAliveTimeout / 1_000}, max=${max}`];
    refuseEarly(server, {
      // Who would not be refused as a read is not refused at all.
      isOverloaded: () => admission.refuses('read'),
      refusalOf({ asking, body }) {
        if (!admission.refuses(mayCancel(body) ? 'cancel' : 'read')) return null;
        countRefusal();
        const { status, headers, body: text } = overloadedAnswer(options, asking);
        return rawAnswer(status, [...headers, ...keeps], text);
      },
    });
  };
  return { onRequest, standBefore };
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

function mayCancel(body: Buffer | string): boolean {
  return body.includes('mutation') || body.includes('sha256');
}

/** Without the web server, whose way from a request to an answer costs more than there is to spend now. */
function refuse(request: IncomingMessage, response: ServerResponse, options: FrontDoorOptions): void {
  if (request.socket.destroyed) return;
  const { status, headers, body } = overloadedAnswer(options, request.headers);
  response.writeHead(status, options.isClosing() ? [...headers, 'connection', 'close'] : [...headers]);
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
