import { afterAll, expect, test } from 'vitest';
import { endAll } from './processes.ts';
import { runStorm, settleWithinMs } from './run.ts';

afterAll(() => endAll());

/** A sample of `npm run storm`: one replica, two kills, the same checks. */
test('a gateway on SQLite that is killed twice under load cancels once, forgets nothing and tells the truth', async () => {
  const storm = await runStorm({
    mode: 'sqlite',
    seed: 20,
    loadMs: 3_000,
    perSecond: 15,
    killEveryMs: [900, 1_100],
    entry: 'src/main.ts',
  });

  expect(storm.violations).toEqual({ double: [], lost: [], wrong: [], disagreeing: [] });
  expect(storm.unexpected).toEqual([]);
  expect(storm.kills.count).toBeGreaterThanOrEqual(2);
  expect(storm.evidence.ledger.effects.size).toBeGreaterThan(10);
  expect(Math.max(0, ...storm.settledAfterMs)).toBeLessThan(settleWithinMs);
}, 90_000);
