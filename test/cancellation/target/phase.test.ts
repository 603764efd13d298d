import { expect, it } from 'vitest';
import { isFinal, type Phase } from '../../../src/cancellation/target/phase.ts';

const final: Record<Phase, boolean> = {
  active: false,
  cancelled: false,
  captured: true,
  ended: true,
  disputed: true,
  unrecognized: false,
};

it.each(Object.entries(final))('%s forbids a later cancel: %s', (phase, forbids) => {
  expect(isFinal(phase as Phase)).toBe(forbids);
});
