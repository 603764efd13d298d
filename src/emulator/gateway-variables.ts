interface Configurable {
  readonly gatewayVariables: Readonly<Record<string, string>>;
}

/** The environment variables that point a gateway at every provider of this emulator. */
export function gatewayVariables({ providers }: { providers: Readonly<Record<string, Configurable>> }) {
  const entries = Object.values(providers).flatMap((provider) => Object.entries(provider.gatewayVariables));
  return Object.fromEntries(entries);
}

/**
 * Where a gateway keeps its records of an emulator: what was cancelled there must never be taken for a cancellation at a
 * real provider, which has ids of its own.
 */
export const recordsOfEmulator = { DATABASE_URL: 'file:./data/playground.db' };
