import { hash } from 'node:crypto';
import { errorFacts } from './error-facts.ts';
import type { Log } from './log.ts';

export interface CancellationEvent extends OfTenant {
  readonly cancellationId: string | null;
  readonly provider: string | null;
  readonly targetKind: string;
  readonly targetId: string;
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly nextAction: string | null;
  /** What the provider said to the latest attempt; null where it said nothing. */
  readonly status: number | null;
  readonly upstreamCode: string | null;
  readonly upstreamMessage: string | null;
  /** Only a hash of it is written. */
  readonly idempotencyKey: string;
  readonly attempts: number;
  readonly durationMs: number;
}

/** Whose it is, where there are many tenants. */
interface OfTenant {
  readonly tenant?: string | undefined;
}

export interface ServerEvent {
  readonly url: string;
  readonly environment: 'production' | 'development';
  readonly providers: readonly string[];
  /** How many there are, where a file names them. */
  readonly tenants?: number | undefined;
}

export interface ProviderAlert extends OfTenant {
  readonly provider: string;
  /** Which of the provider's APIs, where it is about one. */
  readonly api?: string;
  /** A name of ours for what is wrong, such as `credentials-refused` or `redirected`. */
  readonly reason: string;
  readonly targetKind?: string;
  readonly status?: number | null;
  /** Of what failed on the way to the provider, such as ENOTFOUND. */
  readonly systemCode?: string | null;
}

export interface WebhookCounts {
  /** Genuine, and about something that may be cancelled here. */
  readonly taken: number;
  /** Genuine, and about nothing that is. */
  readonly ignored: number;
  readonly refused: number;
  /** Genuine, and more than can be looked up; the provider sends them again. */
  readonly turnedAway: number;
}

export interface CircuitEvent extends OfTenant {
  readonly provider: string;
  /** Which of the provider's APIs. */
  readonly api: string;
  readonly state: 'open' | 'closed';
}

export type Events = ReturnType<typeof createEvents>;

/** One function for each thing that happens to the business. */
export function createEvents(log: Log) {
  return {
    serverStarted: (event: ServerEvent) => log.write('info', 'serverStarted', { ...event }),

    /** The caller was told what became of the target, and it will not change by itself. */
    cancellationSettled: (event: CancellationEvent) =>
      log.write('info', 'cancellationSettled', cancellationFields(event)),

    /** A run ended without that: unsettled, and the gateway keeps reconciling, or released, and the same key may run it again. */
    cancellationUnsettled: (event: CancellationEvent) =>
      log.write('warn', 'cancellationUnsettled', cancellationFields(event)),

    /** The gateway can do no more: somebody has to cancel in the provider's console. */
    manualCancellationNeeded: (event: CancellationEvent) =>
      log.write('error', 'manualCancellationNeeded', cancellationFields(event)),

    /** Somebody has to look at the provider's configuration or at the provider. */
    providerAlert: (event: ProviderAlert) => log.write('error', 'providerAlert', { ...event }),

    /** Calls are kept from an API that fails, or let through again. */
    circuitChanged: ({ state, ...event }: CircuitEvent) =>
      log.write(state === 'open' ? 'error' : 'info', 'circuitChanged', { ...event, reason: state }),

    /** A record could not be kept or read; nothing is sent without one. */
    storeFailed: ({ step, error }: { step: string; error: unknown }) =>
      log.write('error', 'storeFailed', { step, ...errorFacts(error) }),

    /** No record can be kept or read any more by this process; it answers what runs and ends. */
    storeDied: ({ error }: { error: unknown }) => log.write('error', 'storeDied', { ...errorFacts(error) }),

    /** The keys that tokens are checked with were read; where that failed, those that were known are still used. */
    keysRead: ({ problem }: { problem: string | null }) =>
      problem === null ? log.write('info', 'keysRead', {}) : log.write('error', 'keysUnreadable', { reason: problem }),

    /** A request came without a token that holds; `reason` names what is wrong with it, which its caller is not told. */
    callerRefused: (event: { requestId: string; reason: string }) => log.write('info', 'callerRefused', { ...event }),

    /** The files of credentials were read anew: how many tenants there are, and how many are not as they were. */
    reloaded: (event: { tenants: number; changed: number }) => log.write('info', 'reloaded', { ...event }),

    /** The files of credentials have a mistake; what runs goes on with what was read before. One line for each. */
    reloadFailed: (event: { mistake: string }) => log.write('error', 'reloadFailed', { ...event }),

    /** New credentials open another account of the merchant's: its older records are left alone. */
    accountChanged: (event: OfTenant & { provider: string }) => log.write('warn', 'accountChanged', { ...event }),

    unexpectedError: ({ requestId, error }: { requestId?: string | null; error: unknown }) =>
      log.write('error', 'unexpectedError', { requestId, ...errorFacts(error) }),

    /** The database did not count what callers ask for, so this process counts alone: a caller may get more than the limit. */
    rateLimitsUnshared: () => log.write('warn', 'rateLimitsUnshared', {}),

    /** There was too much to do: so many requests were refused within a second, before anything of them was done. */
    requestsShed: (event: { count: number }) => log.write('warn', 'requestsShed', { ...event }),

    /** A document is in no manifest: told once for each in ten minutes, and of a hundred at most. */
    untrustedDocument: ({
      refused,
      ...event
    }: {
      documentHash: string;
      operationName: string | null;
      refused: boolean;
    }) =>
      log.write('warn', 'untrustedDocument', {
        ...event,
        operationName: nameOrNull(event.operationName),
        reason: refused ? 'refused' : 'let-through',
      }),

    /** The manifests of trusted documents were read: how many, and how many documents they have in all. */
    documentsRead: (event: { manifests: number; documents: number }) =>
      log.write('info', 'documentsRead', { ...event }),

    /**
     * What became of the notifications of providers in ten seconds: that is one line, however many there are. `refused` says how
     * many were not signed as they should be.
     */
    webhooksReceived: (event: WebhookCounts) =>
      log.write(event.refused > 0 ? 'warn' : 'info', 'webhooksReceived', { ...event }),

    requestServed: (event: { requestId: string; operationName: string | null; status: number; durationMs: number }) =>
      log.write('info', 'requestServed', { ...event, operationName: nameOrNull(event.operationName) }),
  };
}

function cancellationFields({ idempotencyKey, ...fields }: CancellationEvent) {
  return { ...fields, keyHash: keyHash(idempotencyKey) };
}

/** Enough to find the lines of one key, too little to use it. */
function keyHash(idempotencyKey: string): string {
  return hash('sha256', idempotencyKey, 'hex').slice(0, 8);
}

function nameOrNull(operationName: string | null): string | null {
  return operationName !== null && /^[_A-Za-z]\w{0,63}$/.test(operationName) ? operationName : null;
}
