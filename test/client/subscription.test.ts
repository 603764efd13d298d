import { describe, expect, it, vi } from 'vitest';
import type { Subscribe } from '../../client/src/options.ts';
import type { CancelProgress } from '../../client/src/outcome.ts';
import { cancelled, json, recordOf, released, scriptedClient, waiting } from './scripted.ts';

type Sink = Parameters<Subscribe>[1];

const updated = (told: typeof waiting, changes: object = {}) => ({
  data: { cancellationUpdated: { ...recordOf(told), ...changes } },
});
const tellsTheEnd: Subscribe = (_, sink) => {
  queueMicrotask(() => {
    sink.next(updated(cancelled));
    sink.complete();
  });
  return () => {};
};

describe('leaves no timer behind', () => {
  const breaks: Subscribe = (_, sink) => {
    sink.complete();
    return () => {};
  };
  const silent: Subscribe = () => () => {};

  it.each([
    ['a subscription that tells the end', tellsTheEnd, {}],
    ['one that broke, and asking after it', breaks, {}],
    ['one that is silent until the deadline', silent, { deadlineMs: 20_000 }],
    ['one that is silent, and asking after it', silent, {}],
  ])('%s', async (_, subscribe, options) => {
    const { cancel, clock } = scriptedClient(
      ({ operation }, count) => {
        if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
        return { data: { cancellation: recordOf(count < 6 ? waiting : cancelled) } };
      },
      { subscribe },
    );
    const before = clock.pending;
    await cancel({ deadlineMs: 600_000, ...options });
    expect(clock.pending).toBe(before);
  });

  it('one that is silent when the caller aborts', async () => {
    const controller = new AbortController();
    const subscribe: Subscribe = () => {
      controller.abort();
      return () => {};
    };
    const { cancel, clock } = scriptedClient(() => ({ data: { cancelPayment: waiting } }), { subscribe });
    expect(await cancel({ signal: controller.signal })).toMatchObject({ end: 'ABORTED' });
    expect(clock.pending).toBe(0);
  });
});

describe('how the app ends a subscription changes no outcome', () => {
  it.each([
    ['by nothing', (() => undefined) as unknown as () => () => void],
    [
      'by what throws',
      () => () => {
        throw new Error('no socket');
      },
    ],
  ])('%s', async (_, ending) => {
    const subscribe: Subscribe = (payload, sink) => {
      tellsTheEnd(payload, sink);
      return ending();
    };
    const { cancel } = scriptedClient(() => ({ data: { cancelPayment: waiting } }), { subscribe });
    expect(await cancel()).toMatchObject({ outcome: 'CANCELLED', final: true });
  });
});

describe('what was told before an answer does not replace it', () => {
  it('where the cancel was sent again meanwhile', async () => {
    const sinks: Sink[] = [];
    const subscribe: Subscribe = (_, sink) => {
      if (sinks.push(sink) === 1) queueMicrotask(() => sink.next(updated(released)));
      return () => {};
    };
    const { cancel, asked } = scriptedClient(
      (_, count) => {
        // Another send under the key has run and was released, before this one is taken on.
        if (count === 2) sinks[0]?.next(updated(released, { retryAfterMs: 90_000 }));
        return { data: { cancelPayment: waiting } };
      },
      { subscribe },
    );
    expect(await cancel({ deadlineMs: 20_000 })).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    expect([asked.length, sinks.length]).toEqual([2, 2]);
  });

  it('where it was asked for meanwhile', async () => {
    let sink: Sink | null = null;
    const subscribe: Subscribe = (_, given) => {
      sink = given;
      return () => {};
    };
    const { cancel, asked } = scriptedClient(
      ({ operation }) => {
        if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
        sink?.next(updated(released, { retryAfterMs: 90_000 }));
        return { data: { cancellation: recordOf(waiting) } };
      },
      { subscribe },
    );
    expect(await cancel({ deadlineMs: 50_000 })).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    expect(asked.map(({ operation }) => operation)).toEqual(['CancelPayment', 'Cancellation']);
  });

  it('where another cancellation is followed', async () => {
    const followed: unknown[] = [];
    const subscribe: Subscribe = ({ variables: { id } }, sink) => {
      followed.push(id);
      if (followed.length === 1) queueMicrotask(() => sink.next(updated(waiting, { id: 'd' })));
      else tellsTheEnd({ query: '', variables: {} }, sink);
      return () => {};
    };
    const { cancel } = scriptedClient(() => ({ data: { cancelPayment: waiting } }), { subscribe });
    expect(await cancel()).toMatchObject({ outcome: 'CANCELLED' });
    expect(followed).toEqual(['c', 'd']);
  });
});

describe('while the asking gets no answer', () => {
  it('what is told holds', async () => {
    let sink: Sink | null = null;
    const subscribe: Subscribe = (_, given) => {
      sink = given;
      return () => {};
    };
    const { cancel } = scriptedClient(
      ({ operation }) => {
        if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
        sink?.next(updated(cancelled));
        sink?.complete();
        return new Promise(() => {});
      },
      { subscribe },
    );
    expect(await cancel()).toMatchObject({ outcome: 'CANCELLED', final: true, end: 'ANSWERED', problem: null });
  });

  it('a silent subscription asks no sooner than it may', async () => {
    const { cancel, asked } = scriptedClient(
      ({ operation }, count) => {
        if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
        return count === 2
          ? json({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] }, 429, { 'retry-after': '60' })
          : { data: { cancellation: recordOf(cancelled) } };
      },
      { subscribe: () => () => {} },
    );
    expect(await cancel({ deadlineMs: 600_000 })).toMatchObject({ outcome: 'CANCELLED' });
    expect(asked.map(({ at }) => at - (asked[0]?.at ?? 0))).toEqual([0, 30_000, 90_000]);
  });

  it('what is told before it may ask again is heard', async () => {
    let sink: Sink | null = null;
    const subscribe: Subscribe = (_, given) => {
      sink = given;
      return () => {};
    };
    const { cancel, clock, asked } = scriptedClient(
      ({ operation }) => {
        if (operation === 'CancelPayment') return { data: { cancelPayment: waiting } };
        clock.after(45_000, () => sink?.next(updated(cancelled)));
        return json({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] }, 429, { 'retry-after': '60' });
      },
      { subscribe },
    );
    expect(await cancel({ deadlineMs: 600_000 })).toMatchObject({ outcome: 'CANCELLED' });
    expect([asked.length, clock.now() - (asked[0]?.at ?? 0)]).toEqual([2, 75_000]);
  });
});

describe('onUpdate', () => {
  const inTurn = [waiting, { ...waiting, retryAfterMs: 2_000 }, { ...waiting, retryAfterMs: 2_000 }, cancelled];
  const answers = ({ operation }: { operation: string }, count: number) => {
    const told = inTurn[count - 1] ?? cancelled;
    return { data: operation === 'CancelPayment' ? { cancelPayment: told } : { cancellation: recordOf(told) } };
  };

  it('is told each change once', async () => {
    const told: CancelProgress[] = [];
    await scriptedClient(answers).cancel({ onUpdate: (progress) => told.push(progress) });
    expect(told.map(({ retryAfterMs }) => retryAfterMs)).toEqual([1_000, 2_000]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('the screen is gone');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the screen is gone'))],
  ])('that %s is logged, and ends nothing', async (_, onUpdate) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      expect(await scriptedClient(answers).cancel({ onUpdate })).toMatchObject({ outcome: 'CANCELLED' });
      expect(logged).toHaveBeenCalledWith(new Error('the screen is gone'));
    } finally {
      logged.mockRestore();
    }
  });
});
