import { type Behaviour, behaviours, isReadable } from '../../doubles/provider/behaviour.ts';
import type { WrongAnswer } from '../../doubles/provider/faults.ts';
import type { TargetState } from '../../doubles/provider/status.ts';
import { Random } from '../../doubles/random.ts';
import { addDoubtedMiss, addShoppers, tokenOf } from './scenarios.ts';
import type {
  CancelFault,
  ClientItem,
  CrashPoint,
  Item,
  OutageKind,
  ReadFault,
  Schedule,
  TargetPlan,
} from './schedule.ts';

const hour = 3_600_000;

/**
 * Makes a schedule from a seed. Every schedule draws its own few kinds of faults and has many of those (swarm testing): a
 * schedule with a little of everything seldom has enough of anything.
 */
export function generate(seed: number): Schedule {
  const random = new Random(seed);
  const behaviour = random.pick(behaviours);
  const targets = Array.from({ length: random.chance(0.35) ? 2 : 1 }, () => targetPlan(random, behaviour));
  const items: Item[] = clients(random, targets, behaviour);
  for (const add of kinds) if (random.chance(0.3)) add(random, items, behaviour, targets.length);
  if (random.chance(0.03)) addDocument(random, items, targets, behaviour);
  const storeMs = random.pick([0, 0, 0, 0, 2, 2, 40]);
  const skewMs = random.pick([0, 0, 0, 0, 0, 0, -30_000, -500, 500, 30_000]);
  if (isReadable(behaviour) && random.chance(0.15)) addAccount(random, items, targets);
  if (random.chance(0.06)) addShoppers(random, items, behaviour);
  if (isReadable(behaviour) && random.chance(0.02)) addDoubtedMiss(random, items, targets[0]?.tenant ?? 'a');
  return { seed, behaviour, targets, storeMs, skewMs, items: items.filter(credible(items, targets)) };
}

/**
 * A provider whose reads and whose cancel all miss a target that it has deceives anybody. One that misses it in reads does
 * not say so to a cancel.
 */
function credible(items: readonly Item[], targets: readonly TargetPlan[]): (item: Item) => boolean {
  const says = (fault: CancelFault | ReadFault) => fault.how === 'wrong' && fault.answer.how === 'not-found';
  const isMissed =
    targets.some(({ hiddenMs }) => hiddenMs > 0) ||
    items.some((item) => item.kind === 'read-fault' && says(item.fault));
  return (item) => !(isMissed && item.kind === 'cancel-fault' && says(item.fault));
}

function targetPlan(random: Random, behaviour: Behaviour): TargetPlan {
  const isOrders = behaviour === 'orders';
  return {
    tenant: random.chance(0.85) ? 'a' : 'b',
    state: random.chance(0.8)
      ? random.pick(['pending', 'authorized'])
      : random.pick(['captured', 'cancelled', 'refunded', 'rejected', 'disputed']),
    tooSoonMs: isOrders && random.chance(0.2) ? random.int(1_000, 10_000) : 0,
    manual: !isReadable(behaviour) && random.chance(0.1),
    declines: behaviour === 'conforming' && random.chance(0.2) ? 1 : 0,
    burnt: isOrders && random.chance(0.1),
    asyncMs: isOrders && random.chance(0.3) ? random.int(500, 40_000) : null,
    exists: !isReadable(behaviour) || random.chance(0.95),
    hiddenMs: isReadable(behaviour) && random.chance(0.06) ? random.pick([90_000, 600_000, 2 * hour]) : 0,
    vanishesMs: isReadable(behaviour) && random.chance(0.06) ? random.pick([90_000, 600_000]) : 0,
    takes: isReadable(behaviour) && !isOrders && random.chance(0.15) ? 'other' : isOrders ? 'any' : 'usual',
  };
}

const plain = { key: 'k', authorizationId: null };

function clients(random: Random, targets: readonly TargetPlan[], behaviour: Behaviour): Item[] {
  const spread = random.pick([50, 2_000, 20_000, 60_000]);
  return Array.from(
    { length: random.pick([1, 1, 2, 2, 3, 4]) },
    (): Item => ({
      kind: 'client',
      // Now and then somebody asks again when a day is almost over, or is.
      at: random.chance(0.02) ? random.int(20 * hour, 26 * hour) : random.int(0, spread),
      target: random.int(0, targets.length - 1),
      ...random.pick([plain, plain, plain, { key: 'l', authorizationId: 'a' }, { key: 'm', authorizationId: 'b' }]),
      replica: random.int(0, 1),
      tries: random.pick([1, 3, 5, 8]),
      expiresInMs: random.pick([null, null, null, null, 60_000, 600_000]),
      manner: random.pick(['obey', 'obey', 'obey', 'hammer', 'leave']),
      ...asking(random, behaviour),
    }),
  );
}

