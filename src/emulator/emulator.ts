import { controlPrefix, createControlApi } from './control-api.ts';
import { createEmulatorServer, listen } from './http-server.ts';
import { createOverrideList, type Override } from './overrides.ts';
import type { EmulatedProvider } from './provider.ts';
import { type EmulatedProviders, emulatedProviders } from './registry.ts';
import { createProviders, type RunningProviders } from './running-providers.ts';
import { type Clock, pathname, type RecordedRequest } from './wire.ts';

export interface EmulatorOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  clock?: Clock;
}

export interface Emulator<Providers extends readonly EmulatedProvider[] = EmulatedProviders> {
  url: string;
  /** Each provider under its id: its address, its credentials, and what its folder lets callers look into. */
  providers: RunningProviders<Providers>;
  /** What arrived so far, oldest first, overridden or not; but for what asks about the caller. */
  requests: readonly RecordedRequest[];
  /** What asked about the caller alone, at times of the caller's choosing. Only an override that names the path meets it. */
  callerRequests: readonly RecordedRequest[];
  /** Answers requests to come in another way. Releasing removes the override and lets what hangs in it be answered as usual. */
  override(override: Override): { release(): void };
  /** Forgets state, overrides and requests; hanging sockets are destroyed. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the emulated providers of the registry, or those given. */
export function startEmulator(options?: EmulatorOptions): Promise<Emulator>;
export function startEmulator<const Providers extends readonly EmulatedProvider[]>(
  options: EmulatorOptions & { providers: Providers },
): Promise<Emulator<Providers>>;
export async function startEmulator({
  port = 0,
  host = '127.0.0.1',
  clock = Date,
  providers: definitions = emulatedProviders,
}: EmulatorOptions & { providers?: readonly EmulatedProvider[] } = {}): Promise<Emulator<readonly EmulatedProvider[]>> {
  const providers = createProviders(definitions, clock);
  const overrides = createOverrideList();
  const requests: RecordedRequest[] = [];
  const callerRequests: RecordedRequest[] = [];
  const callerPaths = new Set(
    definitions.flatMap(({ prefix, callerPaths = [] }) => callerPaths.map((path) => prefix + path)),
  );

  function reset(): void {
    overrides.abandon();
    requests.length = 0;
    callerRequests.length = 0;
    providers.reset();
  }

  const control = {
    prefix: controlPrefix,
    handle: createControlApi({ overrides, requests, webhooks: providers.webhooks, reset }),
  };
  const caller = {
    isAbout: (request: RecordedRequest) => callerPaths.has(pathname(request)),
    requests: callerRequests,
  };
  const server = createEmulatorServer({ handle: providers.handle, control, overrides, requests, caller, clock });
  const url = `http://${host}:${await listen(server, port, host)}`;

  return {
    url,
    providers: providers.runningAt(url),
    requests,
    callerRequests,
    override: overrides.add,
    reset,
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        overrides.abandon();
        server.closeAllConnections();
      });
    },
  };
}
