import { expect, it } from 'vitest';
import { Retention } from '../../../src/cancellation/engine/retention.ts';
import type { AuditTrail } from '../../../src/cancellation/record/audit-trail.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;
const ignore = () => undefined;
const events = {
  answered: ignore,
  settled: ignore,
  manualCancellationNeeded: ignore,
  storeFailed: ignore,
  crashed: ignore,
};

/** A trail in several chains, of which one call shortens one, with the times of their entries. */
function trailOf(chains: number[][]): AuditTrail & { readonly left: () => number[] } {
  return {
    append: async () => undefined,
    async forget(before, limit) {
      const chain = chains.find(([oldest = before]) => oldest < before);
      const old = chain?.filter((at) => at < before).slice(0, limit) ?? [];
      chain?.splice(0, old.length);
      return old.length;
    },
    left: () => chains.flat(),
  };
}

async function passes(clock: VirtualClock, ms: number): Promise<void> {
  for (const end = clock.now() + ms; clock.now() < end; ) {
    clock.jump(1_000);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

it('every chain of the audit trail forgets what is past its time within a minute', async () => {
  const clock = new VirtualClock();
  const old = clock.now() - year;
  const chains = Array.from({ length: 32 }, (_, chain) => [old - chain, old + 2 * hour]);
  const trail = trailOf(chains);
  const retention = new Retention({ clock, events, store: new MemoryRecordStore() }, trail);
  retention.start();
  await passes(clock, minute);
  expect(trail.left()).toEqual(chains.map(() => old + 2 * hour));
  retention.stop();
});

it('a round of the purge ends, though something comes past its time all along', async () => {
  const clock = new VirtualClock();
  const start = clock.now();
  const everySecond = Array.from({ length: 3_000 }, (_, second) => start - year + second * 1_000);
  const trail = trailOf([everySecond]);
  const retention = new Retention({ clock, events, store: new MemoryRecordStore() }, trail);
  retention.start();
  await passes(clock, 10 * minute);
  expect(trail.left().length).toBeGreaterThan(2_990);
  await passes(clock, hour);
  expect(trail.left()).toEqual([]);
  retention.stop();
});
