import { type AuditEntry, type AuditTrail, askedEntry, settledEntry } from '../cancellation/record/audit-trail.ts';
import type { ClaimDecision, ClaimRequest } from '../cancellation/record/claim.ts';
import { acquired, byCallersClock, type LeaseHolder, leaseTermsOf, youngForMs } from '../cancellation/record/lease.ts';
import { type CancellationRecord, isUnsettled, type Joined } from '../cancellation/record/record.ts';
import type { PageRequest, RecordPage } from '../cancellation/record/record-page.ts';
import type {
  Due,
  DueLanes,
  RecordStore,
  RecordsOfTarget,
  RequestsOfRecords,
} from '../cancellation/record/record-store.ts';
import type { Lane } from '../cancellation/target/lane.ts';
import type { Target } from '../cancellation/target/target.ts';
import { forgetBeginning, oldestChain } from './audit/audit-queries.ts';
import { columnsOf } from './audit/entry-row.ts';
import { claimIn, locksOf } from './claim-queries.ts';
import { pageIn } from './page-queries.ts';
import { targetColumns } from './record-columns.ts';
import { recordOfRow, recordsOf, termsAsTheyStand, updateRecord } from './record-queries.ts';
import { type KeyRow, type RecordRow, requestOf } from './record-rows.ts';
import type { Session, SqlDatabase } from './sql-database.ts';
import { eraseStatements, listed, purgeStatements, requestsOf, revisionsOf, statements } from './statements.ts';

/** How many rows one transaction touches at most where a call may touch any number. */
const batch = 500;

