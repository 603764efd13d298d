import { afterEach, describe, expect, it, vi } from 'vitest';
import { steadyFetch } from '../../examples/clients/steady-fetch.ts';
import { until } from '../e2e/time.ts';

afterEach(() => vi.unstubAllGlobals());

const url = 'https://gateway.example/graphql';

it('a fetch is given up in the pause that the gateway asks for', async () => {
  let asked = 0;
  const refusing: typeof fetch = async (_, init) => {
    init?.signal?.throwIfAborted();
    asked += 1;
    return new Response('{}', { status: 429, headers: { 'retry-after': '3600' } });
  };
  vi.stubGlobal('fetch', refusing);
  const controller = new AbortController();
  const answer = steadyFetch(async () => 'token')(url, { signal: controller.signal });
  await Promise.all([
    expect(answer).rejects.toMatchObject({ name: 'AbortError' }),
    until(() => asked === 1).then(() => controller.abort()),
  ]);
  expect(asked).toBe(1);
});

describe('a token that has ended', () => {
  /** A gateway that takes one token; tells which it was shown. */
  function takingOnly(good: string): (string | null)[] {
    const shown: (string | null)[] = [];
    const gateway: typeof fetch = async (_, init) => {
      const token = new Headers(init?.headers).get('authorization');
      shown.push(token);
      return new Response('{}', { status: token === `Bearer ${good}` ? 200 : 401 });
    };
    vi.stubGlobal('fetch', gateway);
    return shown;
  }

  it('is replaced by a fresh one, and the same is sent again', async () => {
    const shown = takingOnly('new');
    const tokens = ['ended', 'new'];
    const { status } = await steadyFetch(async () => tokens.shift() ?? '')(url);
    expect([status, shown]).toEqual([200, ['Bearer ended', 'Bearer new']]);
  });

  it('reaches the app where the fresh one is refused too', async () => {
    const shown = takingOnly('none');
    const { status } = await steadyFetch(async () => 'ended')(url);
    expect([status, shown.length]).toEqual([401, 2]);
  });
});
