import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { LeaseHolder } from '../../../src/cancellation/record/lease.ts';
import { type CancellationRecord, isUnsettled, type Joined } from '../../../src/cancellation/record/record.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { Authorizations } from './authorizations.ts';

interface Beginning {
  readonly inDoubt: boolean;
  readonly cancelsBefore: number;
}

/** Who is told what the store was asked to do. */
interface Observer {
  claimed(request: ClaimRequest, decision: ClaimDecision): void;
  /** A record that waited for its turn was acquired by somebody. */
  takenOver(record: CancellationRecord): void;
}

/** The tests' store, which keeps leases in its own time, and remembers when it really wrote what. */
export class WatchedStore extends MemoryRecordStore {
  /** Rises with every change, so that a simulation knows when to ask again what is due. */
  version = 0;
  readonly #now: () => number;
  readonly authorizations = new Authorizations();
  readonly #observer: Observer;
  readonly #begun = new Map<string, Beginning>();
  readonly #startedAt = new Map<string, number>();
  readonly #settledAt = new Map<string, number>();

  constructor(now: () => number, observer: Observer) {
    super(now);
    this.#now = now;
    this.#observer = observer;
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
    const before = this.record(id);
    const taken = await super.acquire(id, holder, spacingMs);
    this.version += 1;
    // What was given back waits for nobody's turn any more.
    const isWaiting = before?.state === 'CLAIMED' && before.leaseUntil > 0;
    if (taken !== null && isWaiting) this.#observer.takenOver(before);
    return taken;
  }

  override async reschedule(lane: Lane, at: number, now?: number): Promise<void> {
    await super.reschedule(lane, at, now);
    this.version += 1;
  }

  /** When a record was really settled under its fence, and really opened, whatever its writer's clock said. */
  instantsOf({ id, fence }: CancellationRecord): { readonly settledAt: number; readonly startedAt: number } {
    const settledAt = this.#settledAt.get(`${id} ${fence}`) ?? this.#now();
    return { settledAt, startedAt: this.#startedAt.get(id) ?? this.#now() };
  }

  /** How a record stood when it was last started. */
  beginningOf({ id }: CancellationRecord): Beginning {
    return this.#begun.get(id) ?? { inDoubt: false, cancelsBefore: 0 };
  }

  #noteClaim(request: ClaimRequest, decision: ClaimDecision | undefined): void {
    if (decision === undefined) throw new Error('A claim was not decided.');
    const { kind, record } = decision;
    this.authorizations.claimed(request, decision);
    this.#observer.claimed(request, decision);
    const isSent = record.state === 'SENT';
    const beginning = { inDoubt: record.ambiguous, cancelsBefore: cancelsOf(record) - (isSent ? 1 : 0) };
    if (kind === 'start') this.#begun.set(record.id, beginning);
    this.#note(record);
  }

  #note(record: CancellationRecord): void {
    this.version += 1;
    if (!this.#startedAt.has(record.id)) this.#startedAt.set(record.id, this.#now());
    const settled = `${record.id} ${record.fence}`;
    if (!isUnsettled(record) && !this.#settledAt.has(settled)) this.#settledAt.set(settled, this.#now());
  }
}

export function cancelsOf({ attempts }: CancellationRecord): number {
  return attempts.filter(({ kind }) => kind === 'CANCEL').length;
}
