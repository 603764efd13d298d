import { hash } from 'node:crypto';
import type { ErrorCode } from '../errors/catalogue.ts';
import type { NextAction } from '../errors/next-action.ts';
import type { Outcome } from '../target/outcome.ts';
import type { ProviderId, TargetKind } from '../target/target.ts';
import type { ClaimDecision, ClaimRequest } from './claim.ts';
import type { CancellationRecord } from './record.ts';

/**
 * Who asked for what, and what became of it. Entries are only ever added; those of a claim and of a settlement in the commit
 * of the claim and of the settlement, by the store itself.
 */
export interface AuditTrail {
  append(entry: AuditEntry): Promise<void>;
  /** Deletes up to `limit` entries that were written before `before`, oldest first; answers how many. */
  forget(before: number, limit: number): Promise<number>;
}

/** Holds no reason, no note, and nothing about who pays. */
export interface AuditEntry {
  /** Milliseconds since 1970, by the clock of the replica that wrote it. */
  readonly at: number;
  readonly tenant: string;
  /** Whoever asked; of a reload what caused it. */
  readonly actor: string;
  readonly principalClass: string;
  /** cancel somebody asked for a cancellation · settle it has ended · reload the credentials of a provider were read anew. */
  readonly operation: 'cancel' | 'settle' | 'reload';
  readonly provider: ProviderId | null;
  readonly targetKind: TargetKind | null;
  readonly targetId: string | null;
  readonly keyHash: string | null;
  readonly cancellationId: string | null;
  /** What a request was found to be, how a cancellation ended, or whether the credentials were taken. */
  readonly result: ClaimDecision['kind'] | Outcome | ReloadResult;
  readonly errorCode: ErrorCode | null;
  readonly nextAction: NextAction | null;
  /** The HTTP request that asked; null where none did. */
  readonly requestId: string | null;
  /** The provider's name of its last answer. */
  readonly upstreamRequestId: string | null;
}

type ReloadResult = 'loaded' | 'refused';

/** That somebody asked; also where the answer was known before, or the key was used for something else. */
export function askedEntry(request: ClaimRequest, { kind, record }: ClaimDecision): AuditEntry {
  const { tenant, target, requestedBy, principalClass, idempotencyKey, requestId, holder } = request;
  return {
    ...{ at: holder.now, tenant, actor: requestedBy, principalClass, operation: 'cancel' },
    ...{ provider: target.provider, targetKind: target.kind, targetId: target.id },
    ...{ keyHash: hashOfKey(idempotencyKey), cancellationId: record.id },
    ...{ result: kind, errorCode: null, nextAction: null },
    ...{ requestId, upstreamRequestId: null },
  };
}

/** How a cancellation ended, for whoever started it. */
export function settledEntry(record: CancellationRecord): AuditEntry {
  const { tenant, target, requestedBy, principalClass, idempotencyKey, verdict } = record;
  return {
    ...{ at: record.updatedAt, tenant, actor: requestedBy, principalClass, operation: 'settle' },
    ...{ provider: target.provider, targetKind: target.kind, targetId: target.id },
    ...{ keyHash: hashOfKey(idempotencyKey), cancellationId: record.id },
    ...{ result: verdict.outcome, errorCode: verdict.failure?.code ?? null, nextAction: verdict.nextAction },
    ...{ requestId: null, upstreamRequestId: lastUpstreamRequestId(record) },
  };
}

export interface Reload extends Pick<AuditEntry, 'at' | 'tenant' | 'actor' | 'errorCode'> {
  /** Null where it was about all providers of the tenant. */
  readonly provider: ProviderId | null;
  readonly result: ReloadResult;
}

export function reloadEntry(reload: Reload): AuditEntry {
  return {
    ...reload,
    ...{ principalClass: 'operator', operation: 'reload' },
    ...{ targetKind: null, targetId: null, keyHash: null, cancellationId: null },
    ...{ nextAction: null, requestId: null, upstreamRequestId: null },
  };
}

function lastUpstreamRequestId({ attempts }: CancellationRecord): string | null {
  return attempts.findLast(({ upstreamRequestId }) => upstreamRequestId !== null)?.upstreamRequestId ?? null;
}

/** A key may be guessable or say something; two entries of one key are still known as such. */
function hashOfKey(idempotencyKey: string): string {
  return hash('sha256', idempotencyKey, 'hex');
}
