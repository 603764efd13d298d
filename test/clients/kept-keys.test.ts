import { afterEach, describe, expect, it, vi } from 'vitest';
import { isFinal } from '../../examples/clients/kept-keys.ts';
import { steadyFetch } from '../../examples/clients/steady-fetch.ts';
import { until } from '../e2e/time.ts';

afterEach(() => vi.unstubAllGlobals());

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

it('a fetch is given up in the pause that the gateway asks for', async () => {
  let asked = 0;
  const refusing: typeof fetch = async (_, init) => {
    init?.signal?.throwIfAborted();
    asked += 1;
    return new Response('{}', { status: 429, headers: { 'retry-after': '3600' } });
  };
  vi.stubGlobal('fetch', refusing);
  const controller = new AbortController();
  const answer = steadyFetch(async () => 'token')('https://gateway.example/graphql', { signal: controller.signal });
  await Promise.all([
    expect(answer).rejects.toMatchObject({ name: 'AbortError' }),
    until(() => asked === 1).then(() => controller.abort()),
  ]);
  expect(asked).toBe(1);
});
