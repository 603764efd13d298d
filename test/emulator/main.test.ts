import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { listen, stop } from '../rest/peer.ts';

type Child = ChildProcessByStdio<null, Readable, Readable>;
let child: Child;

/** `npm run emulator`, with this port. */
function start(port: string): Child {
  child = spawn(process.execPath, ['--import', 'tsx', 'src/emulator/main.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { PATH: process.env['PATH'], EMULATOR_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

afterEach(async () => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
});

describe('the emulator alone', () => {
  it('prints the variables that point a gateway at it', async () => {
    const variables: Record<string, string> = {};
    for await (const line of createInterface(start('0').stdout)) {
      const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) variables[name] = value;
      if (line.startsWith('MERCADO_PAGO ')) break;
    }
    const { providers, databaseUrl } = readConfig(variables, providerDefinitions);
    expect(providers).toHaveLength(providerDefinitions.length);
    expect(databaseUrl.reveal()).toContain('playground.db');
    const { MERCADO_PAGO_BASE_URL: url, MERCADO_PAGO_ACCESS_TOKEN: token } = variables;
    const headers = { authorization: `Bearer ${token}` };
    expect(await fetch(`${url}/v1/payments/10000000001`, { headers })).toMatchObject({ status: 200 });
  });

  it('says in one line that its port is taken', async () => {
    const holder = createServer();
    const port = await listen(holder);
    expect(await failure(String(port))).toEqual([
      78,
      `EMULATOR_PORT ${port} is taken: set it to a free one, or to 0 for any.\n`,
    ]);
    await stop(holder);
  });

  it.each(['http', '65536', '-1'])('says in one line that %s is no port', async (port) => {
    expect(await failure(port)).toEqual([78, 'EMULATOR_PORT must be a whole number from 0 to 65535.\n']);
  });
});

async function failure(port: string) {
  const { stderr } = start(port);
  const [said, [code]] = await Promise.all([text(stderr), once(child, 'exit')]);
  return [code, said];
}
