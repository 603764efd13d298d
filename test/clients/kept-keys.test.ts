import { describe, expect, it } from 'vitest';
import { isFinal } from '../../examples/clients/kept-keys.ts';

describe('a key may be forgotten', () => {
  const manual = { outcome: 'UNKNOWN', nextAction: 'CANCEL_MANUALLY' };
  const done = { outcome: 'CANCELLED', nextAction: 'NOTHING' };

  it.each([
    ['after an answer whose record is settled', { ...manual, cancellation: { settled: true } }, true],
    ['not while its record is open', { ...manual, cancellation: { settled: false } }, false],
    ['after a cancellation that is settled', { ...manual, settled: true }, true],
    ['not while a cancellation is open', { ...manual, settled: false }, false],
    ['after what is certain without a record', { ...done, cancellation: null }, true],
    ['not after what nobody knows and no record tells', { ...manual, cancellation: null }, false],
    ['not while the gateway is at work', { ...done, nextAction: 'WAIT', settled: true }, false],
    ['not where the same key may run again', { ...done, nextAction: 'RETRY_SAME_KEY', cancellation: null }, false],
  ])('%s', (_, answer, final) => {
    expect(isFinal(answer)).toBe(final);
  });
});
