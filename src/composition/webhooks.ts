import type { Clock } from '../cancellation/clock.ts';
import type { OfTenant } from '../cancellation/target/lane.ts';
import type { Config } from '../config.ts';
import type { ReceivedNotification } from '../http/http-server.ts';
import type { Events } from '../observability/events.ts';
import type { LiveTenants } from '../tenants/live-tenants.ts';
import { webhookCounts } from './webhook-counts.ts';
import { webhookSecrets } from './webhook-secrets.ts';

/** What becomes of a notification. */
type Reception = 'taken' | 'refused' | 'busy' | 'no-such-address';

export interface Webhooks {
  receive(notification: ReceivedNotification): Reception;
  /** Tells the log what it has not been told yet. */
  stop(): void;
}

interface Tools {
  readonly clock: Clock;
  readonly events: Pick<Events, 'webhooksReceived'>;
  /** A target has changed; false where too many have. */
  hasten(changed: OfTenant): boolean;
}

/**
 * What providers tell of a tenant's targets. A notification says that it is time to look, at what its signature covers; nothing
 * else of it is believed. Whose it is the address says: a secret that many tenants try would cost a forger nothing and the
 * gateway much. The address of a tenant without a secret, or that there is not, answers as to a forgery, after the same work.
 */
export function webhooksOf(
  definitions: Config['definitions'],
  tenants: LiveTenants,
  { clock, events, hasten }: Tools,
): Webhooks {
  const counts = webhookCounts(clock, events.webhooksReceived);
  const secretsOf = webhookSecrets();

  function receive({ provider: path, tenant: name, ...notification }: ReceivedNotification): Reception {
    const definition = definitions.find(({ webhook }) => webhook?.path === path);
    const { tenancy } = tenants;
    const { anybodys, byTenant } = secretsOf(tenancy, definition);
    const isNamed = name !== null;
    if (!definition?.webhook || anybodys === null || isNamed !== (tenancy.recordNames !== null))
      return 'no-such-address';

    const tenant = tenants.recordNameOf(name);
    const secret = tenant === null ? undefined : byTenant.get(tenant);
    const reading = definition.webhook.read(notification, secret ?? anybodys, clock.now());
    if (tenant === null || secret === undefined || reading.kind === 'refused') return counts.count('refused');
    if (reading.kind === 'ignored') return counts.count('ignored');
    const { kind } = reading.target;
    const id = definition.targets[kind]?.id.canonicalize(reading.target.id) ?? null;
    if (id === null) return counts.count('ignored');
    const isTaken = hasten({ tenant, target: { kind, provider: definition.id, id } });
    return counts.count(isTaken ? 'taken' : 'turnedAway');
  }

  return { receive, stop: counts.stop };
}
