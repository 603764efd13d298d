export { loseNextAnswer } from './control-api.ts';
export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export { gatewayVariables, recordsOfEmulator } from './gateway-variables.ts';
export type { Override } from './overrides.ts';
export type { EmulatedProvider } from './provider.ts';
export { emulatedProviders } from './registry.ts';
export type { SandboxId } from './sandbox-id.ts';
export { freshIds, sandboxIds, sandboxIdsOf } from './sandbox-ids.ts';
export type { RecordedRequest } from './wire.ts';
