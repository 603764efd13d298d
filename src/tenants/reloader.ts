import type { Clock } from '../cancellation/clock.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Tenancy } from '../config/tenancy.ts';
import { withMistakenKept } from './kept-tenants.ts';
import type { LiveTenants, Replacement } from './live-tenants.ts';
import { WatchedFiles } from './watched-files.ts';

export interface ReloaderOptions {
  readonly clock: Clock;
  readonly tenants: LiveTenants;
  /** The files as they are now. Throws a `ConfigError` where they have mistakes. */
  read(): Tenancy;
  reloaded(replacement: Replacement, cause: ReloadCause): void;
  /** The mistakes of the files, or of the tenants named. What runs, or what these have, goes on as before. */
  failed(mistakes: readonly string[], cause: ReloadCause, tenants?: readonly string[]): void;
  crashed(error: unknown): void;
}

/** Somebody told the process to, or a file has changed. */
export type ReloadCause = 'signal' | 'file';

/** Reads the tenants anew when it is told to, and when a file that they were read from has changed. */
export class Reloader {
  readonly #options: ReloaderOptions;
  readonly #files: WatchedFiles;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | null = null;

  constructor(options: ReloaderOptions) {
    this.#options = options;
    this.#files = new WatchedFiles(options.clock, () => void this.reload('file'));
  }

  start(): void {
    this.#files.watch(this.#options.tenants.tenancy.files);
  }

  stop(): void {
    this.#files.stop();
  }

  /** Resolves when the files, as they are now or a moment later, have been read and every tenant has gone over to them. */
  reload(cause: ReloadCause): Promise<void> {
    this.#waiting ??= this.#running.then(() => {
      this.#waiting = null;
      this.#running = this.#reload(cause);
      return this.#running;
    });
    return this.#waiting;
  }

  async #reload(cause: ReloadCause): Promise<void> {
    const { tenants, read, reloaded, failed, crashed } = this.#options;
    try {
      this.#files.take();
      const next = read();
      if (next.singleTenantRecords !== tenants.tenancy.singleTenantRecords) throw new ConfigError([otherRecords]);
      this.#files.watch(next.files);
      reloaded(await tenants.replace(withMistakenKept(tenants.tenancy, next)), cause);
      const { mistaken } = next;
      if (mistaken.size > 0) failed([...mistaken.values()].flat(), cause, [...mistaken.keys()]);
    } catch (error) {
      if (!(error instanceof ConfigError)) return crashed(error);
      failed(error.mistakes, cause);
    }
  }
}

/** Records would change hands while they are worked on. */
const otherRecords = 'TENANTS_FILE: singleTenantRecords cannot change while the gateway runs; start it anew.';
