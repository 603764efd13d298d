import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import { type CancellationRecord, type Hand, isOpen } from '../../../src/cancellation/record/record.ts';
import type { ProviderId } from '../../../src/cancellation/target/target.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';

/** The tests' store, which keeps leases in its own time, and remembers when it really wrote what. */
export class WatchedStore extends MemoryRecordStore {
  /** Rises with every change, so that a simulation knows when to ask again what is due. */
  version = 0;
  readonly #now: () => number;
  readonly #openedAt = new Map<string, number>();
  readonly #settledAt = new Map<string, number>();

  constructor(now: () => number) {
    super(now);
    this.#now = now;
  }

  override async claim(request: ClaimRequest): Promise<ClaimDecision> {
    const decision = await super.claim(request);
    this.#note(decision.record);
    return decision;
  }

  override async save(record: CancellationRecord, hand?: Hand): Promise<boolean> {
    const isSaved = await super.save(record, hand);
    if (isSaved) this.#note(record);
    return isSaved;
  }

  override async take(id: string, hand: Hand, spacingMs: number): Promise<CancellationRecord | null> {
    const taken = await super.take(id, hand, spacingMs);
    this.version += 1;
    return taken;
  }

  override async hasten(provider: ProviderId, at: number, now?: number): Promise<void> {
    await super.hasten(provider, at, now);
    this.version += 1;
  }

  /** When the next open record will be due; null when none is open. */
  earliestDue(): number | null {
    const due = this.all().flatMap((record) =>
      isOpen(record) ? [Math.max(record.leaseUntil, record.nextLookAt ?? 0)] : [],
    );
    return due.length === 0 ? null : Math.min(...due);
  }

  /** When a record was really settled under its fence, and really opened, whatever its writer's clock said. */
  instantsOf({ id, fence }: CancellationRecord): { readonly settledAt: number; readonly openedAt: number } {
    const settledAt = this.#settledAt.get(`${id} ${fence}`) ?? this.#now();
    return { settledAt, openedAt: this.#openedAt.get(id) ?? this.#now() };
  }

  #note(record: CancellationRecord): void {
    this.version += 1;
    if (!this.#openedAt.has(record.id)) this.#openedAt.set(record.id, this.#now());
    const settled = `${record.id} ${record.fence}`;
    if (!isOpen(record) && !this.#settledAt.has(settled)) this.#settledAt.set(settled, this.#now());
  }
}
