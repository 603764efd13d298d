import { beforeEach, describe, expect, it } from 'vitest';
import { Admission, type RequestKind } from '../../src/http/admission/admission.ts';

let now: number;
let turn: (() => void) | null;
let admission: Admission;
let told: string[];

/** What the start of one request costs in these tests. */
let startsInMs: number;

beforeEach(() => {
  now = 0;
  turn = null;
  told = [];
  startsInMs = 5;
  admission = new Admission({
    maxInFlight: 8,
    now: () => now,
    nextTurn: (callback) => {
      turn = callback;
    },
  });
});

function arrive(name: string, kind: RequestKind = 'read'): void {
  const arrival = {
    start() {
      told.push(`${name} starts`);
      now += startsInMs;
    },
    refuse: () => told.push(`${name} refused`),
  };
  if (!admission.takesAny(arrival)) admission.take(kind, arrival);
}

/** The event loop turns; false when nothing was to come. */
function loopTurns(): boolean {
  const callback = turn;
  turn = null;
  callback?.();
  return callback !== null;
}

describe('a turn of the event loop', () => {
  it('starts what fits into a few milliseconds at once', () => {
    startsInMs = 2;
    for (const name of ['a', 'b', 'c', 'd']) arrive(name);
    expect(told).toEqual(['a starts', 'b starts', 'c starts']);
  });

  it('starts one of those that wait, in the order they came', () => {
    for (const name of ['a', 'b', 'c']) arrive(name);
    expect(told).toEqual(['a starts']);
    loopTurns();
    expect(told).toEqual(['a starts', 'b starts']);
    arrive('d');
    loopTurns();
    loopTurns();
    expect(told).toEqual(['a starts', 'b starts', 'c starts', 'd starts']);
  });

  it('starts cancels before reads', () => {
    for (const [name, kind] of [['a'], ['b'], ['c', 'cancel'], ['d', 'cancel']] as [string, RequestKind][])
      arrive(name, kind);
    while (loopTurns());
    expect(told).toEqual(['a starts', 'c starts', 'd starts', 'b starts']);
  });

  it('is not waited for when nobody waits', () => {
    arrive('a');
    expect(loopTurns()).toBe(true);
    expect(loopTurns()).toBe(false);
    arrive('b');
    expect(told).toEqual(['a starts', 'b starts']);
  });
});

describe('requests in flight', () => {
  beforeEach(() => {
    startsInMs = 0;
  });

  it('are three quarters reads at most', () => {
    for (let n = 1; n <= 7; n++) arrive(`${n}`);
    expect(told.at(-1)).toBe('7 refused');
    arrive('cancel', 'cancel');
    expect(told.at(-1)).toBe('cancel starts');
  });

  it('are no more than the limit, waiting ones counted', () => {
    startsInMs = 5;
    for (let n = 1; n <= 8; n++) arrive(`${n}`, 'cancel');
    arrive('one more', 'cancel');
    expect(told).toEqual(['1 starts', 'one more refused']);
    admission.leave();
    arrive('another', 'cancel');
    while (loopTurns());
    expect(told.at(-1)).toBe('another starts');
  });
});

describe('who would wait too long', () => {
  it('is refused while the first of many of its kind has waited half a second', () => {
    for (const name of ['a', 'b', 'c']) arrive(name);
    now += 501;
    arrive('d');
    arrive('e', 'cancel');
    expect(told).toEqual(['a starts', 'd refused']);
    while (loopTurns());
    expect(told.slice(2)).toEqual(['e starts', 'b starts', 'c starts']);
  });

  it('is refused as a read while many cancels wait', () => {
    for (const name of ['a', 'b', 'c']) arrive(name, 'cancel');
    now += 100;
    arrive('in time');
    now += 1;
    arrive('too late');
    arrive('d', 'cancel');
    expect(told).toEqual(['a starts', 'too late refused']);
    while (loopTurns());
    expect(told.slice(2)).toEqual(['b starts', 'c starts', 'd starts', 'in time starts']);
  });

  it('is taken in where the process stood still and few wait', () => {
    for (const name of ['a', 'b']) arrive(name);
    now += 10_000;
    arrive('c');
    while (loopTurns());
    expect(told).toEqual(['a starts', 'b starts', 'c starts']);
  });

  it('is refused when cancels have kept it waiting for a second', () => {
    for (const [name, kind] of [['a'], ['b'], ['c', 'cancel']] as [string, RequestKind][]) arrive(name, kind);
    now += 1_001;
    loopTurns();
    expect(told).toEqual(['a starts', 'b refused', 'c starts']);
    for (let n = 0; n < 2; n++) admission.leave();
    startsInMs = 0;
    loopTurns();
    for (let n = 1; n <= 6; n++) arrive(`${n}`);
    expect(told.at(-1)).toBe('6 starts');
  });
});
