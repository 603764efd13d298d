import { describe, expect, it } from 'vitest';
import { createCancellationClient } from '../../client/src/client.ts';
import { cancelled, json, recordOf, scriptedClient, waiting } from './scripted.ts';

const never = () => new Promise<never>(() => {});

describe('an answer that the contract does not have is lost', () => {
  it.each([
    ['no field', { data: {} }],
    ['a list', []],
    ['no data', { status: 'ok' }],
    ['data that is null', { data: null }],
    ['an empty payload', { data: { cancelPayment: {} } }],
    ['a text', { data: { cancelPayment: 'x' } }],
    ['a message that is no text', { data: { cancelPayment: { ...cancelled, userMessage: 7 } } }],
    ['a cancellation without an id', { data: { cancelPayment: { ...cancelled, cancellation: { settled: true } } } }],
    ['no word of a cancellation', { data: { cancelPayment: { ...cancelled, cancellation: undefined } } }],
  ])('%s', async (_, body) => {
    const { cancel, asked } = scriptedClient(() => body);
    expect(await cancel({ deadlineMs: 5_000 })).toMatchObject({
      outcome: 'UNKNOWN',
      nextAction: 'RETRY_SAME_KEY',
      final: false,
      end: 'DEADLINE',
      problem: { code: 'UNREADABLE_ANSWER' },
    });
    expect(asked.length).toBeGreaterThan(1);
  });

  it('errors that are no list', async () => {
    const { cancel } = scriptedClient((_, count) =>
      count === 1 ? { errors: { message: 'no' } } : { data: { cancelPayment: cancelled } },
    );
    expect(await cancel()).toMatchObject({ outcome: 'CANCELLED', final: true });
  });

  it('while it is followed', async () => {
    const { cancel } = scriptedClient(({ operation }, count) => {
      if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
      return { data: { cancellation: count === 2 ? { id: 'c' } : recordOf(cancelled) } };
    });
    expect(await cancel()).toMatchObject({ outcome: 'CANCELLED', final: true });
  });
});

describe('what never ends', () => {
  it.each([['the deadline', 15_000, 'DEADLINE'] as const, ['the timeout of one request', 60_000, 'ANSWERED'] as const])(
    'a fetch that ignores its signal is left at %s',
    async (_, deadlineMs, end) => {
      const { cancel, asked } = scriptedClient((_, count) =>
        end === 'DEADLINE' || count === 1 ? never() : { data: { cancelPayment: cancelled } },
      );
      expect(await cancel({ deadlineMs })).toMatchObject({
        outcome: end === 'DEADLINE' ? 'UNKNOWN' : 'CANCELLED',
        end,
      });
      expect(asked).toHaveLength(2);
    },
  );

  it('a fetch that ignores its signal is left when the caller aborts', async () => {
    const controller = new AbortController();
    const { cancel } = scriptedClient(() => {
      controller.abort();
      return never();
    });
    expect(await cancel({ signal: controller.signal })).toMatchObject({
      outcome: 'UNKNOWN',
      end: 'ABORTED',
      problem: { code: 'GIVEN_UP' },
    });
  });

  it('headers that do not come send nothing', async () => {
    const { cancel, asked } = scriptedClient(() => ({}), { headers: never });
    expect(await cancel({ deadlineMs: 15_000 })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      final: false,
      end: 'DEADLINE',
      problem: { code: 'HEADERS_FAILED' },
    });
    expect(asked).toEqual([]);
  });

  it('a key that is never stored is left when the caller aborts, and nothing is sent', async () => {
    const controller = new AbortController();
    const { cancel, asked } = scriptedClient(() => ({}));
    const onKey = () => {
      setImmediate(() => controller.abort());
      return never();
    };
    expect(await cancel({ onKey, signal: controller.signal })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      final: false,
      end: 'ABORTED',
      problem: null,
    });
    expect(asked).toEqual([]);
  });

  it('headers that come too late send nothing', async () => {
    let come: (headers: Record<string, string>) => void = () => {};
    const headers = () =>
      new Promise<Record<string, string>>((resolve) => {
        come = resolve;
      });
    const { cancel, asked } = scriptedClient(() => ({}), { headers });
    expect(await cancel({ deadlineMs: 5_000 })).toMatchObject({ outcome: 'NOT_CANCELLED' });
    come({});
    await new Promise(setImmediate);
    expect(asked).toEqual([]);
  });
});

it('a header that cannot be sent is the app’s own failure', async () => {
  const { cancel, asked } = scriptedClient(() => json({}), { headers: { authorization: 'Bearer a\nb' } });
  expect(await cancel({ deadlineMs: 5_000 })).toMatchObject({
    outcome: 'NOT_CANCELLED',
    problem: { code: 'HEADERS_FAILED' },
  });
  expect(asked).toEqual([]);
});

it.each(['/graphql', 'gateway.example/graphql', ''])('the url %j makes no client', (url) => {
  expect(() => createCancellationClient({ url })).toThrow('url has to begin with');
});
