import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import type { CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import type { PageRequest, RecordPage } from '../../../src/cancellation/record/record-page.ts';
import { verdictToShopper } from '../../../src/cancellation/rules/told.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith, lostAnswer } from '../samples.ts';
import { asked, service, shopper, shopperScene } from './shopper-scene.ts';

/** Payment 1 is Ana's and payment 2 is Bia's; of payment 3 there is none. */
const scene = (store?: MemoryRecordStore) => shopperScene({ 1: 'cart-of-ana', 2: 'cart-of-bia' }, store);
const ana = shopper('ana', { references: ['cart-of-ana'] });
const bia = shopper('bia', { references: ['cart-of-bia'] });
const stranger = shopper('stranger', {});
const lister = shopper('lister', { payments: ['1', '3'] });

const never = () => new Promise<never>(() => undefined);
const notFound = (targetId: string) => failure('PAYMENT_NOT_FOUND', null, { targetId });

describe('a read', () => {
  it.each([
    ['theirs by its reference', ana, '1', 1],
    ['theirs by the token', lister, '1', 1],
  ])('shows a payment that is %s', async (_, caller, id, calls) => {
    const { read, calls: made } = scene();
    expect(await read(caller, id)).toMatchObject({ kind: 'found', snapshot: { id } });
    expect(made).toHaveLength(calls);
  });

  it.each([
    ["another shopper's", ana, '2', 1],
    ['missing', ana, '3', 1],
    ["another's, for a token without references", stranger, '2', 0],
    ['missing, for a token without references', stranger, '3', 0],
    ['missing, though the token lists it', lister, '3', 1],
    ['not in the list of the token', lister, '2', 0],
  ])('finds nothing where the payment is %s', async (_, caller, id, calls) => {
    const { read, calls: made } = scene();
    expect(await read(caller, id)).toEqual({ kind: 'failed', failure: notFound(id) });
    expect(made).toHaveLength(calls);
  });

  it('says what is wrong with the provider, and not in its words', async () => {
    const { read, answers } = scene();
    answers.read = async () => ({ kind: 'failed', upstream: answeredWith(500, 'oops') });
    for (const caller of [ana, lister]) {
      expect(await read(caller, '1')).toEqual({ kind: 'failed', failure: failure('PROVIDER_INTERNAL_ERROR') });
    }
  });

  it('shows whoever acts for the merchant everything', async () => {
    const { read } = scene();
    expect(await read(service, '2')).toMatchObject({ kind: 'found' });
    const upstream = answeredWith(404, '2000');
    expect(await read(service, '3')).toEqual({
      kind: 'failed',
      failure: failure('PAYMENT_NOT_FOUND', upstream, { targetId: '3' }),
    });
  });
});

describe('a cancel', () => {
  it('is sent and written down once a read has shown whose it is', async () => {
    const { cancel, calls } = scene();
    expect(await cancel(ana, asked('1'))).toMatchObject({ verdict: { outcome: 'CANCELLED' } });
    expect(calls).toEqual(['read 1 of 0', 'cancel 1 of 1']);
  });

  it('is sent without a read where the token lists the payment', async () => {
    const { cancel, calls } = scene();
    expect(await cancel(lister, asked('1'))).toMatchObject({ verdict: { outcome: 'CANCELLED' } });
    expect(calls).toEqual(['cancel 1 of 1']);
  });

  it('is sent for the merchant without a read', async () => {
    const { cancel, calls } = scene();
    await cancel(service, asked('2'));
    expect(calls).toEqual(['cancel 2 of 1']);
  });

  it.each([
    ["another shopper's", ana, '2', ['read 2 of 0']],
    ['missing', ana, '3', ['read 3 of 0']],
    ["another's, for a token without references", stranger, '2', []],
    ['missing, for a token without references', stranger, '3', []],
  ])('goes no further where the payment is %s', async (_, caller, id, calls) => {
    const { cancel, calls: made, store } = scene();
    expect(await cancel(caller, asked(id, { idempotencyKey: 'k' }))).toEqual({
      verdict: { outcome: 'NOT_CANCELLED', nextAction: 'FIX_INPUT', retryAfterMs: null, failure: notFound(id) },
      idempotencyKey: 'k',
      replayed: false,
      record: null,
      snapshot: null,
    });
    expect(made).toEqual(calls);
    expect(store.all()).toEqual([]);
  });

  it('of a missing listed payment is answered in the same words', async () => {
    const { cancel, answers } = scene();
    const upstream = answeredWith(404, '2000');
    answers.cancel = async () => ({ kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream });
    const { verdict } = await cancel(lister, asked('3'));
    expect(verdict).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'FIX_INPUT', failure: notFound('3') });
  });

  it.each<[string, ReadAnswer, string, number]>([
    ['is out of reach', lostAnswer, 'PROVIDER_UNREACHABLE', 2_000],
    [
      ...(['limits requests', { kind: 'rate-limited', retryAfterMs: 9_000, upstream: answeredWith(429) }] as const),
      ...(['PROVIDER_RATE_LIMITED', 9_000] as const),
    ],
    ['fails', { kind: 'failed', upstream: answeredWith(500) }, 'PROVIDER_INTERNAL_ERROR', 5_000],
  ])('is for a retry where the provider %s', async (_, answer, code, retryAfterMs) => {
    const { cancel, answers, store, calls } = scene();
    answers.read = async () => answer;
    expect(await cancel(ana, asked('1'))).toMatchObject({
      verdict: {
        outcome: 'NOT_CANCELLED',
        nextAction: 'RETRY_SAME_KEY',
        retryAfterMs,
        failure: { code, upstream: null },
      },
      record: null,
    });
    expect(store.all()).toEqual([]);
    expect(calls.filter((call) => call.startsWith('cancel'))).toEqual([]);
  });

  it.each<[string, ReadAnswer, string]>([
    [
      ...([
        'the provider refuses the credentials',
        { kind: 'refused', code: 'ACCESS_TOKEN_INVALID', upstream: answeredWith(401) },
      ] as const),
      'FIX_CREDENTIALS',
    ],
    [
      'what the provider shows cannot be read',
      { kind: 'lost', reason: 'no id', answered: true, upstream: answeredWith(200) },
      'CONTACT_SUPPORT',
    ],
  ])('is not for a retry where %s', async (_, answer, nextAction) => {
    const { cancel, answers } = scene();
    answers.read = async () => answer;
    const { verdict } = await cancel(ana, asked('1'));
    expect(verdict).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction, retryAfterMs: null });
  });

  it('each of a list is shown to be theirs by itself', async () => {
    const { gateway, inTime, clock, store } = scene();
    const list = gateway.cancelAll(ana, [asked('1'), asked('2')], clock.now());
    const { value: results } = await inTime(Promise.all(list.map(({ result }) => result)));
    expect(results.map(({ verdict }) => verdict.outcome)).toEqual(['CANCELLED', 'NOT_CANCELLED']);
    expect(store.all()).toHaveLength(1);
  });
});

