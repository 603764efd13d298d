import { expect, it } from 'vitest';
import { answerOf } from '../../src/providers/answer.ts';
import { unsent } from '../../src/rest/result.ts';

const source = { provider: 'VTEX', secrets: [], errorIn: () => ({ code: null, message: null }) };
const upstream = { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null };

it.each([
  ['circuit-open', 'held-back'],
  ['too-many-calls', 'held-back'],
  ['client-closed', 'held-back'],
  ['deadline-passed', 'not-connected'],
  ['connect-failed', 'not-connected'],
  ['unknown-host', 'not-connectable'],
  ['tls-cut-off', 'not-connectable'],
  ['wrong-peer', 'not-connectable'],
] as const)('tells the domain of %s as %s', (unsentReason, reason) => {
  const answer = answerOf(unsent(unsentReason, 'SYSTEM_CODE'), source, 0);
  expect(answer).toEqual({ kind: 'not-sent', reason, systemCode: 'SYSTEM_CODE', upstream });
});
