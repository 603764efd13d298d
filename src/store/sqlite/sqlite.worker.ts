import { parentPort, workerData } from 'node:worker_threads';
import { migrate } from '../migrate.ts';
import { migrationsFor } from '../schema.ts';
import { SqlRecordStore } from '../sql-record-store.ts';
import { statements } from '../statements.ts';
import { type Answer, type Call, textOf } from './messages.ts';
import { Outbox } from './outbox.ts';
import { SqliteDatabase, schemaDialect } from './sqlite-database.ts';

/** The thread that holds the file. Call 0 is its start: it is answered once the file is ready. */
const port = parentPort;
if (port === null) throw new Error('This module is the entry of a worker thread.');

const store = open(workerData);
/** Who asked first hears first, however long the way of the answer. */
const answers = new Outbox<Answer>((items) => port.postMessage([...items].sort((one, other) => one.id - other.id)));
store.then(
  () => answers.put({ id: 0, result: null }),
  (error) => answers.put({ id: 0, error: textOf(error) }),
);
port.on('message', (calls: readonly Call[]) => {
  for (const call of calls) void answer(call).then((reply) => answers.put(reply));
});

async function open(path: string): Promise<SqlRecordStore> {
  const database = new SqliteDatabase(path);
  await database.transaction([], async (session) => {
    await migrate(session, migrationsFor(schemaDialect));
    await session.run(statements.endLeases, {});
  });
  return new SqlRecordStore(database);
}

async function answer({ id, method, args }: Call): Promise<Answer> {
  try {
    const opened = await store;
    return { id, result: await Reflect.apply(opened[method], opened, args) };
  } catch (error) {
    return { id, error: textOf(error) };
  }
}