describe('the time of an answer', () => {
  it('covers the read before it', async () => {
    const { gateway, clock, inTime, answers, store } = scene();
    answers.read = never;
    const { value, ms } = await inTime(gateway.cancel(ana, asked('1'), clock.now() - 2_000));
    expect(ms).toBe(6_000);
    expect(value.verdict).toMatchObject({ outcome: 'NOT_CANCELLED', failure: { code: 'PROVIDER_UNREACHABLE' } });
    expect(store.all()).toEqual([]);
  });

  it('is what the read has left for the cancel', async () => {
    const { gateway, clock, inTime, answers } = scene();
    const shown = answers.read;
    answers.read = (id) => new Promise((resolve) => clock.after(3_000, () => resolve(shown(id))));
    answers.cancel = never;
    const { value, ms } = await inTime(gateway.cancel(ana, asked('1'), clock.now()));
    expect(ms).toBe(8_000);
    expect(value.verdict).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
  });
});

describe('a key', () => {
  const key = { idempotencyKey: 'k' };

  it('that was used for the payment before needs no read', async () => {
    const { cancel, answers, calls } = scene();
    await cancel(ana, asked('1', key));
    answers.read = async () => lostAnswer;
    expect(await cancel(ana, asked('1', key))).toMatchObject({ verdict: { outcome: 'CANCELLED' }, replayed: true });
    // Also when the token, an hour later, no longer says anything.
    expect(await cancel(shopper('ana', {}), asked('1', key))).toMatchObject({ replayed: true });
    expect(calls).toHaveLength(2);
  });

  it('of one shopper never meets that of another', async () => {
    const { cancel, gateway } = scene();
    const first = await cancel(ana, asked('1', key));
    const second = await cancel(bia, asked('2', key));
    expect(second).toMatchObject({ verdict: { outcome: 'CANCELLED' }, replayed: false });
    expect((await gateway.cancellationByKey(ana, 'k'))?.id).toBe(first.record?.id);
    expect((await gateway.cancellationByKey(bia, 'k'))?.id).toBe(second.record?.id);
  });

  it("used for one payment does not open another's", async () => {
    const { cancel } = scene();
    await cancel(ana, asked('1', key));
    for (const id of ['2', '3']) expect((await cancel(ana, asked(id, key))).verdict.failure).toEqual(notFound(id));
  });

  it('used for a payment does not open the order of the same id', async () => {
    const { cancel } = scene();
    await cancel(ana, asked('1', key));
    const { verdict } = await cancel(ana, asked('1', { ...key, kind: 'order' }));
    expect(verdict.failure).toEqual(failure('ORDER_NOT_FOUND', null, { targetId: '1' }));
  });

  it("used for one payment is refused for the shopper's next", async () => {
    const { cancel } = shopperScene({ 1: 'cart-of-ana', 4: 'cart-of-ana' });
    await cancel(ana, asked('1', key));
    const { verdict } = await cancel(ana, asked('4', key));
    expect(verdict).toMatchObject({ outcome: 'NOT_CANCELLED', failure: { code: 'IDEMPOTENCY_KEY_ALREADY_USED' } });
  });
});

