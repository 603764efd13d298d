import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { laptopIssuer } from '../../scripts/laptop-issuer.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type GatewayProcess, startProcess } from '../doubles/gateway-process.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const started: GatewayProcess[] = [];
afterAll(() => Promise.all(started.map((process) => process.stop())));

/** What `npm start` runs where no provider is configured. */
async function startPlayground(env: NodeJS.ProcessEnv = {}) {
  const variables = { PORT: '0', DATABASE_URL: freshDatabase(), ...env };
  const playground = startProcess(variables, { program: 'src/playground.ts' });
  started.push(playground);
  const base = (await playground.url).replace('/graphql', '');
  return { base, playground };
}

describe('npm start', () => {
  it('serves the explorer and says where it is', async () => {
    const { base, playground } = await startPlayground();
    const response = await fetch(`${base}/explorer/`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<base href="/explorer/">');
    await expect.poll(() => playground.output()).toContain(`${base}/explorer/`);
  });

  it('serves no explorer where it is switched off', async () => {
    const { base, playground } = await startPlayground({ EXPLORER: 'false' });
    expect((await fetch(`${base}/explorer/`)).status).toBe(404);
    await expect.poll(() => playground.output()).toContain('Ctrl-C ends both.');
    expect(playground.output()).not.toContain('/explorer/');
  });

  it('prints lines with a token, and no page, where callers need one', async () => {
    const { settings } = await laptopIssuer(temporaryDirectory('issuer'));
    const { base, playground } = await startPlayground(settings);
    await expect.poll(() => playground.output()).toContain('Ctrl-C ends both.');
    const lines = playground.output().match(/curl -s \S+\/graphql .*/g) ?? [];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toContain(' -H "authorization: Bearer $TOKEN" ');
    expect((await fetch(base)).status).toBe(404);
  });

  it('starts no emulator where a file names the tenants', async () => {
    const directory = temporaryDirectory('tenants');
    const { settings } = await laptopIssuer(directory);
    const file = join(directory, 'tenants.json');
    const acme = { MERCADO_PAGO_BASE_URL: 'http://127.0.0.1:9', MERCADO_PAGO_ACCESS_TOKEN: 'TEST-token-of-acme' };
    writeFileSync(file, JSON.stringify({ singleTenantRecords: null, tenants: { acme } }));
    const { base, playground } = await startPlayground({ ...settings, TENANTS_FILE: file });
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect(playground.output()).not.toContain('emulator');
  });
});
