import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/cancellation/clock.ts';
import { failure } from '../../src/cancellation/errors/failure.ts';
import type { CancellationEvents } from '../../src/cancellation/events.ts';
import type { CancelAnswer, ReadAnswer } from '../../src/cancellation/provider.ts';
import { settled } from '../../src/cancellation/rules/settled.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { observeCancellations } from '../../src/composition/observe-cancellations.ts';
import { answeredWith, sampleRecord } from '../cancellation/samples.ts';
import { recordingLog } from './lines.ts';

const payment = (id: string): Target => ({ kind: 'payment', provider: 'VTEX', id });
const of = (id: string, tenant = 'tenant') => ({ tenant, target: payment(id) });
const named = (tenant: string) => ({ tenant: `named-${tenant}` });
const clockAt = (now: number): Clock => ({ now: () => now, after: () => () => undefined });
const upstream = { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null };

it('logs which system code keeps the gateway from a provider', () => {
  const { events, last } = recordingLog();
  const reason = 'not-connectable' as const;
  const answer = { kind: 'not-sent', reason, systemCode: 'ENOTFOUND', upstream } as const;
  observeCancellations(events, clockAt(0), named).answered(answer, of('1'), 'cancel');
  expect(last()).toMatchObject({ event: 'providerAlert', provider: 'VTEX', systemCode: 'ENOTFOUND' });
});

describe('a refusal of the credentials', () => {
  const refused: CancelAnswer & ReadAnswer = { kind: 'refused', code: 'PROVIDER_FORBIDDEN', upstream };

  it('alerts at once', () => {
    const { events, last } = recordingLog();
    observeCancellations(events, clockAt(0), named).answered(refused, of('1'), 'cancel');
    expect(last()).toMatchObject({ event: 'providerAlert', reason: 'credentials-refused', tenant: 'named-tenant' });
  });

  describe('that may lie in the state of a target', () => {
    const perhaps: CancelAnswer & ReadAnswer = { ...refused, perhapsByState: true };
    const ended = (id: string, code: 'PROVIDER_FORBIDDEN' | 'PAYMENT_NOT_FOUND' = 'PROVIDER_FORBIDDEN') => {
      const error = code === 'PROVIDER_FORBIDDEN' ? failure(code, upstream) : failure(code, upstream, { targetId: id });
      const { verdict } = settled('NOT_CANCELLED', 'FIX_CREDENTIALS', error, null);
      return sampleRecord({ target: payment(id), state: 'DONE', lastAnswer: perhaps, verdict });
    };

    it.each<[string, (observer: CancellationEvents, id: string) => void]>([
      ['of a read', (observer, id) => observer.answered(perhaps, of(id), 'read')],
      ['of a cancel whose record ended so', (observer, id) => observer.settled(ended(id))],
    ])('alerts with the second target: %s', (_, meet) => {
      const { events, lines, last } = recordingLog('error');
      const observer = observeCancellations(events, clockAt(0), named);
      meet(observer, '1');
      meet(observer, '1');
      expect(lines).toEqual([]);
      meet(observer, '2');
      expect(lines).toHaveLength(1);
      expect(last()).toMatchObject({ event: 'providerAlert', reason: 'credentials-refused' });
    });

    it('alerts nobody about the credentials of two tenants', () => {
      const { events, lines } = recordingLog('error');
      const observer = observeCancellations(events, clockAt(0), named);
      observer.answered(perhaps, of('1', 'a'), 'read');
      observer.answered(perhaps, of('2', 'b'), 'read');
      expect(lines).toEqual([]);
    });

    it('alerts nobody where a read has explained it', () => {
      const { events, lines } = recordingLog('error');
      const observer = observeCancellations(events, clockAt(0), named);
      for (const id of ['1', '2']) {
        observer.answered(perhaps, of(id), 'cancel');
        observer.settled(ended(id, 'PAYMENT_NOT_FOUND'));
      }
      expect(lines).toEqual([]);
    });
  });
});

describe('a record that ends or stays open', () => {
  const upstream = { ...answeredWith(500, 'ERR-4821'), message: 'Not accepted' };
  const said = { status: 500, upstreamCode: 'ERR-4821', upstreamMessage: 'Not accepted' };
  const open = sampleRecord({ id: 'c-1', state: 'UNKNOWN', lastAnswer: { kind: 'failed', upstream } });

  it('is told with what the provider said last', () => {
    const { events, lines, last } = recordingLog();
    observeCancellations(events, clockAt(0), named).settled(open);
    expect(last()).toMatchObject({
      event: 'cancellationUnsettled',
      cancellationId: 'c-1',
      attempts: 1,
      tenant: 'named-tenant',
      ...said,
    });
    observeCancellations(events, clockAt(0), named).settled({ ...open, state: 'DONE', lastAnswer: null });
    const silent = { status: null, upstreamCode: null, upstreamMessage: null };
    expect(last()).toMatchObject({ event: 'cancellationSettled', cancellationId: 'c-1', ...silent });
    expect(lines).toHaveLength(2);
  });

  it('alerts where somebody has to cancel by hand', () => {
    const { events, lines, last } = recordingLog();
    observeCancellations(events, clockAt(0), named).manualCancellationNeeded({ ...open, state: 'DONE' });
    expect(last()).toMatchObject({
      ...{ event: 'manualCancellationNeeded', level: 'error', cancellationId: 'c-1', provider: 'MERCADO_PAGO' },
      ...said,
    });
    expect(lines).toHaveLength(1);
  });
});
