import { beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../src/http/live/connection.ts';
import { Heartbeat } from '../../src/http/live/heartbeat.ts';
import { liveLimits } from '../../src/http/live/live-limits.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';

let clock: VirtualClock;
let heartbeat: Heartbeat;
/** In which second somebody was asked, from the beginning on. */
let pings: number[];
beforeEach(() => {
  clock = new VirtualClock();
  heartbeat = new Heartbeat(clock, { ...liveLimits, pingMs: 3_000 });
  pings = [];
});

/** One that answers each ping at once. */
function come(begun: number): Connection {
  const socket = { readyState: 1, OPEN: 1, bufferedAmount: 0 };
  const ping = () => {
    pings.push((clock.now() - begun) / 1_000);
    connection.hasAnswered = true;
  };
  const connection = new Connection({ ...socket, ping } as unknown as Connection['socket'], 'r-1', clock.now());
  heartbeat.add(connection);
  return connection;
}

describe('connections', () => {
  it('that came at once are asked by turns', () => {
    const begun = clock.now();
    for (let n = 0; n < 6; n += 1) come(begun);
    clock.jump(6_000);
    expect(pings).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });

  it('are asked by turns as before when one has gone and another come', () => {
    const begun = clock.now();
    const [first] = [come(begun), come(begun), come(begun)];
    clock.jump(4_000);
    heartbeat.remove(first);
    come(begun);
    clock.jump(3_000);
    expect(pings).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('cost nothing once there are none', () => {
    heartbeat.remove(come(clock.now()));
    clock.jump(10_000);
    expect({ pings, pending: clock.pending }).toEqual({ pings: [], pending: 0 });
  });

  it('of which there is one is asked at the end of each round', () => {
    const begun = clock.now();
    clock.jump(500);
    come(begun + 500);
    clock.jump(9_000);
    expect(pings).toEqual([3, 6, 9]);
  });
});
