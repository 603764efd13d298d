export { type Emulator, type EmulatorCredentials, type EmulatorOptions, startEmulator } from './emulator.ts';
export { gatewayVariables, recordsOfEmulator } from './gateway-variables.ts';
export type { CannedAnswer, Override } from './overrides.ts';
export type { SandboxId } from './sandbox-id.ts';
export { freshIds, sandboxIds } from './sandbox-ids.ts';
export type { VtexCancellation } from './vtex/vtex.ts';
export type { Clock, RecordedRequest } from './wire.ts';
