import Database from 'libsql';

interface Part {
  readonly name: string;
  readonly bytes: number;
  readonly unused: number;
}

/** Prints what a cancellation takes in a file of SQLite, by table and index; the log is not in it. */
export function printBytes(path: string): void {
  const database = new Database(path);
  database.pragma('wal_checkpoint(truncate)');
  const { records } = database.prepare('select count(*) as records from cancellation_op').get([]) as {
    records: number;
  };
  const parts = database
    .prepare('select name, sum(pgsize) as bytes, sum(unused) as unused from dbstat group by name order by bytes desc')
    .all([]) as Part[];
  database.close();
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`\nSQLite, bytes for each of ${records} cancellations: ${(total / records).toFixed(0)}`);
  for (const { name, bytes, unused } of parts) {
    const each = bytes / records;
    if (each >= 10)
      console.log(`${name.padEnd(40)}${each.toFixed(0).padStart(6)}, empty ${(unused / records).toFixed(0)}`);
  }
}
