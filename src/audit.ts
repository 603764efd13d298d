import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError, readDatabase } from './config.ts';
import { NoSuchStore, withTrail } from './store/audit/open-trail.ts';
import { entriesOf, verify } from './store/audit/read-trail.ts';
import { readHeads, shownBreak, shownHead } from './store/audit/shown.ts';

/**
 * `npm run audit`: the audit trail of the store that `DATABASE_URL` names, an entry a line. With `--verify` it is checked
 * instead: the end of every chain is printed, every break, and the exit code is 1 where there is one. `--heads` names a file
 * with what an earlier check printed; whatever was there then must still be there.
 */
const { values } = parseArgs({ options: { verify: { type: 'boolean' }, heads: { type: 'string' } } });

try {
  const databaseUrl = readDatabase(process.env).reveal();
  await (values.verify || values.heads !== undefined ? check(databaseUrl) : print(databaseUrl));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof NoSuchStore)) throw error;
  console.error(error.message);
  process.exitCode = 78;
}

async function print(databaseUrl: string): Promise<void> {
  await withTrail(databaseUrl, async (trail) => {
    for await (const entry of entriesOf(trail)) console.log(JSON.stringify(entry));
  });
}

async function check(databaseUrl: string): Promise<void> {
  const kept = values.heads === undefined ? [] : readHeads(readFileSync(values.heads, 'utf8'));
  const { heads, entries, breaks } = await withTrail(databaseUrl, (trail) => verify(trail, kept, Date.now()));
  for (const head of heads) console.log(shownHead(head));
  for (const found of breaks) console.error(shownBreak(found));
  console.log(`${entries} entries in ${heads.length} chains, ${breaks.length} breaks`);
  if (breaks.length > 0) process.exitCode = 1;
}