describe('a cancel that is unaccounted for', () => {
  const key = (idempotencyKey: string) => asked('1', { idempotencyKey });
  const rita = shopper('rita', { references: ['cart-of-ana'] });
  const away = { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', failure: { code: 'PROVIDER_UNREACHABLE' } };

  /** Ana's cancel of her payment is lost, and the provider is away from then on. */
  async function lost(store?: MemoryRecordStore) {
    const started = scene(store);
    started.answers.cancel = async () => lostAnswer;
    const { record } = await started.cancel(ana, key('first'));
    started.answers.read = async () => lostAnswer;
    return Object.assign(started, { id: record?.id });
  }

  it.each([
    ['another key', ana],
    ['another key and a token that shows nothing any more', shopper('ana', {})],
  ])('is told to whoever asked for it, under %s', async (_, caller) => {
    const { cancel, id } = await lost();
    expect(await cancel(caller, key('second'))).toMatchObject({
      ...{ verdict: { outcome: 'UNKNOWN', nextAction: 'WAIT' }, idempotencyKey: 'second' },
      record: { id, idempotencyKey: 'first', requestedBy: 'ana' },
    });
  });

  it('is told also where it was written down while the payment was read', async () => {
    const { cancel, gateway, answers, clock, inTime } = scene();
    answers.cancel = async () => lostAnswer;
    const shown = answers.read;
    let reads = 0;
    answers.read = (id) => {
      reads += 1;
      if (reads === 1) return new Promise((resolve) => clock.after(1_000, () => resolve(lostAnswer)));
      return reads === 2 ? shown(id) : Promise.resolve(lostAnswer);
    };
    const first = gateway.cancel(ana, key('first'), clock.now());
    const { record } = await cancel(ana, key('second'));
    const { verdict, record: told } = (await inTime(first)).value;
    expect([verdict.outcome, told?.id]).toEqual(['UNKNOWN', record?.id]);
  });

  it('shows nothing to another who owns the payment too', async () => {
    const { cancel } = await lost();
    expect(await cancel(rita, key('first'))).toMatchObject({ verdict: away, record: null });
  });

  it("shows nothing of another account's payment of the same id", async () => {
    const started = scene();
    started.merchant.account = 'one';
    started.answers.cancel = async () => lostAnswer;
    await started.cancel(ana, key('first'));
    started.answers.read = async () => lostAnswer;
    started.merchant.account = 'other';
    for (const name of ['first', 'second']) {
      expect(await started.cancel(ana, key(name))).toMatchObject({ verdict: away, record: null });
    }
    // What the credentials open is not known for a while: it may be the same.
    started.merchant.account = '';
    expect(await started.cancel(ana, key('second'))).toMatchObject({ verdict: { outcome: 'UNKNOWN' } });
  });

  it.each([
    ['with references', shopper('guesser', { references: ['another-cart'] })],
    ['without', shopper('guesser', {})],
  ])('costs no other use of the store than what is missing, %s', async (_, guesser) => {
    const { store, uses } = counted();
    const { cancel, answers } = await lost(store);
    answers.read = async () => ({ kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream: answeredWith(404, '2000') });
    const usesFor = async (id: string) => {
      const before = uses.length;
      await cancel(guesser, asked(id, { idempotencyKey: `of-${id}` }));
      return uses.slice(before);
    };
    const looks = ['page', 'byKey', 'page', 'byKey'];
    expect(await usesFor('1')).toEqual(looks);
    expect(await usesFor('3')).toEqual(looks);
  });
});

describe('what was shown once', () => {
  const key = (idempotencyKey: string) => asked('1', { idempotencyKey });
  const forgetful = shopper('ana', {});
  const declined: CancelAnswer = { kind: 'refused', code: 'PROVIDER_DECLINED', upstream: answeredWith(400) };
  const notSent: CancelAnswer = { ...lostAnswer, kind: 'not-sent', reason: 'not-connectable', systemCode: null };
  const unproven = { verdict: { outcome: 'NOT_CANCELLED', failure: notFound('1') }, record: null };

  /** Ana has shown the payment to be hers, and asked for it in vain; from now on the provider would cancel it. */
  async function inVain(answer: CancelAnswer, store?: MemoryRecordStore) {
    const started = scene(store);
    const { cancel: willing } = started.answers;
    started.answers.cancel = async () => answer;
    const { record } = await started.cancel(ana, key('first'));
    started.answers.cancel = willing;
    const sent = () => started.calls.filter((call) => call.startsWith('cancel')).length;
    const before = sent();
    return Object.assign(started, { id: record?.id ?? '', sentSince: () => sent() - before });
  }

  it.each<[string, CancelAnswer, string]>([
    ['a new key after a refusal', declined, 'second'],
    ['a new key after a cancel that never left', notSent, 'second'],
    ['the same key after a cancel that never left', notSent, 'first'],
  ])('is to be shown again before anything is sent: %s', async (_, answer, name) => {
    const { cancel, store, sentSince } = await inVain(answer);
    expect(await cancel(forgetful, key(name))).toMatchObject(unproven);
    expect([store.all().length, sentSince()]).toEqual([1, 0]);
    expect(await cancel(ana, key(name))).toMatchObject({ verdict: { outcome: 'CANCELLED' } });
    expect(sentSince()).toBe(1);
  });

  it('is told under each key that was answered from it', async () => {
    const started = scene();
    const { cancel, gateway, answers, clock, inTime, calls } = started;
    answers.cancel = () => new Promise((resolve) => clock.after(1_000, () => resolve(declined)));
    const first = gateway.cancel(ana, key('first'), clock.now());
    const joined = await cancel(ana, key('second'));
    await inTime(first);
    const before = calls.length;
    for (const name of ['first', 'second']) {
      const { verdict } = joined;
      expect(await cancel(forgetful, key(name))).toMatchObject({ verdict, replayed: true });
    }
    expect(calls).toHaveLength(before);
  });

  it("does not open the merchant's later cancel of it", async () => {
    const { cancel, answers, store } = await inVain(declined);
    answers.cancel = async () => lostAnswer;
    answers.read = async () => lostAnswer;
    await cancel(service, key('of-the-shop'));
    expect(await cancel(forgetful, key('second'))).toMatchObject(unproven);
    expect(store.all()).toHaveLength(2);
  });

  it('is joined only where it is still open when it is claimed', async () => {
    const store = new (class extends MemoryRecordStore {
      settling: CancellationRecord | null = null;
      override async page(request: PageRequest): Promise<RecordPage> {
        const page = await super.page(request);
        if (this.settling !== null) await this.save(this.settling);
        return page;
      }
    })();
    const { cancel, id, sentSince, failedSteps } = await inVain(lostAnswer, store);
    const open = store.record(id) as CancellationRecord;
    expect(open.state).toBe('UNKNOWN');
    const verdict = { ...open.verdict, outcome: 'NOT_CANCELLED', nextAction: 'NOTHING' } as const;
    store.settling = { ...open, state: 'DONE', verdict, leaseUntil: 0, reconcileAt: null };
    expect(await cancel(forgetful, key('second'))).toMatchObject(unproven);
    expect([store.all().length, sentSince(), failedSteps]).toEqual([1, 0, []]);
  });

  it('and was given up since is not denied, and not sent again', async () => {
    const { cancel, store, id, sentSince } = await inVain(lostAnswer);
    const open = store.record(id) as CancellationRecord;
    const verdict = { ...open.verdict, outcome: 'UNKNOWN', nextAction: 'CONTACT_SUPPORT', retryAfterMs: null } as const;
    await store.save({ ...open, state: 'DONE', verdict, leaseUntil: 0, reconcileAt: null });
    expect(await cancel(forgetful, key('second'))).toMatchObject({ verdict: verdictToShopper(verdict), record: null });
    expect(sentSince()).toBe(0);
    expect(await cancel(ana, key('second'))).toMatchObject({ verdict: { outcome: 'CANCELLED' } });
    expect(sentSince()).toBe(1);
  });
});

/** A store, and how the gateway used it. */
function counted() {
  const uses: string[] = [];
  const store = new Proxy(new MemoryRecordStore(), {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'all') return value?.bind(target);
      return (...given: unknown[]) => {
        uses.push(String(name));
        return value.apply(target, given);
      };
    },
  });
  return { store, uses };
}

