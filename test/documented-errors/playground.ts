import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { GraphQLClient } from 'graphql-request';
import { bundled } from '../doubles/bundled.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import type { World } from '../world.ts';

export interface Playground extends Pick<World, 'ask'> {
  close(): Promise<void>;
}

/** What `npm start` runs where no provider is configured: a process of its own, on free ports. */
export async function startPlayground(): Promise<Playground> {
  const store = join(temporaryDirectory('playground'), 'cancellations.db');
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [bundled('src/playground.ts')], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { PATH, PORT: '0', DATABASE_URL: `file:${store}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const client = new GraphQLClient(await addressIn(createInterface(child.stdout)));
  return {
    ask: (query, variables) => client.request(query, variables),
    close() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [address] = /http:\S+\/graphql/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The playground ended before it named its address.');
}
