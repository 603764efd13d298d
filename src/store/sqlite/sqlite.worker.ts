import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { migrate } from '../migrate.ts';
import { sentences } from '../sentences.ts';
import { SqlRecordStore } from '../sql-record-store.ts';
import { type Answer, type Call, type Opening, textOf } from './messages.ts';
import { migrations } from './schema.ts';
import { SqliteDatabase } from './sqlite-database.ts';

/** The thread that holds the file. Call 0 is its start: it is answered once the file is ready. */
const port = parentPort;
if (port === null) throw new Error('This module is the entry of a worker thread.');

const store = open(workerData);
store.then(
  () => port.postMessage({ id: 0, result: null } satisfies Answer),
  (error) => port.postMessage({ id: 0, error: textOf(error) } satisfies Answer),
);
port.on('message', (call: Call) => void answer(call).then((reply) => port.postMessage(reply)));

/**
 * A thread that takes the place of a dead one leaves the leases alone: they are this process's own, and operations that
 * still run here hold them. The fences would keep a look that overtook one from doing harm, but such an operation could not
 * settle any more, and its caller would learn less than it found out. What no operation settled while no thread was up is
 * looked at when its lease has run out. Nor does it make a new file where the old one is gone: an empty one would let
 * everything be sent again.
 */
async function open({ path, takesOver }: Opening): Promise<SqlRecordStore> {
  if (!takesOver && !existsSync(path)) throw new Error('The file of the record store is gone.');
  const database = new SqliteDatabase(path);
  await database.transaction([], async (session) => {
    await migrate(session, migrations);
    if (takesOver) await session.run(sentences.endLeases, {});
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
