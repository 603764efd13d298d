import type { EntryColumns } from './audit/entry-row.ts';

/** What a statement is given and gives back: both databases know text, whole numbers and null. */
export type SqlValue = string | number | null;
export type Parameters = Readonly<Record<string, SqlValue>>;

/** One connection, inside a transaction or not. Statements name their parameters `:name`. */
export interface Session {
  all<Row>(statement: string, parameters: Parameters): Promise<Row[]>;
  /** Answers how many rows it changed. */
  run(statement: string, parameters: Parameters): Promise<number>;
  /** The database's own time in milliseconds, in a transaction when it had its locks; where it has none, the caller's. */
  now(callersNow: number): Promise<number>;
}

/** A database that can hold records. */
export interface SqlDatabase {
  readonly dialect: Dialect;
  /**
   * Runs `work` in a transaction that reads what others have committed. The locks are taken first, in order. The work
   * starts over, a bounded number of times, when another transaction got in its way.
   */
  transaction<T>(locks: readonly Lock[], work: (session: Session) => Promise<T>): Promise<T>;
  read<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Reads what several statements say of one instant. */
  readAtOnce<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What the databases do differently; the locks are empty where a transaction has the whole file to itself. */
export interface Dialect {
  /** Behind a select: nobody else may write its rows until the transaction ends. */
  readonly lockingRows: string;
  /** The same, leaving out rows that somebody else is writing. */
  readonly lockingFreeRows: string;
  /** Adds to the audit trail, in the transaction of what the entry is about; to be called last in it. */
  appendEntry(session: Session, entry: EntryColumns): Promise<void>;
}

/** What they spell differently in a table. */
export interface SchemaDialect {
  /** The type that holds milliseconds since 1970. */
  readonly instant: 'integer' | 'bigint';
  /** Behind a table: what makes the database hold each column to its type. */
  readonly table: string;
  /** The same for a table that is only ever searched by its primary key, which orders its rows. */
  readonly keyedTable: string;
  /** What makes the table in which replicas count together; nothing where there is one process. */
  readonly sharedCounters: readonly string[];
  /** Whether a table can lose a reference as it stands; where it cannot, it is written anew, and no other process is at work. */
  readonly dropsReferences: boolean;
  /** Behind a column that a table gets later and that follows from its others. */
  readonly computed: 'virtual' | 'stored';
  /**
   * The text of a field, such as `verdict.outcome`, in a column of JSON text; null where it has none. No other field
   * in it may have the same name, at whatever place.
   */
  textInJson(column: string, path: string): string;
  /** The statements that make the functions by which the database claims and settles by itself; nothing where it is asked cheaply. */
  readonly usualFunctions: readonly string[];
  /** The statements that make the database tell who listens of a record that somebody may follow; nothing where there is one process. */
  readonly tellingChanges: readonly string[];
  /** How many transactions can add to the audit trail at once without waiting for each other. */
  readonly auditChains: number;
  /** The statements that make the database refuse a change of a row, or of those for which a condition on `old` and `new` holds. */
  refusing(table: string, change: 'update' | 'delete', condition?: string): readonly string[];
  /** The statements that take something out of a column of JSON text; a value that is not JSON stays as it is. */
  withoutJson(table: string, column: string, paths: JsonPaths): readonly string[];
}

/** What a database says that refuses to change a table. */
export function refusal(table: string): string {
  return `${table} is append-only`;
}

/** Places in JSON, such as `snapshot.payer`. */
export interface JsonPaths {
  readonly deleted: readonly string[];
  /** Lists that stay, without an entry. */
  readonly emptied: readonly string[];
}

/**
 * Transactions with the same lock run one after the other. Whoever takes several takes the keys first, then the targets,
 * each in order.
 */
export interface Lock {
  readonly on: 'key' | 'target';
  readonly name: readonly string[];
}

/** A transaction found its ground changed under it and has to start over. */
export class TransactionConflict extends Error {
  override readonly name = 'TransactionConflict';
}
