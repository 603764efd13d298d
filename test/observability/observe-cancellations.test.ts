import { expect, it } from 'vitest';
import { observeCancellations } from '../../src/observe-cancellations.ts';
import { recordingLog } from './lines.ts';

const upstream = { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null };

it('logs which system code keeps the gateway from a provider', () => {
  const { events, last } = recordingLog();
  const reason = 'not-connectable' as const;
  observeCancellations(events).answered({ kind: 'not-sent', reason, systemCode: 'ENOTFOUND', upstream });
  expect(last()).toMatchObject({ event: 'providerAlert', provider: 'VTEX', systemCode: 'ENOTFOUND' });
});
