import { expect, it } from 'vitest';
import { alertOf } from '../../../src/cancellation/rules/alerts.ts';

const upstream = { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null };

it.each([
  ['not-connected', null],
  ['not-connectable', 'connection-refused-for-good'],
  // An outage is told once, by the circuit, and not with every call that is held back.
  ['held-back', null],
] as const)('alerts for a call that is %s as it should', (reason, alert) => {
  expect(alertOf({ kind: 'not-sent', reason, systemCode: null, upstream })).toBe(alert);
});
