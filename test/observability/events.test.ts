import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recordingLog } from './lines.ts';

const cancellation = {
  cancellationId: 'c-1',
  provider: 'MERCADO_PAGO',
  targetKind: 'payment',
  targetId: '123',
  outcome: 'CANCELLED',
  errorCode: null,
  nextAction: null,
  status: 200,
  upstreamCode: null,
  upstreamMessage: 'The payment was cancelled',
  idempotencyKey: 'hunter2',
  attempts: 1,
  durationMs: 12,
};

class StoreError extends Error {
  readonly code = 'SQLITE_FULL';
}

describe('events', () => {
  it('tell that a circuit opened as an error, that it closed as news', () => {
    const { events, last } = recordingLog();
    const circuit = { provider: 'VTEX', api: 'payments' };
    events.circuitChanged({ ...circuit, state: 'open' });
    expect(last()).toMatchObject({ ...circuit, event: 'circuitChanged', level: 'error', reason: 'open' });
    events.circuitChanged({ ...circuit, state: 'closed' });
    expect(last()).toMatchObject({ ...circuit, event: 'circuitChanged', level: 'info', reason: 'closed' });
  });

  it('tell what became of a reload, a mistake a line', () => {
    const { events, last } = recordingLog();
    events.reloaded({ tenants: 3, changed: 1 });
    expect(last()).toMatchObject({ event: 'reloaded', level: 'info', tenants: 3, changed: 1 });
    const mistake = `TENANTS_FILE, acme: ${'x'.repeat(180)}`;
    events.reloadFailed({ mistake });
    expect(last()).toMatchObject({ event: 'reloadFailed', level: 'error', mistake });
    events.accountChanged({ tenant: 'acme', provider: 'MERCADO_PAGO' });
    expect(last()).toMatchObject({ event: 'accountChanged', level: 'warn', tenant: 'acme', provider: 'MERCADO_PAGO' });
  });

  it('warn that this process counts alone what callers ask for', () => {
    const { events, last } = recordingLog();
    events.rateLimitsUnshared();
    expect(last()).toMatchObject({ event: 'rateLimitsUnshared', level: 'warn' });
  });

  it('tell a settled cancellation with a hash of its key', () => {
    const { events, lines, last } = recordingLog();
    events.cancellationSettled(cancellation);
    const { idempotencyKey, ...fields } = cancellation;
    const keyHash = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 8);
    expect(last()).toMatchObject({ ...fields, keyHash, event: 'cancellationSettled', level: 'info' });
    expect(lines.join()).not.toContain('hunter2');
  });

  it('warn of an unsettled cancellation', () => {
    const { events, last } = recordingLog();
    events.cancellationUnsettled({ ...cancellation, outcome: 'UNKNOWN' });
    expect(last()).toMatchObject({ event: 'cancellationUnsettled', level: 'warn', outcome: 'UNKNOWN' });
  });

  it('tell as an error that somebody has to cancel by hand', () => {
    const { events, last } = recordingLog();
    const manually = { status: 501, upstreamCode: 'cancel-manually', upstreamMessage: 'By hand, please' };
    events.manualCancellationNeeded({ ...cancellation, ...manually });
    expect(last()).toMatchObject({ event: 'manualCancellationNeeded', level: 'error', targetId: '123', ...manually });
  });

  it('tell what the provider said, on one line and without secrets', () => {
    const { events, lines, last } = recordingLog();
    const upstreamCode = 'ERR-4821\n{"level":"error"}';
    const upstreamMessage = `of buyer@example.com, card 4111 1111 1111 1111 ${'x'.repeat(300)}`;
    events.cancellationUnsettled({ ...cancellation, upstreamCode, upstreamMessage });
    expect(lines.join().trimEnd()).not.toContain('\n');
    expect(last().upstreamCode).toBe('ERR-4821\\u000a{"level":"error"}');
    expect(last().upstreamMessage).toMatch(/^of \[redacted e-mail\], card \[redacted number\] x+…$/);
    expect(last().upstreamMessage).toHaveLength(256);
  });

  it.each([
    ['Cancel_1', 'Cancel_1'],
    ['with space', null],
    ['a\n{}', null],
    ['x'.repeat(65), null],
    [null, null],
  ])('name the operation only where it is a name: %j', (operationName, expected) => {
    const { events, last } = recordingLog();
    events.requestServed({ requestId: 'r', operationName, status: 200, durationMs: 1 });
    expect(last().operationName).toBe(expected);
  });

  it('tell an error by class and stack, never by message', () => {
    const { events, lines, last } = recordingLog();
    events.unexpectedError({ requestId: 'r', error: new RangeError('hunter2\n    at hunter2 (hunter2:1:1)') });
    expect(last()).toMatchObject({ event: 'unexpectedError', requestId: 'r', errorClass: 'RangeError' });
    expect(last().stack[0]).toMatch(/^at test\/observability\/events\.test\.ts:\d+:\d+$|^at .*\(.*:\d+:\d+\)$/);
    expect(lines.join()).not.toContain('hunter2');
  });

  it.each(['hunter2', { message: 'hunter2' }, null, undefined])('survive a thrown %j', (error) => {
    const { events, lines, last } = recordingLog();
    events.unexpectedError({ error });
    expect(last()).toMatchObject({ errorClass: typeof error, stack: [] });
    expect(lines.join()).not.toContain('hunter2');
  });

  it('name the class and code of a failure of the store', () => {
    const { events, last } = recordingLog();
    events.storeFailed({ step: 'claim', error: new StoreError('disk') });
    expect(last()).toMatchObject({ step: 'claim', errorClass: 'StoreError', systemCode: 'SQLITE_FULL' });
  });

  it('name the record that a failure is about, where it looks like one', () => {
    const { events, last } = recordingLog();
    events.storeFailed({ step: 'read', error: Object.assign(new Error('no'), { recordId: 'c-1' }) });
    expect(last()).toMatchObject({ event: 'storeFailed', cancellationId: 'c-1' });
    events.unexpectedError({ error: Object.assign(new Error('no'), { recordId: 'hunter 2' }) });
    expect(last()).not.toHaveProperty('cancellationId');
  });

  it('name what ended the store', () => {
    const { events, last } = recordingLog();
    events.storeDied({ error: new StoreError('thread') });
    expect(last()).toMatchObject({ event: 'storeDied', level: 'error', systemCode: 'SQLITE_FULL' });
  });

  it('tell what was started and what needs attention', () => {
    const { events, lines } = recordingLog();
    events.serverStarted({ url: 'http://127.0.0.1:4000', environment: 'production', providers: ['VTEX'] });
    events.providerAlert({ provider: 'VTEX', reason: 'credentials-refused', status: 401 });
    events.providerAlert({ provider: 'VTEX', api: 'payments', reason: 'leaves-out-requestId' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'serverStarted', level: 'info', providers: ['VTEX'] },
      { event: 'providerAlert', level: 'error', reason: 'credentials-refused', status: 401 },
      { event: 'providerAlert', level: 'error', api: 'payments', reason: 'leaves-out-requestId' },
    ]);
  });
});
