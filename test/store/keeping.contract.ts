import { describe, expect, it } from 'vitest';
import { withAttempt } from '../../src/cancellation/record/attempt.ts';
import { noAnswerRecorded } from '../../src/cancellation/rules/attempt-proof.ts';
import { asRecorded } from '../../src/cancellation/target/snapshot.ts';
import { type Corner, leaseMs, paymentSnapshot, refusal, unkept, withoutHints } from './fixtures.ts';

export function keepingContract(here: () => Corner): void {
  describe('a saved record', () => {
    it('comes back as it was given, attempts included', async () => {
      const corner = here();
      const record = await corner.started('k1');
      const changed = { ...record, ambiguous: true, providerCancellationId: 'c-1', reconciliations: 3 };
      const sent = { ...withAttempt(changed, null, corner.world.now()), lastAnswer: noAnswerRecorded(corner.provider) };
      expect(await corner.store.save(sent)).not.toBeNull();
      expect(await corner.store.byId(corner.tenant, record.id)).toEqual(sent);
    });

    it('keeps what an attempt ended with, and takes another', async () => {
      const corner = here();
      const record = await corner.started('k1');
      const end = { endedAt: corner.world.now(), proof: 'unclear', httpStatus: 502, upstreamCode: 'x' };
      const ended = { ...record, attempts: record.attempts.map((attempt) => ({ ...attempt, ...end })) };
      const twice = withAttempt(ended, null, corner.world.now());
      await corner.store.save(ended);
      await corner.store.save(twice);
      expect((await corner.store.byId(corner.tenant, record.id))?.attempts).toEqual(twice.attempts);
    });

    it('keeps more attempts than one statement can name', async () => {
      const corner = here();
      let record = await corner.started('k1');
      const [attempt] = record.attempts;
      if (attempt === undefined) throw new Error('A started record has an attempt.');
      record = { ...record, attempts: Array.from({ length: 1_201 }, (_, n) => ({ ...attempt, startedAt: n })) };
      expect(await corner.store.save(record)).not.toBeNull();
      const kept = await corner.store.byId(corner.tenant, record.id);
      expect(kept?.attempts.map(({ startedAt }) => startedAt).slice(1)).toEqual(
        record.attempts.map(({ startedAt }) => startedAt).slice(1),
      );
    });

    it('keeps large numbers and long ids exactly', async () => {
      const corner = here();
      const target = corner.payment('90071992547409931');
      const record = await corner.started('k1', target);
      const late = { ...record, updatedAt: Number.MAX_SAFE_INTEGER, createdAt: record.createdAt };
      await corner.store.save({ ...late, snapshot: paymentSnapshot });
      const kept = await corner.store.byId(corner.tenant, record.id);
      expect(kept).toMatchObject({ target, updatedAt: Number.MAX_SAFE_INTEGER, snapshot: asRecorded(paymentSnapshot) });
    });

    it('keeps notes in every script, and any text a provider sends', async () => {
      const corner = here();
      const note = 'não — 注文 🧾 \'"; drop table \u202e\n';
      const { record } = await corner.store.claim({ ...corner.request('k1'), note });
      expect((await corner.store.byId(corner.tenant, record.id))?.note).toBe(note);
      const attempts = record.attempts.map((attempt) => ({ ...attempt, endedAt: 1, upstreamCode: 'a\0b\ud83e' }));
      expect(await corner.store.save({ ...record, attempts })).not.toBeNull();
      const [kept] = (await corner.store.byId(corner.tenant, record.id))?.attempts ?? [];
      expect(kept?.upstreamCode).toMatch(/^a.b.$/u);
    });

    it('keeps no personal data of a snapshot', async () => {
      const corner = here();
      const record = await corner.started('k1');
      await corner.store.save({ ...record, snapshot: { ...paymentSnapshot, ...unkept } });
      const kept = await corner.store.byId(corner.tenant, record.id);
      // But for the key of an attempt, a digest that spells three letters sooner or later.
      const told = JSON.stringify(kept, (name, value) => (name === 'upstreamKey' ? null : value));
      expect(told).not.toMatch(/Ana|Luz|ana@/);
      expect(kept?.snapshot).toEqual(asRecorded(paymentSnapshot));
    });

    it('stands newest first among those of its target', async () => {
      const corner = here();
      const first = await corner.settled('k1', refusal);
      const second = await corner.settled('k2', refusal);
      await corner.world.elapse(5);
      const third = await corner.started('k3');
      const { records } = await corner.store.ofTarget(corner.tenant, corner.payment());
      expect(records.map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
      expect(records.map(withoutHints)).toEqual([third, second, first].map(withoutHints));
    });

    it('is refused to a writer whose fence is old', async () => {
      const corner = here();
      const record = await corner.started('k1');
      await corner.world.elapse(leaseMs);
      const taken = await corner.store.acquire(record.id, corner.holder('you'), 1_000);
      expect(taken).toMatchObject({ fence: 2, owner: 'you' });
      expect(await corner.store.save(corner.judged(record, refusal), corner.holder())).toBeNull();
      expect(await corner.store.byId(corner.tenant, record.id)).toEqual(taken);
    });
  });

  it('can be asked whether it works', async () => {
    await expect(here().store.check()).resolves.toBeUndefined();
  });
}
