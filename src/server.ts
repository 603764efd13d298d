import { createAuthenticator } from './auth/create-authenticator.ts';
import { systemClock } from './cancellation/clock.ts';
import { ChangeWatcher } from './cancellation/engine/change-watcher.ts';
import { createGateway } from './cancellation/engine/create-gateway.ts';
import { Reconciler } from './cancellation/engine/reconciler.ts';
import { Retention } from './cancellation/engine/retention.ts';
import { listErrors, type SandboxIdOf } from './cancellation/errors/error-listing.ts';
import type { Lane } from './cancellation/target/lane.ts';
import { type EngineOptions, engineOf } from './composition/engine.ts';
import { type RecordsOptions, recordsOf } from './composition/records.ts';
import { answerWhatRuns, closeInOrder, type StartedParts } from './composition/shutdown.ts';
import { reloaderOf, tenantsOf } from './composition/tenants.ts';
import { webhooksOf } from './composition/webhooks.ts';
import { type Config, ConfigError } from './config.ts';
import { TrustedDocuments } from './documents/trusted-documents.ts';
import { type Context, createContext } from './graphql/request/context.ts';
import { type ApolloOptions, createApolloServer } from './graphql/server/apollo.ts';
import { liveOperations } from './graphql/server/live.ts';
import type { Report } from './graphql/server/report.plugin.ts';
import { buildSchema } from './graphql/server/schema.ts';
import { createHttpServer } from './http/http-server.ts';
import type { LiveLimits } from './http/live/live-limits.ts';
import type { Site } from './http/sites.ts';
import { watchNotFound } from './limits/not-found.ts';
import { onceAMinute } from './limits/once-a-minute.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { createEvents, type Events, type ServerEvent } from './observability/events.ts';
import { createLog, type LogOptions } from './observability/log.ts';

/** What a test or the playground may choose; production takes the defaults. */
export interface ServerOptions extends EngineOptions, RecordsOptions {
  /** Whether open records are driven on in the background; a test of what else drives them does without. */
  readonly reconciling?: boolean;
  /** Whether providers are asked whose the credentials are; a test that counts every call does without. */
  readonly asksAccounts?: boolean;
  /** What the explorer page is about. */
  readonly explorerTargets?: ApolloOptions['explorer'];
  /** What a connection may cost. */
  readonly liveLimits?: Partial<LiveLimits>;
  readonly sandboxIdOf?: SandboxIdOf;
  /** Pages beside the API. */
  readonly sites?: readonly Site[];
  readonly logDestination?: LogOptions['destination'];
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Resolves when the store has died and what ran has been answered: 8 seconds after that at most. Nothing can be kept
   * from then on; all that is left to do is to end the process.
   */
  readonly crashed: Promise<void>;
  /** Lets what is in flight end, within the grace time, and frees everything. What is cut off, the next start reconciles. */
  close(): Promise<void>;
  /** Reads anew what may change while it runs: credentials, tenants, the keys of callers' tokens, and trusted documents. */
  reload(): Promise<void>;
}

/** Of the form of real ones; to be replaced by what the reader has. */
const exampleTargets = { paymentId: '123456789', orderId: 'ORD01JEXAMPLE0000000000000000' };

