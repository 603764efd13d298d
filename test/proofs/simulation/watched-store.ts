import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { LeaseHolder } from '../../../src/cancellation/record/lease.ts';
import { type CancellationRecord, isUnsettled, type Joined } from '../../../src/cancellation/record/record.ts';
import type { ProviderId } from '../../../src/cancellation/target/target.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { Authorizations } from './authorizations.ts';

/** The tests' store, which keeps leases in its own time, and remembers when it really wrote what. */
export class WatchedStore extends MemoryRecordStore {
  /** Rises with every change, so that a simulation knows when to ask again what is due. */
  version = 0;
  readonly #now: () => number;
  readonly authorizations = new Authorizations();
  readonly #startedAt = new Map<string, number>();
  readonly #settledAt = new Map<string, number>();

  constructor(now: () => number) {
    super(now);
    this.#now = now;
  }

  override async claim(request: ClaimRequest): Promise<ClaimDecision> {
    const decision = await super.claim(request);
    this.#noteClaim(request, decision);
    return decision;
  }

  override async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    const decisions = await super.claimAll(requests);
    for (const [n, request] of requests.entries()) this.#noteClaim(request, decisions[n]);
    return decisions;
  }

  override async save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    const joined = await super.save(record, holder);
    if (joined === null) return null;
    this.authorizations.written(record);
    this.#note(record);
    return joined;
  }

  override async acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null> {
    const taken = await super.acquire(id, holder, spacingMs);
    this.version += 1;
    return taken;
  }

  override async reschedule(provider: ProviderId, at: number, now?: number): Promise<void> {
    await super.reschedule(provider, at, now);
    this.version += 1;
  }

  /** When the next open record will be due; null when none is open. */
  earliestDue(): number | null {
    const due = this.all().flatMap((record) =>
      isUnsettled(record) ? [Math.max(record.leaseUntil, record.reconcileAt ?? 0)] : [],
    );
    return due.length === 0 ? null : Math.min(...due);
  }

  /** When a record was really settled under its fence, and really opened, whatever its writer's clock said. */
  instantsOf({ id, fence }: CancellationRecord): { readonly settledAt: number; readonly startedAt: number } {
    const settledAt = this.#settledAt.get(`${id} ${fence}`) ?? this.#now();
    return { settledAt, startedAt: this.#startedAt.get(id) ?? this.#now() };
  }

  #noteClaim(request: ClaimRequest, decision: ClaimDecision | undefined): void {
    if (decision === undefined) throw new Error('A claim was not decided.');
    this.authorizations.claimed(request, decision);
    this.#note(decision.record);
  }

  #note(record: CancellationRecord): void {
    this.version += 1;
    if (!this.#startedAt.has(record.id)) this.#startedAt.set(record.id, this.#now());
    const settled = `${record.id} ${record.fence}`;
    if (!isUnsettled(record) && !this.#settledAt.has(settled)) this.#settledAt.set(settled, this.#now());
  }
}
