import pg from 'pg';
import type { ClaimDecision, ClaimRequest } from '../../cancellation/record/claim.ts';
import type { LeaseHolder } from '../../cancellation/record/lease.ts';
import type { CancellationRecord, Joined } from '../../cancellation/record/record.ts';
import { migrate, readVersion } from '../migrate.ts';
import { migrationsFor } from '../schema.ts';
import type { Session } from '../sql-database.ts';
import { SqlRecordStore } from '../sql-record-store.ts';
import { connectionOf, sessionOf, type Timeouts, timeoutsMs } from './connection.ts';
import { PostgresDatabase, rolledBack, schemaDialect } from './postgres-database.ts';
import { startingOver } from './start-over.ts';
import { UsualBatches } from './usual-batches.ts';
import { isUsualSettlement } from './usual-writes.ts';

/** A record store that replicas share, in a database where they share more. */
export class PostgresRecordStore extends SqlRecordStore {
  readonly shared: PostgresDatabase;
  readonly #usual: UsualBatches;

  constructor(databaseUrl: string, timeouts: Timeouts) {
    const database = new PostgresDatabase(databaseUrl, timeouts);
    super(database);
    this.shared = database;
    this.#usual = new UsualBatches(database, timeouts.connect);
  }

  override async claim(request: ClaimRequest): Promise<ClaimDecision> {
    const claimed = request.mayStart ? await this.#usual.claim(request) : null;
    return claimed ?? super.claim(request);
  }

  override async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    if (requests.length === 0) return [];
    const claimed = requests.every(({ mayStart }) => mayStart) ? await this.#usual.claimAll(requests) : null;
    return claimed ?? super.claimAll(requests);
  }

  override async save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    const settled = isUsualSettlement(record) ? await this.#usual.settle(record) : null;
    return settled ?? super.save(record, holder);
  }
}

/** Opens the record store that replicas share, and brings it to the newest version. Rejects when it is out of reach. */
export async function openPostgresStore(databaseUrl: string, timeouts = timeoutsMs): Promise<PostgresRecordStore> {
  await migrateOnce(databaseUrl);
  return new PostgresRecordStore(databaseUrl, timeouts);
}

/** Over a connection without the time limits of the others: a replica may have to wait until another has migrated. */
async function migrateOnce(databaseUrl: string): Promise<void> {
  const client = new pg.Client(connectionOf(databaseUrl));
  client.on('error', () => undefined);
  await client.connect();
  try {
    const session = sessionOf(client);
    // A role that may not create tables can start the gateway once another has.
    if (await isCurrent(session)) return;
    await startingOver(() => migrateIn(client, session));
  } finally {
    await client.end();
  }
}

/** A replica of before that writes meanwhile may take its locks in another order; one of the two starts over then. */
async function migrateIn(client: pg.Client, session: Session): Promise<void> {
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`);
    await migrate(session, migrations);
    await client.query('commit');
  } catch (error) {
    await rolledBack(client);
    throw error;
  }
}

const migrationLock = 3_242_026;
const migrations = migrationsFor(schemaDialect);

async function isCurrent(session: Session): Promise<boolean> {
  const [table] = await session.all<{ found: boolean }>(
    "select to_regclass('schema_version') is not null as found",
    {},
  );
  if (table?.found !== true) return false;
  return (await readVersion(session, migrations)) === migrations.length;
}