function asking(random: Random, behaviour: Behaviour): Pick<ClientItem, 'principalClass' | 'token'> {
  if (random.chance(0.8)) return { principalClass: 'service', token: null };
  if (random.chance(0.7)) return { principalClass: 'back-office', token: null };
  return { principalClass: random.pick(['shopper:ana', 'shopper:bia']), token: tokenOf(random, behaviour) };
}

/** Targets of its own, more than run at a time; now and then so slow a provider that they wait for long. */
function addDocument(random: Random, items: Item[], targets: TargetPlan[], behaviour: Behaviour): void {
  const first = targets.length;
  const count = random.pick([9, 10, 12, 20]);
  for (let n = 0; n < count; n += 1) targets.push({ ...targetPlan(random, behaviour), tenant: 'a' });
  const listed = Array.from({ length: count - 1 }, (_, n) => first + n);
  const at = random.int(0, 5_000);
  items.push({
    ...{ kind: 'document', at, last: targets.length - 1 },
    targets: random.chance(0.3) ? [...listed, first] : listed,
    replica: random.int(0, 1),
    tries: random.pick([1, 3, 8]),
    manner: random.pick(['obey', 'obey', 'hammer', 'leave']),
    authorizationId: random.pick([null, 'a']),
    expiresInMs: random.pick([null, null, 60_000]),
    ...{ principalClass: 'service', token: null },
  });
  if (random.chance(0.4)) items.push({ kind: 'outage', at, forMs: 60_000, how: 'blackhole' });
  if (random.chance(0.4))
    items.push({ kind: 'crash', at: at + random.int(0, 30_000), replica: random.int(0, 1), downMs: downMs(random) });
}

function addAccount(random: Random, items: Item[], targets: readonly TargetPlan[]): void {
  const tenant = targets[random.int(0, targets.length - 1)]?.tenant ?? 'a';
  const at = random.int(0, 30_000);
  if (random.chance(0.25)) {
    const forMs = random.pick([1_000, 60_000, 600_000]);
    items.push({ kind: 'account', at, forMs, tenant, how: 'unknown' });
    // Nobody knows whose what was sent is, and then the credentials are another's.
    if (random.chance(0.5))
      items.push({ kind: 'account', at: at + forMs, forMs: random.pick([600_000, null]), tenant, how: 'other' });
  } else {
    const forMs = random.pick([20_000, 150_000, 600_000, 2 * hour, null]);
    items.push({ kind: 'account', at, forMs, tenant, how: 'other' });
  }
}

type Add = (random: Random, items: Item[], behaviour: Behaviour, targets: number) => void;

const kinds: readonly Add[] = [
  (random, items, _behaviour, targets) => {
    const count = random.int(1, 2);
    for (let i = 0; i < count; i += 1) {
      const act = random.pick<TargetState>(['captured', 'captured', 'cancelled', 'refunded', 'rejected', 'disputed']);
      items.push({ kind: 'foreign', at: random.int(0, 30_000), target: random.int(0, targets - 1), act });
    }
  },
  (random, items) => {
    items.push({ kind: 'crash', at: random.int(0, 40_000), replica: random.int(0, 1), downMs: downMs(random) });
  },
  (random, items) => {
    const point = random.pick<CrashPoint['point']>(['store', 'call']);
    const n = random.int(1, point === 'call' ? 3 : 6);
    const when = random.pick<CrashPoint['when']>(['before', 'after']);
    items.push({ kind: 'crash-at', replica: random.int(0, 1), downMs: downMs(random), point, n, when });
  },
  (random, items) => {
    const forMs = random.pick([2_000, 20_000, 35_000, 70_000]);
    items.push({ kind: 'pause', at: random.int(0, 20_000), replica: random.int(0, 1), forMs });
  },
  (random, items) => {
    const how = random.pick<OutageKind>(['refused', 'blackhole', 'errors', 'cancels-fail']);
    const forMs = how === 'cancels-fail' ? random.pick([70_000, 900_000]) : outageMs(random);
    items.push({ kind: 'outage', at: random.int(0, 15_000), forMs, how });
  },
  (random, items) => {
    items.push({ kind: 'store-outage', at: random.int(0, 15_000), forMs: random.pick([50, 2_000, 20_000]) });
  },
  (random, items) => {
    const count = random.int(1, 2);
    for (let i = 0; i < count; i += 1) {
      items.push({ kind: 'store-fault', n: random.int(1, 9), how: random.pick(['before', 'after']) });
    }
  },
  addCancelFaults,
  addCancelFaults,
  addCancelFaults,
  addReadFaults,
];

/** Now and then one that outlives the day for which a provider remembers keys. */
function outageMs(random: Random): number {
  return random.chance(0.02) ? 26 * hour : random.pick([1_000, 10_000, 60_000]);
}

