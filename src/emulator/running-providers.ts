import type { EmulatedProvider } from './provider.ts';
import { type Clock, json, type RecordedRequest, type WireAnswer } from './wire.ts';

/** A provider of a running emulator: what its folder lets tests look into, where it is, and how to reach it. */
type Running<One extends EmulatedProvider> = ReturnType<One['create']> & {
  readonly url: string;
  readonly credentials: One['credentials'];
  /** The environment variables that point a gateway at it. */
  readonly gatewayVariables: Readonly<Record<string, string>>;
};

/** The running providers under their ids. */
export type RunningProviders<Providers extends readonly EmulatedProvider[]> = {
  readonly [One in Providers[number] as One['id']]: Running<One>;
};

export function createProviders<Providers extends readonly EmulatedProvider[]>(providers: Providers, clock: Clock) {
  refuseTwins(providers);
  const created = providers.map((definition) => ({ definition, running: definition.create(clock) }));
  const longestFirst = created.toSorted((a, b) => b.definition.prefix.length - a.definition.prefix.length);

  return {
    handle(request: RecordedRequest): WireAnswer {
      const found = longestFirst.find(({ definition }) => request.path.startsWith(`${definition.prefix}/`));
      if (!found) return json(404, { message: 'No emulated provider answers here.' });
      return found.running.handle({ ...request, path: request.path.slice(found.definition.prefix.length) });
    },
    webhooks: created.flatMap(({ running }) => running.webhooks ?? []),
    reset() {
      for (const { running } of created) running.reset();
    },
    /** What callers may look into, once the address of the emulator is known. */
    runningAt(emulatorUrl: string): RunningProviders<Providers> {
      const entries = created.map(({ definition, running }) => {
        const url = `${emulatorUrl}${definition.prefix}`;
        const { id, credentials } = definition;
        return [id, { ...running, url, credentials, gatewayVariables: definition.gatewayVariables(url) }];
      });
      return Object.fromEntries(entries) as RunningProviders<Providers>;
    },
  };
}

/** Ids and prefixes tell providers apart. */
function refuseTwins(providers: readonly EmulatedProvider[]): void {
  for (const key of ['id', 'prefix'] as const) {
    const values = providers.map((one) => one[key]);
    const twin = values.find((value, index) => values.indexOf(value) !== index);
    if (twin !== undefined) throw new Error(`Two emulated providers have the ${key} "${twin}".`);
  }
}
