import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

let path: string;
let connection: Database.Database;
let group: GroupCommit;

beforeEach(() => {
  path = join(temporaryDirectory('group'), 'rows.db');
  connection = new Database(path);
  connection.exec('create table row(name text)');
  group = new GroupCommit(connection);
});
afterEach(() => connection.close());

const write = (name: string) =>
  group.run('write', async () => connection.prepare('insert into row values(?)').run([name]).changes);
const read = () => group.run('read', async () => names(connection));
const fail = (statement = 'select 1') =>
  group.run('write', async () => {
    connection.exec(statement);
    throw new Error('It failed.');
  });

function names(database: Database.Database): string[] {
  const rows = database.prepare('select name from row order by name').all([]) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** What another connection finds in the file: what has been committed. */
function committed(): string[] {
  const other = new Database(path);
  const found = names(other);
  other.close();
  return found;
}

async function ends(...calls: Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(calls)).map(({ status }) => status);
}

it('answers a write once it is committed', async () => {
  const seen = [write('a'), write('b')].map(async (call) => {
    await call;
    return committed();
  });
  expect(await Promise.all(seen)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

it('undoes only the piece that fails', async () => {
  const half = fail("insert into row values('half')");
  expect(await ends(write('a'), half, write('b'))).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(committed()).toEqual(['a', 'b']);
});

it('does the writes once beside a read that fails', async () => {
  let times = 0;
  const counted = group.run('write', async () => {
    times += 1;
    connection.exec("insert into row values('a')");
  });
  const unread = group.run('read', async () => connection.prepare('select * from nothing').all([]));
  expect(await ends(counted, unread, write('b'))).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(times).toBe(1);
  expect(committed()).toEqual(['a', 'b']);
});

it('rejects every write when the transaction ends early', async () => {
  // As SQLite does by itself over a broken disk, also for a read.
  const broken = group.run('read', async () => {
    if (connection.inTransaction) connection.exec('rollback');
    throw new Error('The disk is broken.');
  });
  expect(await ends(write('a'), broken, write('b'))).toEqual(['rejected', 'rejected', 'rejected']);
  expect(committed()).toEqual([]);
  await write('c');
  expect(committed()).toEqual(['c']);
});

it('leaves nothing for a later group to commit', async () => {
  // The savepoint is gone, so the piece cannot be undone by itself.
  expect(await ends(write('a'), fail('release piece'))).toEqual(['rejected', 'rejected']);
  expect(await read()).toEqual([]);
  expect(committed()).toEqual([]);
});

it('lets reads be answered when the writes beside them fail', async () => {
  await write('a');
  const other = new Database(path);
  other.exec('begin immediate');
  expect(await ends(write('b'), read())).toEqual(['rejected', 'fulfilled']);
  other.exec('commit');
  other.close();
});