function downMs(random: Random): number {
  return random.pick([200, 3_000, 20_000, 45_000]);
}

/** A few of the first calls fare badly, each in one of two ways that this schedule favours. */
function addCancelFaults(random: Random, items: Item[], behaviour: Behaviour): void {
  const favourites = [cancelFault(random, behaviour), cancelFault(random, behaviour)] as const;
  const calls = random.pick([1, 2, 4]);
  for (let n = 1; n <= calls; n += 1) {
    if (random.chance(0.75)) items.push({ kind: 'cancel-fault', n, fault: random.pick(favourites) });
  }
}

function addReadFaults(random: Random, items: Item[], behaviour: Behaviour): void {
  const favourites = [readFault(random, behaviour), readFault(random, behaviour)] as const;
  for (let n = 1; n <= 4; n += 1) {
    if (random.chance(0.75)) items.push({ kind: 'read-fault', n, fault: random.pick(favourites) });
  }
}

const delays = [300, 2_000, 9_000, 14_500, 20_000, 40_000, 60_000] as const;
/** Nothing lands later than a day after it was sent; that, and that clocks differ by less than the rest, is assumed. */
const longDelays = [hour, 12 * hour, 23 * hour] as const;

/** How late a request lands. What cannot be read is not lived through for a day. */
function delay(random: Random, behaviour: Behaviour): number {
  return isReadable(behaviour) && random.chance(0.1) ? random.pick(longDelays) : random.pick(delays);
}

function cancelFault(random: Random, behaviour: Behaviour): CancelFault {
  const executes = random.chance(0.5);
  const faults: [CancelFault, ...CancelFault[]] = [
    { how: 'late', upMs: random.pick([0, ...delays]), downMs: random.pick([0, ...delays]) },
    { how: 'late', upMs: random.chance(0.15) ? 0 : delay(random, behaviour), downMs: 0 },
    { how: 'lost', executes },
    { how: 'reset', landsMs: executes ? delay(random, behaviour) : null },
    { how: 'duplicate', laterMs: random.pick([5, ...delays]), answered: answeredCopyOf(random, behaviour) },
    { how: 'not-sent', transient: executes },
    wrong({ how: 'limited', retryAfterMs: random.pick([null, 1_000, 30_000]) }),
    failing(random, executes, delay(random, behaviour)),
    { how: 'junk', executes, landsMs: 0 },
    unrecognized(random, executes),
    wrong({ how: 'denied' }),
  ];
  if (!isReadable(behaviour)) return random.pick([...faults, { how: 'not-implemented' }]);
  faults.push(wrong({ how: 'locked' }, executes), wrong({ how: 'not-found' }), { how: 'unmoved', executes });
  if (behaviour === 'orders') faults.push(wrong({ how: 'key-used' }, executes));
  return random.pick(faults);
}

/**
 * Which copy's answer comes back. Where a provider ignores keys and cannot be read, the decline of a second copy is all
 * that anybody will ever learn of the success of the first: no gateway can tell, so it is left out.
 */
function answeredCopyOf(random: Random, behaviour: Behaviour): 'first' | 'second' {
  return behaviour === 'sloppy' ? 'first' : random.pick<'first' | 'second'>(['first', 'second']);
}

/** Statuses that say the request was wrong never come with an effect. */
function unrecognized(random: Random, executes: boolean): CancelFault {
  const status = random.pick([400, 404, 408, 409, 424]);
  return wrong({ how: 'unrecognized', status }, executes && status !== 400 && status !== 404);
}

/** A 5xx, whose body cannot always be read. */
function failing(random: Random, executes: boolean, laterMs: number): CancelFault {
  const landsMs = random.chance(0.15) ? 0 : laterMs;
  return random.chance(0.7) ? { ...wrong({ how: 'failed' }, executes), landsMs } : { how: 'junk', executes, landsMs };
}

function wrong(answer: WrongAnswer, executes = false) {
  return { how: 'wrong', answer, executes, landsMs: 0 } as const;
}

function readFault(random: Random, behaviour: Behaviour): ReadFault {
  const faults: [ReadFault, ...ReadFault[]] = [
    { how: 'lost' },
    { how: 'late', downMs: random.pick([800, 1_400, 5_000]) },
    { how: 'not-sent' },
    { how: 'wrong', answer: { how: 'limited', retryAfterMs: 1_000 } },
    { how: 'wrong', answer: { how: 'failed' } },
    { how: 'junk' },
    { how: 'wrong', answer: { how: 'not-found' } },
    { how: 'stale', lagMs: random.pick([200, 1_000, 5_000, 20_000]) },
    { how: 'stale', lagMs: random.pick([200, 1_000, 5_000, 20_000]) },
  ];
  return random.pick(behaviour === 'orders' ? [...faults, { how: 'contradicting' }] : faults);
}
