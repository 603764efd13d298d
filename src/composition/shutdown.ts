import { systemClock, withTimeout } from '../cancellation/clock.ts';
import type { ChangeWatcher } from '../cancellation/engine/change-watcher.ts';
import type { Engine } from '../cancellation/engine/engine.ts';
import type { Reconciler } from '../cancellation/engine/reconciler.ts';
import type { Retention } from '../cancellation/engine/retention.ts';
import type { HttpServer } from '../http/http-server.ts';
import type { LiveTenants } from '../tenants/live-tenants.ts';
import type { Reloader } from '../tenants/reloader.ts';
import type { Webhooks } from './webhooks.ts';

/**
 * How long requests, and then the cancellations behind them, may take to end when the server closes, and how long requests
 * may when its store has died. Milliseconds.
 */
const graceMs = { requests: 12_000, cancellations: 3_000, crash: 8_000 };

/** What was started, and has to end. */
export interface StartedParts {
  readonly engine: Engine;
  readonly tenants: LiveTenants;
  readonly reloader: Reloader;
  readonly webhooks: Webhooks;
  readonly reconciler: Reconciler;
  readonly retention: Retention;
  readonly watcher: ChangeWatcher;
  readonly apollo: { stop(): Promise<void> };
  readonly http: HttpServer;
}

/**
 * Ends what serves callers after the store has died. What a cancellation without a caller still finds out, nobody can
 * write down: the next start finds it out.
 */
export async function answerWhatRuns({ reconciler, retention, watcher, http }: StartedParts): Promise<void> {
  retention.stop();
  void reconciler.stop();
  void watcher.stop();
  await withTimeout(systemClock, graceMs.crash, http.close({ graceMs: graceMs.crash }));
}

/** Those who ask end before those who answer them. */
export async function closeInOrder({
  engine,
  tenants,
  reloader,
  webhooks,
  reconciler,
  retention,
  watcher,
  apollo,
  http,
}: StartedParts): Promise<void> {
  const { running, queues, store } = engine;
  reloader.stop();
  await http.close({ graceMs: graceMs.requests });
  webhooks.stop();
  retention.stop();
  await watcher.stop();
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