/** The record store in SQL. What a claim is, the domain decides; which database it is, the driver knows. */
export class SqlRecordStore implements RecordStore, AuditTrail {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async claim(request: ClaimRequest): Promise<ClaimDecision> {
    return this.#database.transaction(locksOf([request]), async (session) => {
      const decision = await claimIn(session, request);
      await this.#log(session, askedEntry(request, decision));
      return decision;
    });
  }

  async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    if (requests.length === 0) return [];
    return this.#database.transaction(locksOf(requests), async (session) => {
      const decisions: ClaimDecision[] = [];
      const entries: AuditEntry[] = [];
      for (const request of requests) {
        const decision = await claimIn(session, request);
        decisions.push(decision);
        entries.push(askedEntry(request, decision));
      }
      for (const entry of entries) await this.#log(session, entry);
      return decisions;
    });
  }

  async save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    return this.#database.transaction([], async (session) => {
      const storeNow = holder === undefined ? 0 : await session.now(holder.now);
      const joined = await updateRecord(session, record, leaseTermsOf(record, holder, storeNow), record.fence);
      if (joined !== null && record.state === 'DONE' && record.verdict.outcome === 'CANCELLED') {
        const { id, tenant, target, account } = record;
        const final = { ...targetColumns(tenant, target), account, op_id: id };
        await session.run(statements.rememberCancelled, final);
      }
      if (joined !== null && !isUnsettled(record)) await this.#log(session, settledEntry(record));
      return joined;
    });
  }

  async acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null> {
    const { lockingRows } = this.#database.dialect;
    return this.#database.transaction([], async (session) => {
      const [row] = await session.all<RecordRow>(statements.record + lockingRows, { id });
      const record = await recordOfRow(session, row);
      if (record === null) return null;
      const storeNow = await session.now(holder.now);
      const held = acquired(record, holder, storeNow, spacingMs);
      if (held === null) return null;
      const isMine = (await updateRecord(session, held, termsAsTheyStand(held), record.fence)) !== null;
      return isMine ? byCallersClock(held, holder, storeNow) : null;
    });
  }

  async byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    return this.#one(statements.recordOfTenant, { tenant, id });
  }

  async byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null> {
    return this.#one(statements.recordOfKey, { tenant, principal_class: principalClass, key });
  }

  async revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const { list, parameters } = listed(ids);
    return this.#database.read(async (session) => {
      const rows = await session.all<{ id: string; revision: string }>(revisionsOf(list), parameters);
      return new Map(rows.map(({ id, revision }) => [id, revision]));
    });
  }

  async requestsOf(tenant: string, principalClass: string, ids: readonly string[]): Promise<RequestsOfRecords> {
    if (ids.length === 0) return [];
    const { list, parameters } = listed(ids);
    const keys = { ...parameters, tenant, principal_class: principalClass };
    return this.#database.read(async (session) => {
      const rows = await session.all<KeyRow>(requestsOf(list), keys);
      return ids.map((id) => rows.filter((row) => row.op_id === id).map(requestOf));
    });
  }

  async ofTarget(tenant: string, target: Target): Promise<RecordsOfTarget> {
    return this.#database.read(async (session) =>
      recordsOf(session, await session.all(statements.recordsOfTarget, targetColumns(tenant, target))),
    );
  }

  async unsettledOf(tenant: string, target: Target): Promise<readonly string[]> {
    return this.#database.read(async (session) => {
      const rows = await session.all<{ id: string }>(statements.unsettledOfTarget, targetColumns(tenant, target));
      return rows.map(({ id }) => id);
    });
  }

  async page(request: PageRequest): Promise<RecordPage> {
    return this.#database.readAtOnce((session) => pageIn(session, request));
  }

  async dueLanes(now: number): Promise<DueLanes> {
    return this.#database.read(async (session) => {
      const open = await session.all<Lane & { due: number }>(statements.openLanes, {});
      if (open.length === 0) return { lanes: [], nextAt: null };
      const storeNow = await session.now(now);
      const later = open.filter(({ due }) => due > storeNow).map(({ due }) => due - storeNow + now);
      return {
        lanes: open.filter(({ due }) => due <= storeNow).map(({ tenant, provider }) => ({ tenant, provider })),
        nextAt: later.length === 0 ? null : Math.min(...later),
      };
    });
  }

  async due({ tenant, provider }: Lane, now: number, limit: number): Promise<Due> {
    return this.#database.read(async (session) => {
      const parameters = { tenant, provider, limit: limit + 1 };
      const first = await session.all<{ id: string; due: number }>(statements.dueFirst, parameters);
      if (first.length === 0) return { ids: [], nextAt: null };
      const storeNow = await session.now(now);
      const ready = first.slice(0, limit).filter(({ due }) => due <= storeNow);
      const next = first[ready.length];
      return { ids: ready.map(({ id }) => id), nextAt: next === undefined ? null : next.due - storeNow + now };
    });
  }

  async reschedule({ tenant, provider }: Lane, at: number, now = at): Promise<void> {
    const young = now - youngForMs;
    let changed: number;
    do {
      changed = await this.#database.transaction([], async (session) => {
        const storeAt = at - now + (await session.now(now));
        return session.run(statements.reschedule, { tenant, provider, at: storeAt, young, limit: batch });
      });
    } while (changed === batch);
  }

  async erase(before: number, limit: number): Promise<number> {
    return this.#eachOf(statements.notErasedBefore, before, limit, eraseStatements);
  }

  async purge(before: number, limit: number): Promise<number> {
    return this.#eachOf(statements.finalBefore, before, limit, purgeStatements);
  }

  async append(entry: AuditEntry): Promise<void> {
    await this.#database.transaction([], (session) => this.#log(session, entry));
  }

  async forget(before: number, limit: number): Promise<number> {
    const chain = await this.#database.read((session) => oldestChain(session, before));
    if (chain === null) return 0;
    const { dialect } = this.#database;
    const beginning = { chain, before, limit: Math.min(limit, batch) };
    return this.#database.transaction([], (session) => forgetBeginning(session, dialect, beginning));
  }

  async check(): Promise<void> {
    await this.#database.read((session) => session.all(statements.check, {}));
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #log(session: Session, entry: AuditEntry): Promise<void> {
    return this.#database.dialect.appendEntry(session, columnsOf(entry));
  }

  /** Runs some statements over the records that another finds; answers how many those were. */
  async #eachOf(found: string, before: number, limit: number, toDo: (list: string) => string[]): Promise<number> {
    const { lockingFreeRows } = this.#database.dialect;
    return this.#database.transaction([], async (session) => {
      const parameters = { before, limit: Math.min(limit, batch) };
      const rows = await session.all<{ id: string }>(found + lockingFreeRows, parameters);
      if (rows.length === 0) return 0;
      const ids = listed(rows.map(({ id }) => id));
      for (const statement of toDo(ids.list)) await session.run(statement, ids.parameters);
      return rows.length;
    });
  }

  async #one(statement: string, parameters: Record<string, string>): Promise<CancellationRecord | null> {
    return this.#database.read(async (session) => {
      const [row] = await session.all<RecordRow>(statement, parameters);
      return recordOfRow(session, row);
    });
  }
}
