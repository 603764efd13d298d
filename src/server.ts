import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAuthenticator } from './auth/authenticator.ts';
import { type Clock, systemClock } from './cancellation/clock.ts';
import { createGateway } from './cancellation/engine/create-gateway.ts';
import { type Deadlines, defaultDeadlines, type Engine } from './cancellation/engine/engine.ts';
import { Reconciler } from './cancellation/engine/reconciler.ts';
import { Retention } from './cancellation/engine/retention.ts';
import { RetryBudget } from './cancellation/engine/retry-budget.ts';
import { RunningCancellations } from './cancellation/engine/running-cancellations.ts';
import { Traffic } from './cancellation/engine/traffic.ts';
import type { SandboxIdOf } from './cancellation/errors/error-listing.ts';
import type { KnownProvider } from './cancellation/rules/resolve-target.ts';
import type { Config } from './config.ts';
import { type Context, createContext } from './graphql/request/context.ts';
import { createApolloServer, defaultExplorer, type Explorer } from './graphql/server/apollo.ts';
import { buildSchema } from './graphql/server/schema.ts';
import { createHttpServer } from './http/http-server.ts';
import { createEvents, type Events } from './observability/events.ts';
import { createLog, type LogOptions } from './observability/log.ts';
import { observeCancellations } from './observe-cancellations.ts';
import type { ProviderTools } from './providers/definition.ts';
import { type OpenStore, openStore } from './store/open-store.ts';

/** What a test or the playground may choose; production takes the defaults. */
export interface ServerOptions {
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly deadlines?: Partial<Deadlines>;
  /** Whether open records are driven on in the background; a test of what else drives them does without. */
  readonly reconciling?: boolean;
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
  const clock = options.clock ?? systemClock;
  const newId = options.newId ?? randomUUID;

  const recovered = (provider: string) => void reconciler.recovered(provider);
  const providers = knownProviders(config, { clock, recovered, circuitChanged: events.circuitChanged });
  const { store, died } = await storeOf(config);
  const running = new RunningCancellations();
  const engine: Engine = {
    providers,
    store,
    clock,
    running,
    newId,
    random: options.random ?? Math.random,
    traffic: new Traffic(clock),
    retryBudget: new RetryBudget(),
    events: observeCancellations(events),
    deadlines: { ...defaultDeadlines, ...options.deadlines },
    owner: newId(),
  };
  const reconciler = new Reconciler(engine);
  const retention = new Retention(engine);
  const gateway = createGateway(engine, options.sandboxIdOf ?? (() => null));

  const apollo = createApolloServer({
    schema: buildSchema(config.definitions),
    production: config.production,
    report: (error, requestId) => events.unexpectedError({ error, requestId }),
    explorer: { ...defaultExplorer, variables: options.explorerVariables ?? defaultExplorer.variables },
  });
  await apollo.start();

  const authenticator = createAuthenticator(config.auth);
  const http = createHttpServer<Context>({
    ...config,
    apollo,
    log: events,
    readiness: () => store.check().then(() => true),
    contextFor: async ({ requestId, idempotencyKey, headers }) => {
      const caller = await authenticator.authenticate(headers);
      return createContext({ caller, gateway, requestId, idempotencyKeyHeader: idempotencyKey });
    },
  });
  const url = await http.listen().catch(async (error) => {
    await store.close();
    throw error;
  });
  const configured = config.providers.map(({ definition }) => definition.id);
  events.serverStarted({ url, environment: config.production ? 'production' : 'development', providers: configured });
  if (options.reconciling ?? true) reconciler.start();
  retention.start();

  // What an operation without a caller still found out, nobody could write down: the next start finds it out.
  const crashed = died.then(async (error) => {
    events.storeDied({ error });
    retention.stop();
    void reconciler.stop();
    await Promise.race([http.close({ graceMs: graceMs.crash }), pause(graceMs.crash)]);
  });

  return {
    url,
    crashed,
    async close() {
      await http.close({ graceMs: graceMs.requests });
      retention.stop();
      const reconcilerStopped = reconciler.stop();
      await Promise.race([Promise.all([reconcilerStopped, running.idle()]), timeout(graceMs.cancellations)]);
      // What still waits for a provider is cut off; it is weighed as a lost answer, and released for the next to reconcile.
      await Promise.all(providers.map(({ adapter }) => adapter?.close()));
      await Promise.race([running.idle(), timeout(graceMs.cancellations)]);
      await apollo.stop();
      await store.close();
    },
  };
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

interface SharedTools {
  readonly clock: Clock;
  recovered(provider: string): void;
  circuitChanged: Events['circuitChanged'];
}

function knownProviders(config: Config, { clock, recovered, circuitChanged }: SharedTools): KnownProvider[] {
  return config.definitions.map((definition) => {
    const configured = config.providers.find((provider) => provider.definition.id === definition.id);
    const tools: ProviderTools = {
      clock,
      recovered: () => recovered(definition.id),
      circuit: (api, state) => circuitChanged({ provider: definition.id, api, state }),
    };
    return { definition, adapter: configured === undefined ? null : definition.create(configured.settings, tools) };
  });
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
