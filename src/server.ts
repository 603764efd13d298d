import { randomUUID } from 'node:crypto';
import { createAuthenticator } from './auth/authenticator.ts';
import { type Clock, systemClock, withTimeout } from './cancellation/clock.ts';
import { createGateway } from './cancellation/engine/create-gateway.ts';
import { type Deadlines, defaultDeadlines, type Engine } from './cancellation/engine/engine.ts';
import { Queues } from './cancellation/engine/queues.ts';
import { Reconciler } from './cancellation/engine/reconciler.ts';
import { Retention } from './cancellation/engine/retention.ts';
import { RetryBudget } from './cancellation/engine/retry-budget.ts';
import { RunningCancellations } from './cancellation/engine/running-cancellations.ts';
import { Spellings } from './cancellation/engine/spellings.ts';
import { Traffic } from './cancellation/engine/traffic.ts';
import type { SandboxIdOf } from './cancellation/errors/error-listing.ts';
import type { RecordStore } from './cancellation/record/record-store.ts';
import type { Lane } from './cancellation/target/lane.ts';
import { namedBy, reloaderOf, tenantsOf } from './compose-tenants.ts';
import { type Config, ConfigError } from './config.ts';
import { type Context, createContext } from './graphql/request/context.ts';
import { createApolloServer, defaultExplorer, type Explorer } from './graphql/server/apollo.ts';
import { buildSchema } from './graphql/server/schema.ts';
import { createHttpServer, type HttpServer } from './http/http-server.ts';
import { watchNotFound } from './limits/not-found.ts';
import { onceAMinute } from './limits/once-a-minute.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { createEvents, type Events, type ServerEvent } from './observability/events.ts';
import { createLog, type LogOptions } from './observability/log.ts';
import { observeCancellations } from './observe-cancellations.ts';
import { type OpenStore, openStore } from './store/open-store.ts';
import type { LiveTenants } from './tenants/live-tenants.ts';
import { mistakeAboutRecords } from './tenants/older-records.ts';
import type { Reloader } from './tenants/reloader.ts';

/** What a test or the playground may choose; production takes the defaults. */
export interface ServerOptions {
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly deadlines?: Partial<Deadlines>;
  /** Whether open records are driven on in the background; a test of what else drives them does without. */
  readonly reconciling?: boolean;
  /** Whether providers are asked whose the credentials are; a test that counts every call does without. */
  readonly asksAccounts?: boolean;
  /** The variables that the explorer page opens with. */
  readonly explorerVariables?: Explorer['variables'];
  readonly sandboxIdOf?: SandboxIdOf;
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
  /** Reads anew what may change while it runs: the credentials, who the tenants are, and the keys of callers' tokens. */
  reload(): Promise<void>;
}

/**
 * How long requests, and then the cancellations behind them, may take to end when the server closes, and how long requests
 * may when its store has died. Milliseconds.
 */
const graceMs = { requests: 12_000, cancellations: 3_000, crash: 8_000 };

/** Composes the gateway from its rooms and listens. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const destination = options.logDestination;
  const log = createLog({ level: config.logLevel, ...(destination && { destination }) });
  const events = createEvents(log);
  const { store, died, shared } = await storeOf(config);
  await refuseOpenQuestions(store, config);
  const recovered = (lane: Lane) => void reconciler.recovered(lane);
  const clock = options.clock ?? systemClock;
  const unshared = onceAMinute(clock, events.rateLimitsUnshared);
  const rateLimits = new RateLimits(config.rateLimits, shared && { database: shared, unshared });
  const tenants = tenantsOf(config, { clock, recovered, events, asksAccounts: options.asksAccounts ?? true });
  const engine = engineOf(config, options, { store, clock, events, tenants });
  const reconciler = new Reconciler(engine);
  const retention = new Retention(engine, store);
  const gateway = watchNotFound(createGateway(engine, options.sandboxIdOf ?? (() => null)), (caller) =>
    rateLimits.countNotFound(caller),
  );

  const apollo = createApolloServer({
    schema: buildSchema(config.definitions),
    production: config.production,
    introspection: config.introspection,
    report: (error, requestId) => events.unexpectedError({ error, requestId }),
    rateLimits,
    explorer: config.explorer
      ? { ...defaultExplorer, variables: options.explorerVariables ?? defaultExplorer.variables }
      : null,
  });
  await apollo.start();

  const authenticator = createAuthenticator(
    config.auth,
    engine.clock,
    (problem) => events.keysRead({ problem }),
    (claim) => tenants.recordNameOf(claim),
  );
  const reloader = reloaderOf(config, tenants, { clock, events, trail: store });
  const http = createHttpServer<Context>({
    ...config,
    apollo,
    authenticator,
    log: events,
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
  reloader.start();

  const parts: Parts = { engine, tenants, reloader, reconciler, retention, apollo, http };
  return {
    url,
    crashed: died.then((error) => {
      events.storeDied({ error });
      return answerWhatRuns(parts).catch((bug) => events.unexpectedError({ error: bug }));
    }),
    close: () => closeInOrder(parts),
    reload: async () => {
      await Promise.all([reloader.reload('signal'), authenticator.reload()]);
    },
  };
}

/** What was started, and has to end. */
interface Parts {
  readonly engine: Engine;
  readonly tenants: LiveTenants;
  readonly reloader: Reloader;
  readonly reconciler: Reconciler;
  readonly retention: Retention;
  readonly apollo: { stop(): Promise<void> };
  readonly http: HttpServer;
}

