import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type GatewayProcess, startProcess } from '../doubles/gateway-process.ts';

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
});
