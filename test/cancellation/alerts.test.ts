import { expect, it } from 'vitest';
import { alertOf } from '../../src/cancellation/rules/alerts.ts';

const upstream = { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null };

it.each([
  ['connect ECONNREFUSED', true, null],
  ['connect ENOTFOUND', false, 'connection-refused-for-good'],
  ['TLS CERT_HAS_EXPIRED', false, 'connection-refused-for-good'],
  // An outage is told once, by the circuit, and not with every call that is held back.
  ['circuit open', false, null],
  ['too many calls', false, null],
])('alerts for a call unsent because of %s as it should', (reason, transient, alert) => {
  expect(alertOf({ kind: 'not-sent', reason, transient, upstream })).toBe(alert);
});
