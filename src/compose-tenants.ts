import type { Clock } from './cancellation/clock.ts';
import type { Lane } from './cancellation/target/lane.ts';
import type { Config } from './config.ts';
import type { Events } from './observability/events.ts';
import { LiveTenants } from './tenants/live-tenants.ts';
import { Reloader } from './tenants/reloader.ts';

interface SharedTools {
  readonly clock: Clock;
  readonly events: Events;
  readonly asksAccounts: boolean;
  /** The provider answers the tenant again: what it left open can be found out now. */
  recovered(lane: Lane): void;
}

/** The tenants of the configuration, and what happens to them told to the log. */
export function tenantsOf({ definitions, tenancy }: Config, { recovered, events, ...tools }: SharedTools): LiveTenants {
  const named = (tenant: string) => {
    const name = tenants.nameOf(tenant);
    return name === null ? {} : { tenant: name };
  };
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

export function reloaderOf(
  { rereadTenancy }: Config,
  tenants: LiveTenants,
  { clock, events }: Pick<SharedTools, 'clock' | 'events'>,
): Reloader {
  return new Reloader({
    clock,
    tenants,
    read: rereadTenancy,
    reloaded: events.reloaded,
    failed: (mistake) => events.reloadFailed({ mistake }),
    crashed: (error) => events.unexpectedError({ error }),
  });
}
