import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import {
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
  handed,
} from '../../cancellation/claim.ts';
import { type CancellationRecord, isOpen } from '../../cancellation/record.ts';
import type { Hand, RecordStore } from '../../cancellation/record-store.ts';
import type { Target } from '../../cancellation/target.ts';
import { migrate } from './migrations.ts';
import { type AttemptRow, attemptRows, type OperationRow, recordOf, rowOf } from './rows.ts';
import { sql } from './statements.ts';

type Statements = Record<keyof typeof sql, Database.Statement>;

/** Opens or creates the record store in a file. Every commit reaches the disk before it is answered. */
export function openSqliteStore(path: string): RecordStore {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 2000');
  migrate(database);
  return new SqliteRecordStore(database);
}

/** One process, one file. The port is asynchronous so that the work can move off this thread, or to another machine. */
class SqliteRecordStore implements RecordStore {
  readonly #database: Database.Database;
  readonly #say: Statements;

  constructor(database: Database.Database) {
    this.#database = database;
    const prepared = Object.entries(sql).map(([name, text]) => [name, database.prepare(text)]);
    this.#say = Object.fromEntries(prepared) as Statements;
    this.#say.endLeases.run();
  }

  async claim(request: ClaimRequest): Promise<ClaimDecision> {
    return this.#atomically(() => {
      const decision = decideClaim(request, this.#factsFor(request));
      if (decision.kind === 'start') this.#begin(decision.record);
      if (decision.kind !== 'mismatch' && decision.kind !== 'replay') this.#pointKey(request, decision);
      return decision;
    });
  }

  async save(record: CancellationRecord): Promise<boolean> {
    return this.#atomically(() => {
      if (!this.#write(record)) return false;
      if (record.state === 'DONE' && record.verdict.outcome === 'CANCELLED') {
        this.#say.rememberCancelled.run(...targetKey(record.tenant, record.target), record.id);
      }
      return true;
    });
  }

  async take(id: string, hand: Hand, spacingMs: number): Promise<CancellationRecord | null> {
    return this.#atomically(() => {
      const record = this.#record(this.#say.operation.get(id));
      if (record === null || !isOpen(record) || record.leaseUntil > hand.now) return null;
      if (record.lookedAt !== null && hand.now - record.lookedAt < spacingMs) return null;
      const taken = { ...handed(record, hand), lookedAt: hand.now };
      this.#say.handOver.run(id, record.fence);
      this.#write(taken);
      return taken;
    });
  }

  async byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    return this.#record(this.#say.operationOfTenant.get(tenant, id));
  }

  async byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null> {
    const row = this.#say.key.get(tenant, principalClass, key) as { op_id: string } | undefined;
    return row === undefined ? null : this.#record(this.#say.operation.get(row.op_id));
  }

  async ofTarget(tenant: string, target: Target): Promise<CancellationRecord[]> {
    const rows = this.#say.ofTarget.all(...targetKey(tenant, target)) as OperationRow[];
    return rows.map((row) => this.#recordOf(row));
  }

  async openIds(limit: number): Promise<string[]> {
    const rows = this.#say.openIds.all(limit) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #factsFor(request: ClaimRequest): ClaimFacts {
    const { tenant, principalClass, idempotencyKey } = request;
    const target = targetKey(tenant, request.target);
    const key = this.#say.key.get(tenant, principalClass, idempotencyKey) as KeyRow | undefined;
    const keyed = key === undefined ? null : this.#record(this.#say.operation.get(key.op_id));
    const final = this.#say.cancelled.get(...target) as { op_id: string } | undefined;
    const history = this.#say.history.get(...target) as { refused: number | null; unaccounted: number | null };
    return {
      keyed:
        key === undefined || keyed === null
          ? null
          : { record: keyed, fingerprint: key.fingerprint, found: key.found === 1 },
      cancelled: final === undefined ? null : this.#record(this.#say.operation.get(final.op_id)),
      live: this.#record(this.#say.live.get(...target)),
      nextGeneration: history.refused === null ? 0 : history.refused + 1,
      unaccounted: history.unaccounted === 1,
    };
  }

  /** A new record, or a released one that runs again under its raised fence. */
  #begin(record: CancellationRecord): void {
    if (record.fence === 1) this.#say.insertOperation.run(rowOf(record));
    else this.#say.handOver.run(record.id, record.fence - 1);
    this.#write(record);
  }

  #pointKey(request: ClaimRequest, decision: ClaimDecision): void {
    this.#say.pointKey.run({
      tenant: request.tenant,
      principal_class: request.principalClass,
      key: request.idempotencyKey,
      fingerprint: request.fingerprint,
      op_id: decision.record.id,
      found: decision.kind === 'already-cancelled' ? 1 : 0,
      created: request.hand.now,
    });
  }

  #write(record: CancellationRecord): boolean {
    if (this.#say.updateOperation.run(rowOf(record)).changes === 0) return false;
    for (const attempt of attemptRows(record)) this.#say.upsertAttempt.run(attempt);
    return true;
  }

  #record(row: unknown): CancellationRecord | null {
    return row === undefined ? null : this.#recordOf(row as OperationRow);
  }

  #recordOf(row: OperationRow): CancellationRecord {
    return recordOf(row, this.#say.attemptsOf.all(row.id) as AttemptRow[]);
  }

  #atomically<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }
}

interface KeyRow {
  readonly fingerprint: string;
  readonly op_id: string;
  readonly found: number;
}

function targetKey(tenant: string, target: Target): [string, string, string, string] {
  return [tenant, target.provider, target.kind, target.id];
}
