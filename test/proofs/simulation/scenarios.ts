import { type Behaviour, isReadable } from '../../doubles/provider/behaviour.ts';
import type { Random } from '../../doubles/random.ts';
import type { CancelFault, ClientItem, Item, OutageKind, ReadFault, Token } from './schedule.ts';

/*
 * Coincidences that chance alone brings about too seldom: of a hundred thousand schedules a handful would have them, and a
 * fault that needs one would live.
 */

const plain = { tries: 3, manner: 'obey', authorizationId: null, expiresInMs: null } as const;

export function tokenOf(random: Random, behaviour: Behaviour): Token {
  return random.pick<Token>(
    isReadable(behaviour) ? ['names', 'names', 'names', 'lists', 'astray'] : ['lists', 'names'],
  );
}

/**
 * Two or three devices of one shopper, each under a key of its own, now and then with another shopper's, while the first cancel
 * is lost and nobody can be asked whose the target is.
 */
export function addShoppers(random: Random, items: Item[], behaviour: Behaviour): void {
  const at = random.int(0, 3_000);
  const device = (n: number, more: Partial<ClientItem> = {}): ClientItem => ({
    ...{ ...plain, kind: 'client', target: 0, key: `s${n}`, replica: random.int(0, 1) },
    ...{ at: at + (n === 0 ? 0 : random.pick([1, 20, 200, 2_000, 20_000])), principalClass: 'shopper:ana' },
    token: n === 0 ? random.pick<Token>(['names', 'lists']) : tokenOf(random, behaviour),
    ...more,
  });
  items.push(device(0), device(1));
  if (random.chance(0.5)) items.push(device(2, { manner: 'hammer' }));
  if (random.chance(0.5)) items.push(device(3, { principalClass: 'shopper:bia' }));
  if (random.chance(0.7)) items.push({ kind: 'cancel-fault', n: 1, fault: lost(random) });
  if (random.chance(0.4)) {
    items.push({ kind: 'read-fault', n: random.int(2, 3), fault: { how: 'lost' } });
    return;
  }
  const how = random.pick<OutageKind>(['refused', 'refused', 'blackhole', 'errors']);
  items.push({ kind: 'outage', at: at + random.int(100, 1_500), forMs: random.pick([10_000, 60_000]), how });
}

/**
 * Nobody knows what the credentials open when a cancel is sent and lost, and soon they are another account's, which says that
 * there is no such target. Readable providers only.
 */
export function addDoubtedMiss(random: Random, items: Item[], tenant: string): void {
  const forMs = random.pick([5_000, 20_000]);
  items.push({ kind: 'account', at: 0, forMs, tenant, how: 'unknown' });
  items.push({ kind: 'account', at: forMs, forMs: random.pick([600_000, null]), tenant, how: 'other' });
  items.push({
    ...plain,
    kind: 'client',
    at: 100,
    target: 0,
    key: 'k',
    replica: 0,
    principalClass: 'service',
    token: null,
  });
  items.push({ kind: 'cancel-fault', n: 1, fault: lost(random) });
  const fault = random.pick<ReadFault>([{ how: 'lost' }, { how: 'junk' }, { how: 'wrong', answer: { how: 'failed' } }]);
  for (let n = 1; n <= 6; n += 1) items.push({ kind: 'read-fault', n, fault });
}

/** Carried out, now or later, and nobody hears of it. */
function lost(random: Random): CancelFault {
  return random.pick<CancelFault>([
    { how: 'lost', executes: true },
    { how: 'reset', landsMs: random.pick([0, 2_000, 40_000]) },
    { how: 'junk', executes: true, landsMs: 0 },
  ]);
}
