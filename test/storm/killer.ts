import { between, type Chance, sleep } from './chance.ts';
import type { Replica } from './processes.ts';

export interface Kills {
  readonly count: number;
  readonly lastAt: number;
}

/** Of the kills, those that fall where they fall, also on a gateway that starts; on a slow machine all would. */
const whereverShare = 0.2;

/**
 * Kills one of the replicas every `everyMs` and starts it again at once; the last one falls when the load
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
    const wherever = chance() < whereverShare;
    if (!wherever) await victim?.ready();
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
    await sleep(wait);
    await killOne();
  }
  await sleep(endsAt - Date.now());
  return { lastAt: await killOne(), count };
}
