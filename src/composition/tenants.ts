import type { Clock } from '../cancellation/clock.ts';
import { type AuditTrail, type Reload, reloadEntry } from '../cancellation/record/audit-trail.ts';
import type { Lane } from '../cancellation/target/lane.ts';
import type { Config } from '../config.ts';
import type { Events } from '../observability/events.ts';
import { LiveTenants } from '../tenants/live-tenants.ts';
import { type ReloadCause, Reloader } from '../tenants/reloader.ts';

interface SharedTools {
  readonly clock: Clock;
  readonly events: Events;
  readonly asksAccounts: boolean;
  /** The provider answers the tenant again: what it left open can be found out now. */
  recovered(lane: Lane): void;
}

/** A tenant as lines of the log bear it; where there is but one, they do not. */
export function namedBy(tenants: LiveTenants, tenant: string): { readonly tenant?: string } {
  const name = tenants.nameOf(tenant);
  return name === null ? {} : { tenant: name };
}

/** The tenants of the configuration, and what happens to them told to the log. */
export function tenantsOf({ definitions, tenancy }: Config, { recovered, events, ...tools }: SharedTools): LiveTenants {
  const named = (tenant: string) => namedBy(tenants, tenant);
  const tenants = new LiveTenants(tenancy, {
    ...{ definitions, ...tools },
    toolsFor: (tenant, provider) => ({
      clock: tools.clock,
      recovered: () => recovered({ tenant, provider }),
      circuit: (api, state) => events.circuitChanged({ ...named(tenant), provider, api, state }),
      leavesOut: (api, field) =>
        events.providerAlert({ ...named(tenant), provider, api, reason: `leaves-out-${field}` }),
    }),
    accountChanged: (tenant, provider) => events.accountChanged({ ...named(tenant), provider }),
  });
  return tenants;
}

interface ReloadTools extends Pick<SharedTools, 'clock' | 'events'> {
  readonly trail: Pick<AuditTrail, 'append'>;
}

/** In the audit trail, stands for whoever a file of credentials is about. */
const everyTenant = '*';

/** What reads the credentials anew, with what comes of it in the log and in the audit trail. */
export function reloaderOf(config: Config, tenants: LiveTenants, { clock, events, trail }: ReloadTools): Reloader {
  const audit = async (names: readonly string[], actor: ReloadCause, result: Reload['result']) => {
    const at = clock.now();
    try {
      for (const tenant of names) {
        await trail.append(reloadEntry({ at, tenant, actor, result, provider: null, errorCode: null }));
      }
    } catch (error) {
      events.storeFailed({ step: 'audit', error });
    }
  };
  return new Reloader({
    clock,
    tenants,
    read: config.rereadTenancy,
    reloaded({ changed, ...counts }, cause) {
      events.reloaded({ ...counts, changed: changed.length });
      void audit([everyTenant, ...changed], cause, 'loaded');
    },
    failed(mistakes, cause, names = [everyTenant]) {
      for (const mistake of mistakes) events.reloadFailed({ mistake });
      void audit(names, cause, 'refused');
    },
    crashed: (error) => events.unexpectedError({ error }),
  });
}