/** What a cancellation without a caller still finds out, nobody can write down: the next start finds it out. */
async function answerWhatRuns({ reconciler, retention, http }: Parts): Promise<void> {
  retention.stop();
  void reconciler.stop();
  await withTimeout(systemClock, graceMs.crash, http.close({ graceMs: graceMs.crash }));
}

async function closeInOrder({ engine, tenants, reloader, reconciler, retention, apollo, http }: Parts): Promise<void> {
  const { running, queues, store } = engine;
  reloader.stop();
  await http.close({ graceMs: graceMs.requests });
  retention.stop();
  const stopped = reconciler.stop();
  // Whose turn has not come is given back, for another process and not for this one's reconciler.
  queues.close();
  await withTimeout(systemClock, graceMs.cancellations, Promise.all([stopped, running.idle()]));
  // What still waits for a provider is cut off; it is weighed as a lost answer, and released for the next to reconcile.
  await tenants.close();
  await withTimeout(systemClock, graceMs.cancellations, running.idle());
  await apollo.stop();
  await store.close();
}

/** The store cannot be opened. The message names the setting and the system's code, never the setting's value. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause && cause.code ? ` (${cause.code})` : '';
    super(`DATABASE_URL names a store that cannot be opened${code}: check that it exists and may be written.`, {
      cause,
    });
  }
}

async function storeOf({ databaseUrl }: Config): Promise<OpenStore> {
  try {
    return await openStore(databaseUrl.reveal());
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}

/** Whose the records are that the store has, the settings have to say. Throws a `ConfigError` where they do not. */
async function refuseOpenQuestions(store: RecordStore, { tenancy }: Config): Promise<void> {
  const mistake = await mistakeAboutRecords(store, tenancy);
  if (mistake === null) return;
  await store.close();
  throw new ConfigError([mistake]);
}

interface EngineParts extends Pick<OpenStore, 'store'> {
  readonly clock: Clock;
  readonly events: Events;
  readonly tenants: LiveTenants;
}

function engineOf(config: Config, options: ServerOptions, { store, clock, events, tenants }: EngineParts): Engine {
  const newId = options.newId ?? randomUUID;
  return {
    definitions: config.definitions,
    tenants,
    store,
    clock,
    running: new RunningCancellations(),
    queues: new Queues(),
    newId,
    random: options.random ?? Math.random,
    traffic: new Traffic(clock),
    retryBudget: new RetryBudget(clock),
    spellings: new Spellings(clock),
    events: observeCancellations(events, clock, (tenant) => namedBy(tenants, tenant)),
    deadlines: { ...defaultDeadlines, ...options.deadlines },
    owner: newId(),
  };
}

/** Which providers anybody is configured for, and how many tenants there are where a file names them. */
function startedWith({ definitions, tenancy }: Config): Pick<ServerEvent, 'providers' | 'tenants'> {
  const configured = new Set([...tenancy.providers.values()].flat().map(({ definition }) => definition.id));
  const providers = definitions.map(({ id }) => id).filter((id) => configured.has(id));
  return tenancy.recordNames === null ? { providers } : { providers, tenants: tenancy.recordNames.size };
}
