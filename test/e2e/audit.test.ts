import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { bundled } from '../doubles/bundled.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';

const DATABASE_URL = freshDatabase();
const paymentId = freshIds.MERCADO_PAGO.payment(1);
let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_URL } });
});
afterAll(() => world?.close());

/** `npm run audit` on the gateway's store, while it runs. */
function audit(...args: string[]) {
  const env = { DATABASE_URL, PATH: process.env['PATH'] };
  return spawnSync(process.execPath, [bundled('src/audit.ts'), ...args], { env, encoding: 'utf8' });
}

it('tells which request asked for a cancellation and how it ended', async () => {
  const query = `mutation { cancelPayment(input: { paymentId: "${paymentId}", note: "for Ana" }) { outcome } }`;
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'the-key-of-a-caller' };
  const response = await fetch(world.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  expect(await response.json()).toMatchObject({ data: { cancelPayment: { outcome: 'CANCELLED' } } });

  const { stdout, status } = audit();
  expect(status).toBe(0);
  const [asked, settled, ...others] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(others).toEqual([]);
  const who = { tenant: 'default', actor: 'development', principal_class: 'service', target: paymentId };
  expect(asked).toMatchObject({ ...who, n: 1, operation: 'cancel', result: 'start' });
  expect(asked.request_id).toBe(response.headers.get('x-request-id'));
  expect(settled).toMatchObject({ ...who, n: 2, operation: 'settle', result: 'CANCELLED', next_action: 'NOTHING' });
  expect(settled.upstream_request_id).toEqual(expect.any(String));
  expect(settled.op_id).toBe(asked.op_id);
  expect(stdout).not.toMatch(/Ana|the-key-of-a-caller/);
});

it('is verified, and what it prints shows later that nothing was cut off', () => {
  const { stdout, status } = audit('--verify');
  expect([stdout, status]).toEqual([
    expect.stringMatching(/^head 0 2 [\da-f]{64}\n2 entries in 1 chains, 0 breaks\n$/),
    0,
  ]);
  const heads = join(temporaryDirectory('heads'), 'heads.txt');
  writeFileSync(heads, stdout);
  expect(audit('--heads', heads).status).toBe(0);

  const file = new Database(DATABASE_URL.replace(/^file:/, ''));
  file.exec('drop trigger audit_entry_update_refused');
  file.exec("update audit_entry set actor = 'somebody else' where n = 2");
  file.close();
  const found = audit('--heads', heads);
  expect([found.stderr, found.status]).toEqual(['chain 0: entry 2 was changed\n', 1]);
});

it('names the setting when there is no store', () => {
  const { stderr, status } = spawnSync(process.execPath, [bundled('src/audit.ts')], {
    env: { DATABASE_URL: 'mysql://user:hunter2@db/x' },
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual([expect.stringMatching(/^DATABASE_URL must be [^\n]*\n$/), 78]);
  expect(stderr).not.toContain('hunter2');
});

it('names the file that there is not', () => {
  const { stderr, status } = spawnSync(process.execPath, [bundled('src/audit.ts')], {
    env: { DATABASE_URL: 'file:./data/of-nobody.db' },
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['DATABASE_URL names a file that is not there.\n', 78]);
});