/** Composes the gateway from its rooms and listens. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const destination = options.logDestination;
  const log = createLog({ level: config.logLevel, ...(destination && { destination }) });
  const events = createEvents(log);
  // The store's thread opens its file while this one builds the schema.
  const opening = recordsOf(config, options);
  const schema = buildSchema(config.definitions);
  const { store, died, shared, changes } = await opening;
  const recovered = (lane: Lane) => void reconciler.recovered(lane);
  const clock = options.clock ?? systemClock;
  const unshared = onceAMinute(clock, events.rateLimitsUnshared);
  const rateLimits = new RateLimits(config.rateLimits, shared && { database: shared, unshared });
  const tenants = tenantsOf(config, { clock, recovered, events, asksAccounts: options.asksAccounts ?? true });
  const engine = engineOf(config, options, { store, isShared: shared !== null, clock, events, tenants });
  const reconciler = new Reconciler(engine);
  const retention = new Retention(engine, store);
  const watcher = new ChangeWatcher(engine, changes);
  const listing = listErrors(engine.definitions, options.sandboxIdOf ?? (() => null));
  const gateway = watchNotFound(createGateway(engine, listing), (caller) => rateLimits.countNotFound(caller));

  const report: Report = (error, requestId) => events.unexpectedError({ error, requestId });
  const apollo = createApolloServer({
    schema,
    production: config.production,
    introspection: config.introspection,
    report,
    rateLimits,
    explorer: config.explorer ? (options.explorerTargets ?? exampleTargets) : null,
  });
  await apollo.start();

  const authenticator = createAuthenticator(
    config.auth,
    engine.clock,
    (problem) => events.keysRead({ problem }),
    (claim) => tenants.recordNameOf(claim),
  );
  const reloader = reloaderOf(config, tenants, { clock, events, trail: store });
  const webhooks = webhooksOf(config.definitions, tenants, {
    clock,
    events,
    hasten: (told) => reconciler.hasten(told),
  });
  const { mode, manifests } = config.trustedDocuments;
  const documents = new TrustedDocuments({
    ...{ mode, texts: manifests.texts },
    now: () => clock.now(),
    tell: events.untrustedDocument,
  });
  const http = createHttpServer<Context>({
    ...config,
    documents,
    apollo,
    authenticator,
    sites: options.sites ?? [],
    webhooks,
    log: events,
    ...(config.maxLiveConnections > 0 && {
      live: {
        operations: liveOperations(apollo, schema, report),
        schema,
        clock,
        maxConnections: config.maxLiveConnections,
        ...(options.liveLimits && { limits: options.liveLimits }),
      },
    }),
    readiness: () => store.check().then(() => authenticator.ready()),
    contextFor: async ({ requestId, idempotencyKey, caller }) => {
      const arrivedAt = engine.clock.now();
      await tenants.prepare(caller.tenant);
      return createContext({ caller, gateway, requestId, idempotencyKeyHeader: idempotencyKey, arrivedAt });
    },
  });
  const url = await http.listen().catch(async (error) => {
    await store.close();
    throw error;
  });
  events.serverStarted({ url, environment: config.production ? 'production' : 'development', ...startedWith(config) });
  tenants.start();
  if (options.reconciling ?? true) reconciler.start();
  retention.start();
  watcher.start();
  reloader.start();

  const parts: StartedParts = { engine, tenants, reloader, webhooks, reconciler, retention, watcher, apollo, http };
  return {
    url,
    crashed: died.then((error) => {
      events.storeDied({ error });
      return answerWhatRuns(parts).catch((bug) => events.unexpectedError({ error: bug }));
    }),
    close: () => closeInOrder(parts),
    reload: async () => {
      reloadDocuments(config, documents, events);
      await Promise.all([reloader.reload('signal'), authenticator.reload()]);
    },
  };
}

/** Where the manifests have a mistake, what was read before goes on. */
function reloadDocuments({ trustedDocuments }: Config, documents: TrustedDocuments, events: Events): void {
  if (documents.mode === 'off') return;
  try {
    const { texts, manifests } = trustedDocuments.reread();
    documents.replace(texts);
    events.documentsRead({ manifests, documents: texts.size });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const mistake of error.mistakes) events.reloadFailed({ mistake });
  }
}

/** Which providers anybody is configured for, and how many tenants there are where a file names them. */
function startedWith({ definitions, tenancy }: Config): Pick<ServerEvent, 'providers' | 'tenants'> {
  const configured = new Set([...tenancy.providers.values()].flat().map(({ definition }) => definition.id));
  const providers = definitions.map(({ id }) => id).filter((id) => configured.has(id));
  return tenancy.recordNames === null ? { providers } : { providers, tenants: tenancy.recordNames.size };
}
