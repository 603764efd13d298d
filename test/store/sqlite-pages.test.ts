import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { facetsOfTenant, pageIn } from '../../src/store/page-queries.ts';
import { migrationsFor } from '../../src/store/schema.ts';
import { sessionOf } from '../../src/store/sqlite/session.ts';
import { schemaDialect } from '../../src/store/sqlite/sqlite-database.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type Asked, insertManyRecords, insertShoppersKeys, noting, questions } from './many-records.ts';

let file: Database.Database;
beforeAll(async () => {
  file = new Database(join(temporaryDirectory('records'), 'many.db'));
  await migrate(sessionOf(file), migrationsFor(schemaDialect));
  file.exec(insertManyRecords);
  file.exec(insertShoppersKeys);
});
afterAll(() => file.close());

/** How SQLite reaches the rows of the tables that a statement names. */
function searches({ statement, parameters }: Asked): string[] {
  const plan = file.prepare(`explain query plan ${statement}`).all(parameters) as { readonly detail: string }[];
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => /cancellation_op|idempotency_key|attempt_log|\bo\b/.test(detail));
}

/** Each of these leads to the rows that are shown, to the first of an index, or to the few of a target or a shopper. */
const narrow = [
  /by_facets \(tenant=\? AND facets=\? AND created>\? AND \(created,id\)<\(\?,\?\)\)$/,
  /by_facets \(tenant=\? AND facets>\?\)$/,
  /by_target \(tenant=\? AND provider=\? AND op=\? AND target=\?/,
  /\(id=\?\)$/,
  /idempotency_key USING PRIMARY KEY \(tenant=\? AND principal_class=\?\)$/,
  /attempt_log USING PRIMARY KEY \(op_id=\?\)$/,
];

/** The least of a tenant's facets are at the beginning of what the index has of the tenant. */
const least = /by_facets \(tenant=\?\)$/;

describe('a page of a file with many records', () => {
  it.each(questions)('of %s is found by searches alone', async (_, question, length) => {
    const session = noting(sessionOf(file));
    const { entries } = await pageIn(session, question);
    expect(entries).toHaveLength(length);
    expect(session.asked.length).toBeGreaterThan(0);
    for (const asked of session.asked) {
      const found = searches(asked);
      expect(found.length).toBeGreaterThan(0);
      const forms = asked.statement === facetsOfTenant ? [...narrow, least] : narrow;
      for (const search of found)
        expect(
          forms.some((form) => form.test(search)),
          search,
        ).toBe(true);
    }
  });
});
