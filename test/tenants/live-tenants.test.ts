import { describe, expect, it } from 'vitest';
import { LiveTenants } from '../../src/tenants/live-tenants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { cancelled, command, countedProvider, target, tenancyOf } from './provider.ts';

const minute = 60_000;
const terms = { deadlineMs: 1_000, inBackground: false };

/** Lets what is under way in the process go on, without any time passing. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function setUp(tokens: Record<string, string>, accountOf?: (token: string) => Promise<string | null>) {
  const clock = new VirtualClock();
  const provider = countedProvider(accountOf);
  const told: string[] = [];
  const tenants = new LiveTenants(tenancyOf(provider.definition, tokens), {
    definitions: [provider.definition],
    clock,
    toolsFor: (tenant) => ({
      clock,
      recovered: () => told.push(`${tenant} recovered`),
      circuit: (api, state) => told.push(`${tenant} ${api} ${state}`),
    }),
    accountChanged: (tenant, id) => told.push(`${tenant} ${id} has another account`),
  });
  const known = (tenant: string) => tenants.providersOf(tenant)[0];
  const adapterOf = (tenant: string) => {
    const adapter = known(tenant)?.adapter;
    if (!adapter) throw new Error(`${tenant} has no adapter.`);
    return adapter;
  };
  const replace = (next: Record<string, string>) => tenants.replace(tenancyOf(provider.definition, next));
  return { ...provider, clock, tenants, told, known, adapterOf, replace };
}

describe('a tenant', () => {
  it('is called with its own credentials', async () => {
    const { adapterOf, made } = setUp({ a: 'token-a', b: 'token-b' });
    await adapterOf('b').read(target, terms);
    expect(made.map(({ token }) => token)).toEqual(['token-b']);
    await adapterOf('a').read(target, terms);
    expect(made.map(({ token }) => token)).toEqual(['token-b', 'token-a']);
  });

  it.each(['c', 'default', '__proto__', 'constructor'])('that nobody knows has no providers: %s', (tenant) => {
    const { known } = setUp({ a: 'token-a' });
    expect(known(tenant)).toMatchObject({ definition: { id: 'ACME' }, adapter: null, account: '' });
  });

  it.each([
    ['a', 'a'],
    ['b', null],
    [undefined, null],
    [['a'], null],
    [{ a: 'a' }, null],
    ['__proto__', null],
  ])('is the one that the claim %j names', (claim, expected) => {
    expect(setUp({ a: 'token-a' }).tenants.recordNameOf(claim)).toBe(expected);
  });

  it('opens nothing until it is called', () => {
    const { known, made, clock } = setUp(
      Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`t${n}`, `token-${n}`])),
    );
    expect(known('t1')?.adapter).not.toBeNull();
    expect(made.length).toBeLessThanOrEqual(1);
    expect(clock.pending).toBeLessThanOrEqual(1);
  });

  it('is closed after five minutes without a call, and opened again', async () => {
    const { adapterOf, made, clock } = setUp({ a: 'token-a' });
    await adapterOf('a').read(target, terms);
    clock.jump(5 * minute - 1);
    await settle();
    expect(made[0]?.isClosed).toBe(false);
    for (let n = 0; n < 2; n++) {
      clock.jump(minute);
      await settle();
    }
    expect(made[0]?.isClosed).toBe(true);
    expect(clock.pending).toBe(0);
    await adapterOf('a').read(target, terms);
    expect(made).toHaveLength(2);
  });

  it('stays open while a call runs and while a circuit is open', async () => {
    const { adapterOf, made, clock } = setUp({ a: 'token-a' });
    const call = adapterOf('a').cancel(command);
    const sleepLong = async () => {
      for (let n = 0; n < 12; n++) {
        clock.jump(minute);
        await settle();
      }
    };
    await sleepLong();
    expect(made[0]?.isClosed).toBe(false);
    made[0]?.tools.circuit?.('payments', 'open');
    made[0]?.calls[0]?.();
    expect(await call).toBe(cancelled);
    await sleepLong();
    expect(made[0]?.isClosed).toBe(false);
    made[0]?.tools.circuit?.('payments', 'closed');
    await sleepLong();
    expect(made[0]?.isClosed).toBe(true);
  });
});

describe('a newer file', () => {
  it('is noticed by those alone whose settings it changes', async () => {
    const { adapterOf, made, replace } = setUp({ a: 'token-a', b: 'token-b', c: 'token-c' });
    const [a, b] = [adapterOf('a'), adapterOf('b')];
    await a.read(target, terms);
    await b.read(target, terms);
    expect(await replace({ a: 'token-a', b: 'other-b', d: 'token-d' })).toEqual({
      tenants: 3,
      changed: ['b', 'c', 'd'],
    });
    expect(adapterOf('a')).toBe(a);
    expect(adapterOf('b')).not.toBe(b);
    expect(made.map(({ token, isClosed }) => [token, isClosed])).toContainEqual(['token-b', true]);
    expect(made.map(({ token, isClosed }) => [token, isClosed])).toContainEqual(['token-a', false]);
  });

  it('lets what runs end on what it began with', async () => {
    const { adapterOf, made, replace } = setUp({ a: 'old' });
    const old = adapterOf('a');
    const call = old.cancel(command);
    await replace({ a: 'new' });
    expect(made[0]).toMatchObject({ token: 'old', isClosed: false });
    made[0]?.calls[0]?.();
    expect(await call).toBe(cancelled);
    await settle();
    expect(made[0]?.isClosed).toBe(true);
    // A second call of the same run, such as its read-back.
    await old.read(target, terms);
    expect(made.at(-1)).toMatchObject({ token: 'old', isClosed: true });
    await adapterOf('a').read(target, terms);
    expect(made.filter(({ token }) => token === 'new')).toMatchObject([{ isClosed: false }]);
  });

  it('takes the providers from whom it leaves out', async () => {
    const { adapterOf, known, made, replace, tenants } = setUp({ a: 'token-a', b: 'token-b' });
    await adapterOf('a').read(target, terms);
    await replace({ b: 'token-b' });
    expect(known('a')?.adapter).toBeNull();
    expect(tenants.recordNameOf('a')).toBeNull();
    expect(made[0]?.isClosed).toBe(true);
  });

  it('ends the circuits of what it replaces, and has what is open looked at', async () => {
    const { adapterOf, made, replace, told } = setUp({ a: 'old' });
    await adapterOf('a').read(target, terms);
    made[0]?.tools.circuit?.('payments', 'open');
    await replace({ a: 'new' });
    expect(told).toEqual(['a payments open', 'a payments closed', 'a recovered']);
  });

  it('opens nothing more when all is closed', async () => {
    const { adapterOf, made, tenants } = setUp({ a: 'token-a' });
    const a = adapterOf('a');
    const call = a.cancel(command);
    await tenants.close();
    expect(made[0]?.isClosed).toBe(true);
    const count = made.length;
    expect(await a.cancel(command)).toMatchObject({ kind: 'not-sent', reason: 'held-back' });
    expect(await a.read(target, terms)).toMatchObject({ kind: 'not-sent', reason: 'held-back' });
    expect(tenants.providersOf('a')).toHaveLength(1);
    expect(made).toHaveLength(count);
    made[0]?.calls[0]?.();
    expect(await call).toBe(cancelled);
  });
});

describe('the account of a tenant', () => {
  const accounts: Record<string, string> = { one: '1', 'one-rotated': '1', two: '2' };
  const accountOf = async (token: string) => accounts[token] ?? null;

  it('is asked for once, when the tenant is first needed', async () => {
    const { known, asked, tenants } = setUp({ a: 'one', b: 'two' }, accountOf);
    expect(asked).toEqual([]);
    await tenants.prepare('a');
    expect(known('a')?.account).toBe('1');
    await tenants.prepare('a');
    expect(known('a')?.account).toBe('1');
    expect(asked).toEqual(['one']);
  });

  it('is not asked for where the provider cannot name it', async () => {
    const { known, asked, made, tenants, clock } = setUp({ a: 'one' });
    await tenants.prepare('a');
    known('a');
    clock.jump(minute);
    expect(known('a')).toMatchObject({ account: '' });
    await settle();
    expect(asked).toEqual([]);
    expect(made).toEqual([]);
  });

  it('is asked for at the start where there is one tenant, and of none of many', () => {
    const many = setUp({ a: 'one', b: 'two' }, accountOf);
    many.tenants.start();
    expect(many.asked).toEqual([]);
    const provider = countedProvider(accountOf);
    const clock = new VirtualClock();
    const single = { ...tenancyOf(provider.definition, { default: 'one' }), recordNames: null };
    const toolsFor = () => ({ clock, recovered: () => undefined });
    const { definition } = provider;
    new LiveTenants(single, { definitions: [definition], clock, toolsFor, accountChanged: () => undefined }).start();
    expect(provider.asked).toEqual(['one']);
  });

  it('is asked for again a minute after nobody answered', async () => {
    const { known, asked, tenants, clock } = setUp({ a: 'mute' }, accountOf);
    await tenants.prepare('a');
    for (let n = 0; n < 5; n++) expect(known('a')?.account).toBe('');
    expect(asked).toHaveLength(1);
    clock.jump(minute);
    known('a');
    expect(asked).toHaveLength(2);
  });

  it('keeps a first request waiting for a second at most', async () => {
    const { tenants, clock } = setUp({ a: 'one' }, () => new Promise(() => undefined));
    let isReady = false;
    const prepared = tenants.prepare('a').then(() => {
      isReady = true;
    });
    clock.jump(999);
    await settle();
    expect(isReady).toBe(false);
    clock.jump(1);
    await prepared;
  });

  it.each([
    ['one', 'one-rotated', ['a recovered']],
    ['one', 'two', ['a ACME has another account', 'a recovered']],
    ['one', 'mute', ['a recovered']],
    ['mute', 'one', ['a recovered']],
  ])('that changes is told: from %s to %s', async (before, after, expected) => {
    const { known, tenants, told, replace } = setUp({ a: before }, accountOf);
    await tenants.prepare('a');
    await replace({ a: after });
    expect(told).toEqual(expected);
    expect(known('a')?.account).toBe(accounts[after] ?? '');
  });

  it('is known before new credentials are used', async () => {
    let tell: (account: string) => void = () => undefined;
    const asking = (token: string) =>
      token === 'one' ? Promise.resolve('1') : new Promise<string>((resolve) => (tell = resolve));
    const { known, tenants, replace } = setUp({ a: 'one' }, asking);
    await tenants.prepare('a');
    const replaced = replace({ a: 'two' });
    await settle();
    expect(known('a')?.account).toBe('1');
    tell('2');
    await replaced;
    expect(known('a')?.account).toBe('2');
  });

  it('is asked of eight tenants at a time when many have new credentials', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
    const tellAll: (() => void)[] = [];
    const asking = (token: string) =>
      token === 'old' ? Promise.resolve('1') : new Promise<string>((resolve) => tellAll.push(() => resolve('1')));
    const { tenants, replace } = setUp(Object.fromEntries(names.map((name) => [name, 'old'])), asking);
    for (const name of names) await tenants.prepare(name);
    const replaced = replace(Object.fromEntries(names.map((name) => [name, 'new'])));
    await settle();
    expect(tellAll).toHaveLength(8);
    for (let n = 0; n < 20; n++) {
      tellAll[n]?.();
      await settle();
    }
    expect(await replaced).toEqual({ tenants: 20, changed: names });
  });
});
