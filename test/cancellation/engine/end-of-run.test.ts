import { describe, expect, it } from 'vitest';
import { endWithin } from '../../../src/cancellation/engine/end-of-run.ts';
import type { CancellationEvents } from '../../../src/cancellation/events.ts';
import { UnreadableRecord } from '../../../src/cancellation/record/unreadable-record.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { sampleRecord } from '../samples.ts';

function listening() {
  const told: unknown[] = [];
  const events: CancellationEvents = {
    settled: () => told.push('settled'),
    manualCancellationNeeded: () => told.push('manualCancellationNeeded'),
    answered: () => told.push('answered'),
    storeFailed: (step, error) => told.push(['storeFailed', step, error]),
    crashed: (error) => told.push(['crashed', error]),
  };
  return { told, engine: { clock: new VirtualClock(), events } };
}

const unreadable = new UnreadableRecord({ id: 'c-1', reason: 'it is damaged' });
/** As it comes from another thread. */
const posted = Object.assign(new Error(unreadable.message), { name: 'UnreadableRecord' });
const bug = new TypeError('a bug');

describe('a run that somebody waits for', () => {
  it('ends as its record, and nothing is reported', async () => {
    const { engine, told } = listening();
    const record = sampleRecord({ id: 'c-1' });
    expect(await endWithin(engine, Promise.resolve(record), 1_000)).toBe(record);
    expect(told).toEqual([]);
  });

  it.each([
    ['of a record that cannot be read as a failure of the store', unreadable, ['storeFailed', 'acquire', unreadable]],
    ['of one that cannot be read, from its thread, alike', posted, ['storeFailed', 'acquire', posted]],
    ['of anything else as a bug', bug, ['crashed', bug]],
  ])('reports the rejection %s', async (_, error, report) => {
    const { engine, told } = listening();
    expect(await endWithin(engine, Promise.reject(error), 1_000)).toBeNull();
    expect(told).toEqual([report]);
  });
});
