import type { ProviderSandboxId, Target } from './sandbox-id.ts';
import type { Webhooks } from './webhooks.ts';
import type { Clock, Handler } from './wire.ts';

/** What the folder of one provider exports. The emulator, its ids and the variables of a gateway follow from it. */
export interface EmulatedProvider {
  /** Its value in the gateway's `Provider` enum. */
  readonly id: string;
  /** It answers every path below this one that no longer prefix claims; `''` is below everything. */
  readonly prefix: string;
  /** Paths that ask about the caller and no target: see `Emulator.callerRequests`. None unless told. */
  readonly callerPaths?: readonly string[];
  /** What it accepts of a caller. Invented, and the same in every emulator. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The environment variables that point a gateway at this provider; `url` is where its prefix is. */
  gatewayVariables(url: string): Record<string, string>;
  /** Every id with a known answer. */
  readonly sandboxIds: readonly ProviderSandboxId[];
  /** The n-th target that can be cancelled once; there are as many as wanted. */
  readonly freshIds: { readonly [target in Target]?: (n: number) => string };
  /** The provider with a state of its own. What it returns is also what `emulator.providers` shows. */
  create(clock: Clock): RunningProvider;
}

interface RunningProvider {
  /** Sees paths without the prefix. */
  handle: Handler;
  /** How it tells that something has changed; absent where it never does. */
  webhooks?: Webhooks;
  /** Forgets everything that happened. */
  reset(): void;
}
