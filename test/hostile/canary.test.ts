import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/index.ts';
import { credentials, personal, searched } from '../canary.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import { startIssuer } from '../doubles/tokens.ts';
import { runDirectory, temporaryDirectory } from '../temporary-directory.ts';
import { gatewayEnv, startWorld } from '../world.ts';

const samples: Record<string, () => string | Promise<string>> = {
  accessToken: () => 'TEST-emulator-access-token',
  ordersAccessToken: () => 'APP_USR-emulator-test-user-token',
  webhookSecret: () => 'emulator-webhook-secret-4f1a',
  appKey: () => 'vtexappkey-emulator-LOCAL',
  appToken: () => 'emulator-app-token',
  'a token of a caller': async () => (await startIssuer()).token({ scope: 'payments:read' }),
  'a document number': () => '12345678909',
  'an e-mail address': () => 'buyer@example.com',
  'a card number': () => '4509953566233704',
};
const names = [...credentials, ...personal].map(([name]) => name);

let directory: string;
beforeEach(() => {
  directory = temporaryDirectory('planted');
});
// The search through this very run would find it.
afterEach(() => rmSync(directory, { recursive: true }));

it('has a sample of every mark', () => {
  expect(Object.keys(samples)).toEqual(names);
});

it.each(Object.entries(samples))(
  'the search through a run finds %s in a database and in a log',
  async (name, sample) => {
    const text = `before ${await sample()} after`;
    writeFileSync(join(directory, 'kept-log-1.txt'), text);
    const database = new Database(join(directory, 'records.db'));
    database.exec('create table note(text text)');
    database.prepare('insert into note values (?)').run(text);
    database.close();
    const found = searched(directory);
    expect(found.sort()).toEqual([
      expect.stringContaining(`${directory}/kept-log-1.txt holds ${name}: "before `),
      expect.stringContaining(`${directory}/records.db holds ${name}: `),
    ]);
  },
);

it('answers may tell personal data, and no credentials', async () => {
  writeFileSync(join(directory, 'kept-answers-1.txt'), 'buyer@example.com TEST-emulator-access-token');
  expect(searched(directory)).toEqual([expect.stringContaining(`${directory}/kept-answers-1.txt holds accessToken: `)]);
});

it('what gateways answer is kept to be searched, in this process and in another', async () => {
  const world = await startWorld({});
  await world.ask('{ inThisProcess: __typename }');
  await world.close();
  const emulator = await startEmulator();
  const gateway = startProcess({ ...gatewayEnv(emulator), DATABASE_URL: 'file::memory:' });
  await gateway.ask('{ inAnother: __typename }');
  await gateway.stop();
  await emulator.close();
  const kept = readFileSync(join(runDirectory(), `kept-answers-${process.pid}.txt`), 'utf8');
  expect(kept).toContain('{"data":{"inThisProcess":"Query"}}');
  expect(kept).toContain('{"data":{"inAnother":"Query"}}');
});
