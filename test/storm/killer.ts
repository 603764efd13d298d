import { between, type Chance, sleep } from './chance.ts';
import type { Replica } from './processes.ts';

export interface Kills {
  readonly count: number;
  readonly lastAt: number;
}

/**
 * Kills one of the replicas every `everyMs`, ready or not where there are others, and starts it again at once; the last one falls when the load
 * ends, with as much on its way as ever.
 */
export async function killUntil(
  replicas: readonly Replica[],
  endsAt: number,
  everyMs: readonly [number, number],
  chance: Chance,
): Promise<Kills> {
  let count = 0;
  const killOne = async () => {
    const victim = replicas[Math.floor(chance() * replicas.length)];
    await victim?.kill();
    count += 1;
    const at = Date.now();
    victim?.start();
    return at;
  };
  for (;;) {
    const wait = between(chance, ...everyMs);
    // A kill shortly before the last one would only make it hit a gateway that does nothing yet.
    if (Date.now() + wait + everyMs[0] > endsAt) break;
    // The only one is given the time to start, or on a slow machine it would never serve.
    if (replicas.length === 1) await replicas[0]?.ready();
    await sleep(Math.min(wait, endsAt - Date.now()));
    await killOne();
  }
  await sleep(endsAt - Date.now());
  return { lastAt: await killOne(), count };
}