describe('a store that does not say what a shopper has asked for', () => {
  class FailingStore extends MemoryRecordStore {
    failing: () => Promise<RecordPage> = never;
    override page = () => this.failing();
  }

  it.each<[string, () => Promise<RecordPage>, object]>([
    ['fails', () => Promise.reject(new Error('away')), { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY' }],
    ['is silent', never, { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY' }],
    ['cannot read it', async () => torn, { outcome: 'UNKNOWN', nextAction: 'CONTACT_SUPPORT' }],
  ])('lets nothing be sent when it %s', async (_, failing, verdict) => {
    const store = new FailingStore();
    store.failing = failing;
    const { cancel, calls, failedSteps } = scene(store);
    const result = await cancel(ana, asked('1', { idempotencyKey: 'k' }));
    expect(result.verdict).toMatchObject({ ...verdict, failure: { code: 'INTERNAL_ERROR' } });
    expect(calls).toEqual([]);
    expect(failedSteps).toEqual(failing === never ? [] : ['read']);
  });
});

const torn: RecordPage = {
  entries: [{ place: { createdAt: 0, id: 'r' }, record: null }],
  unreadable: [{ id: 'r', reason: 'torn' }],
  hasMore: false,
};

describe('a cancellation that the merchant began', () => {
  const ofService = { idempotencyKey: 'service-key', reason: 'FRAUD', note: 'looks stolen' } as const;
  const ofAna = { idempotencyKey: 'ana-key', reason: 'OTHER', note: 'too late' } as const;
  const anas = { idempotencyKey: 'ana-key', requestedBy: 'ana', reason: 'OTHER', note: 'too late' };
  const hidden = { attempts: [], providerCancellationId: null };

  async function begun(store?: MemoryRecordStore) {
    const started = scene(store);
    await started.cancel(service, asked('1', ofService));
    return started;
  }

  it('is told to the shopper who asks for it too, with what they said', async () => {
    const { cancel, gateway } = await begun();
    const { record } = await cancel(ana, asked('1', ofAna));
    expect(record).toMatchObject({ ...anas, ...hidden });
    const id = record?.id ?? '';
    // A second key of hers is beside the first.
    expect((await cancel(ana, asked('1'))).record).toMatchObject(anas);
    const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '1' } as const;
    for (const told of [
      await gateway.cancellation(ana, id),
      await gateway.cancellationByKey(ana, 'ana-key'),
      (await gateway.cancellationsOf(ana, target))[0],
    ]) {
      expect(told).toMatchObject({ id, ...anas, ...hidden });
    }
  });

  it('is told so also where both chose the same key', async () => {
    const { cancel } = await begun();
    const same = { ...ofAna, idempotencyKey: ofService.idempotencyKey };
    expect((await cancel(ana, asked('1', same))).record).toMatchObject({
      ...anas,
      idempotencyKey: ofService.idempotencyKey,
    });
  });

  it('is told so when the shopper starts it again', async () => {
    const { cancel, gateway, inTime, clock, answers } = scene();
    const cancelled = answers.cancel;
    const notSent: CancelAnswer = { ...lostAnswer, kind: 'not-sent', reason: 'not-connectable', systemCode: null };
    answers.cancel = () => new Promise((resolve) => clock.after(1_000, () => resolve(notSent)));
    const first = gateway.cancel(service, asked('1', ofService), clock.now());
    const joined = await cancel(ana, asked('1', ofAna));
    expect(joined).toMatchObject({ verdict: { nextAction: 'RETRY_SAME_KEY' }, record: anas });
    await inTime(first);
    answers.cancel = cancelled;
    const again = await cancel(ana, asked('1', ofAna));
    expect(again).toMatchObject({ verdict: { outcome: 'CANCELLED' }, record: { id: joined.record?.id, ...anas } });
  });

  it("is left out of the list of their payment's cancellations", async () => {
    const { cancel, gateway, answers } = scene();
    const cancelled = answers.cancel;
    answers.cancel = async () => ({ kind: 'refused', code: 'PROVIDER_DECLINED', upstream: answeredWith(400) });
    await cancel(service, asked('1', ofService));
    answers.cancel = cancelled;
    await cancel(ana, asked('1', ofAna));
    const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '1' } as const;
    expect(await gateway.cancellationsOf(service, target)).toHaveLength(2);
    expect(await gateway.cancellationsOf(ana, target)).toMatchObject([anas]);
  });

  it('is told to no shopper who did not ask', async () => {
    const { gateway, store } = await begun();
    const id = store.all()[0]?.id ?? '';
    const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '1' } as const;
    expect(await gateway.cancellation(ana, id)).toBeNull();
    expect(await gateway.cancellationByKey(ana, 'service-key')).toBeNull();
    expect(await gateway.cancellationsOf(ana, target)).toEqual([]);
    expect(await gateway.requestsOf(ana, [id])).toEqual([[]]);
  });

  it('stays whole for the merchant after a shopper has joined', async () => {
    const { cancel, gateway, store } = await begun();
    await cancel(ana, asked('1', ofAna));
    const told = await gateway.cancellation(service, store.all()[0]?.id ?? '');
    expect(told).toMatchObject({ ...ofService, requestedBy: 'shop', providerCancellationId: 'at-the-provider' });
    expect(told?.attempts).toHaveLength(1);
  });

  it('is told as the request itself when the store cannot say more', async () => {
    const store = new (class extends MemoryRecordStore {
      override requestsOf = () => Promise.reject(new Error('away'));
    })();
    const { cancel, failedSteps } = await begun(store);
    expect((await cancel(ana, asked('1', ofAna))).record).toMatchObject({ ...anas, ...hidden });
    expect(failedSteps).toEqual(['read']);
  });
});

it('a question about what others asked starts no look at the provider', async () => {
  const { cancel, gateway, inTime, clock, store, calls, answers } = scene();
  answers.cancel = async (): Promise<CancelAnswer> => lostAnswer;
  answers.read = async () => lostAnswer;
  await cancel(service, asked('1'));
  const [record] = store.all() as [CancellationRecord];
  expect(record.state).toBe('UNKNOWN');
  clock.jump(3_000);
  const before = calls.length;
  expect((await inTime(gateway.cancellation(ana, record.id))).value).toBeNull();
  expect(calls).toHaveLength(before);
  expect((await inTime(gateway.cancellation(service, record.id))).value).not.toBeNull();
  expect(calls.length).toBeGreaterThan(before);
});
