import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ControlApi } from './control-api.ts';
import type { ActiveOverride, CannedAnswer, OverrideList } from './overrides.ts';
import { type Clock, type Handler, jsonText, type RecordedRequest, type WireAnswer } from './wire.ts';

interface ServerParts {
  handle: Handler;
  /** Requests under this prefix steer the emulator: they are neither recorded nor overridden. */
  control: { prefix: string; handle: ControlApi };
  overrides: OverrideList;
  requests: RecordedRequest[];
  /** Requests about the caller alone are kept apart, and met by overrides of their path alone. */
  caller: { isAbout(request: RecordedRequest): boolean; requests: RecordedRequest[] };
  clock: Clock;
}

export function createEmulatorServer(parts: ServerParts): Server {
  return createServer((incoming, response) => {
    void respond(parts, incoming, response);
  });
}

/** Resolves with the port that was really taken. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function respond(parts: ServerParts, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  // A client that goes away in the middle of its request is its own affair; any other failure is a bug, and loud.
  const body = await bodyOf(incoming).catch((error) => {
    if (incoming.complete) throw error;
    return null;
  });
  if (body === null) return;
  const request = requestOf(incoming, body, parts.clock);
  if (request.path.startsWith(parts.control.prefix)) return send(response, await parts.control.handle(request));
  const isAboutCaller = parts.caller.isAbout(request);
  (isAboutCaller ? parts.caller.requests : parts.requests).push(request);

  const overridden = parts.overrides.take(request, isAboutCaller ? 'of its path' : 'any');
  if (overridden) return carryOut(overridden, request, response, parts.handle);
  send(response, parts.handle(request));
}

async function carryOut(
  { override, gate }: ActiveOverride,
  request: RecordedRequest,
  response: ServerResponse,
  handle: Handler,
): Promise<void> {
  const { answer } = override;
  const executed = override.effect === 'after' ? handle(request) : undefined;
  if (answer === 'reset') return void response.socket?.resetAndDestroy();
  if (answer === 'hang') {
    if ((await gate) === 'abandoned') return void response.socket?.destroy();
    return send(response, executed ?? handle(request));
  }
  if (answer === 'truncate') return truncate(response, executed ?? handle(request));
  if ('delayMs' in answer) {
    const usual = executed ?? handle(request);
    // Unreferenced: an answer that nobody waits for any more must not keep the process alive.
    await wait(answer.delayMs, undefined, { ref: false });
    return send(response, usual);
  }
  send(response, canned(answer));
}

function canned({ status = 200, headers = {}, body = '' }: CannedAnswer): WireAnswer {
  return typeof body === 'string' ? { status, headers, body } : jsonText(status, JSON.stringify(body), headers);
}

function send(response: ServerResponse, answer: WireAnswer): void {
  response.writeHead(answer.status, { 'x-request-id': randomUUID(), ...answer.headers });
  response.end(answer.body);
}

function truncate(response: ServerResponse, { status, headers, body }: WireAnswer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'x-request-id': randomUUID(), ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

/** Rejects when the client goes away before it has sent it whole, and for no other reason. */
async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function requestOf(incoming: IncomingMessage, body: string, clock: Clock): RecordedRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const { method = 'GET', url = '/' } = incoming;
  return { method, path: url, headers, body, at: clock.now() };
}
