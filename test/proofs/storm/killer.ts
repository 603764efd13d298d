import { between, type Chance, sleep } from './chance.ts';
import type { Replica } from './processes.ts';

export interface Kills {
  readonly count: number;
  readonly lastAt: number;
}

/** Of the kills, those that fall where they fall, also on a gateway that starts; on a slow machine all would. */
const whereverShare = 0.2;

/**
 * Kills one of the replicas every `everyMs`, counted from when it serves, and starts it again at once; the last one falls
 * when the load ends, with as much on its way as ever.
 */
export async function killUntil(
  replicas: readonly Replica[],
  endsAt: number,
  everyMs: readonly [number, number],
  chance: Chance,
): Promise<Kills> {
  let count = 0;
  const killOne = async (waitMs: number) => {
    const victim = replicas[Math.floor(chance() * replicas.length)];
    const wherever = chance() < whereverShare;
    if (!wherever) await Promise.race([victim?.ready(), sleep(endsAt - Date.now())]);
    await sleep(Math.min(waitMs, endsAt - Date.now()));
    await victim?.kill();
    count += 1;
    const at = Date.now();
    victim?.start();
    return at;
  };
  for (;;) {
    const waitMs = between(chance, ...everyMs);
    // A kill shortly before the last one would only make it hit a gateway that does nothing yet.
    if (Date.now() + waitMs + everyMs[0] > endsAt) break;
    await killOne(waitMs);
  }
  await sleep(endsAt - Date.now());
  return { lastAt: await killOne(0), count };
}
