import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothingHere, Refusal } from './refusal.ts';

/** What arrived at `/webhooks/<provider>`, or for one of many tenants at `/webhooks/<provider>/<tenant>`; its body is not read. */
export interface ReceivedNotification {
  readonly provider: string;
  readonly tenant: string | null;
  /** What stands behind the `?` of the address. */
  readonly query: string;
  /** A header by its name in lower case. */
  header(name: string): string | undefined;
}

/** Decides at once, and looks into it afterwards. */
export interface NotificationReceiver {
  /** no-such-address nobody is told anything there · refused it is not signed as it should be · busy too many wait. */
  receive(notification: ReceivedNotification): 'taken' | 'refused' | 'busy' | 'no-such-address';
}

const address = '/webhooks/:provider';

interface Parameters {
  readonly provider: string;
  readonly tenant?: string;
}

/**
 * Where providers tell that something has changed. It stands beside the limits that callers have: what is asked of a
 * notification takes less time than to refuse it otherwise.
 */
export function addWebhookRoutes(app: FastifyInstance, receiver: NotificationReceiver): void {
  app.register((routes, _options, done) => {
    // A body may be of any type; it is taken off the connection and thrown away.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null);
    for (const url of [address, `${address}/:tenant`]) {
      routes.post<{ Params: Parameters }>(url, {
        onRequest: async (request) => refuseUnlessTaken(receiver, request),
        handler: (_request, reply) => reply.send(),
      });
    }
    done();
  });
}

/** What the log tells in a summary, rather than in a line for each. */
export function isNotification(request: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode !== 404 && (request.routeOptions.url ?? '').startsWith(address);
}

/** Before the body arrives: of whoever has no secret, nothing more is read. */
function refuseUnlessTaken(receiver: NotificationReceiver, request: FastifyRequest<{ Params: Parameters }>): void {
  const { provider, tenant = null } = request.params;
  const received = receiver.receive({
    provider,
    tenant,
    query: /\?(.*)/s.exec(request.url)?.[1] ?? '',
    header(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  });
  if (received === 'no-such-address') throw nothingHere();
  if (received === 'refused') throw new Refusal(401, 'UNAUTHENTICATED', 'This needs a valid signature.');
  if (received === 'busy')
    throw new Refusal(503, 'OVERLOADED', 'Too many notifications wait.', { 'retry-after': '60' });
}
