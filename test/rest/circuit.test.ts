import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RestClient, type RestRequest } from '../../src/rest/rest-client.ts';
import type { RestResult } from '../../src/rest/result.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { answer, type Peer, probe, startPeer } from './peer.ts';

const turnedAway = { kind: 'failure', sent: 'no', reason: 'circuit-open' };

let clock: VirtualClock;
let peer: Peer;
let client: RestClient;
/** How the peer answers calls, and how probes; null leaves them without an answer. */
let toCalls: string | null;
let toProbes: string | null;
/** Whether answers come to their end. */
let whole: boolean;
/** The connections of calls and probes without an answer. */
let held: Socket[];
let states: string[];
let stateChanged: () => void;

beforeEach(async () => {
  clock = new VirtualClock();
  toCalls = '200 OK';
  toProbes = '503 Down';
  whole = true;
  held = [];
  states = [];
  stateChanged = () => {};
  peer = await startPeer((socket, text) => {
    const status = text.includes('/probe ') ? toProbes : toCalls;
    if (status === null) held.push(socket);
    else if (whole) socket.write(answer('{}', status));
    else socket.end(answer('{}', status).slice(0, -1));
  });
  const circuitChanged = (state: string) => {
    states.push(state);
    stateChanged();
  };
  client = new RestClient({ baseUrl: peer.url, clock, headers: { 'x-caller': '1' }, probe, circuitChanged });
});
afterEach(async () => {
  await Promise.all([peer.close(), client.close()]);
});

function put(more: Pick<Partial<RestRequest>, 'method' | 'inBackground' | 'deadlineMs'> = {}): Promise<RestResult> {
  return client.call({ method: 'PUT', path: ['x'], headers: {}, json: {}, deadlineMs: 15_000, ...more });
}

async function calls(count: number, status: string, more: Partial<RestRequest> = {}): Promise<void> {
  toCalls = status;
  for (let i = 0; i < count; i++) await put(more);
}

const probes = () => peer.requests.filter((text) => text.includes('/probe '));

/** Lets time pass, second by second, and the probe that is due then fail. */
async function passUntilProbed(seconds: number): Promise<void> {
  const count = probes().length;
  for (let passed = 1; passed < seconds; passed++) clock.jump(1_000);
  expect(clock.msToNext).toBe(1_000);
  clock.jump(1_000);
  await probed(count + 1);
}

/** A probe has failed when the circuit sleeps again, which is longer than the deadline of a probe. */
async function probed(count: number): Promise<void> {
  while (probes().length < count || clock.msToNext !== 3_000) await new Promise(setImmediate);
}

/** The next state told. */
function changed(): Promise<void> {
  return new Promise((resolve) => {
    stateChanged = resolve;
  });
}

describe('a closed circuit', () => {
  it('bears nineteen failures', async () => {
    await calls(19, '500 Down');
    expect(states).toEqual([]);
  });

  it('opens at the twentieth call', async () => {
    await calls(20, '500 Down');
    expect(states).toEqual(['open']);
  });

  it('opens when half of the calls fail', async () => {
    await calls(15, '200 OK');
    await calls(14, '500 Down');
    expect(states).toEqual([]);
    await calls(1, '500 Down');
    expect(states).toEqual(['open']);
  });

  it('counts only the last ten seconds', async () => {
    await calls(19, '500 Down');
    clock.jump(10_000);
    await calls(19, '500 Down');
    expect(states).toEqual([]);
  });

  it('counts only the last two hundred calls', async () => {
    await calls(500, '200 OK');
    await calls(99, '500 Down');
    expect(states).toEqual([]);
    await calls(1, '500 Down');
    expect(states).toEqual(['open']);
  });

  it('forgets counts from before the clock was set back', async () => {
    await calls(19, '500 Down');
    clock.jump(-3_600_000);
    await calls(19, '500 Down');
    expect(states).toEqual([]);
  });

  it('opens when answers are lost', async () => {
    toCalls = null;
    const lost = Array.from({ length: 20 }, () => put());
    await peer.received(20);
    clock.jump(15_000);
    await Promise.all(lost);
    expect(states).toEqual(['open']);
  });

  it('opens when connections are refused', async () => {
    await peer.close();
    for (let i = 0; i < 20; i++) await put();
    expect(states).toEqual(['open']);
    peer = await startPeer(() => {});
  });

  it.each(['404 Not Found', '409 Conflict'])('takes %s for a sign of life', async (status) => {
    await calls(40, status);
    expect(states).toEqual([]);
  });

  it('takes a 429 for no sign of life', async () => {
    for (let i = 0; i < 19; i++) {
      await calls(3, '429 Slow Down');
      await calls(1, '500 Down');
    }
    expect(states).toEqual([]);
    await calls(1, '500 Down');
    expect(states).toEqual(['open']);
  });

  it('takes a 429 for no failure, its body lost or not', async () => {
    await calls(40, '429 Slow Down');
    whole = false;
    await calls(40, '429 Slow Down');
    expect(states).toEqual([]);
  });

  it('does not count calls of the gateway itself', async () => {
    await calls(40, '500 Down', { inBackground: true });
    expect(states).toEqual([]);
  });
});

describe('an open circuit', () => {
  beforeEach(() => calls(20, '500 Down'));

  it('sends nothing and answers at once', async () => {
    toCalls = '200 OK';
    expect(await put()).toMatchObject(turnedAway);
    expect(await put({ method: 'GET' })).toMatchObject(turnedAway);
    expect(await put({ inBackground: true })).toMatchObject(turnedAway);
    expect(peer.requests).toHaveLength(20);
  });

  it('probes after two seconds, with a GET', async () => {
    clock.jump(1_999);
    expect(probes()).toHaveLength(0);
    clock.jump(1);
    await probed(1);
    expect(probes()[0]).toMatch(/^GET \/probe HTTP/);
    expect(probes()[0]).toContain('x-caller: 1\r\n');
  });

  it('doubles the pause up to half a minute while probes fail', async () => {
    for (const seconds of [2, 4, 8, 16, 30, 30]) {
      await passUntilProbed(seconds);
    }
    expect(probes()).toHaveLength(6);
  });

  it('naps three seconds at most while somebody is turned away', async () => {
    for (const seconds of [2, 3, 3]) {
      await put();
      await passUntilProbed(seconds);
    }
    expect(probes()).toHaveLength(3);
  });

  it('sends nothing but one probe while it probes', async () => {
    toProbes = null;
    clock.jump(2_000);
    await peer.received(21);
    expect(await Promise.all([put(), put({ method: 'GET' })])).toMatchObject([turnedAway, turnedAway]);
    clock.jump(1_000);
    expect(peer.requests).toHaveLength(21);
  });

  it('counts a probe without an answer as failed', async () => {
    toProbes = null;
    clock.jump(2_000);
    await peer.received(21);
    clock.jump(1_500);
    await probed(1);
    expect(states).toEqual(['open']);
  });

  it.each(['500 Down', '429 Slow Down'])('stays open after a probe of %s', async (status) => {
    toProbes = status;
    await passUntilProbed(2);
    expect(states).toEqual(['open']);
  });

  it('closes after three probes in a row', async () => {
    toProbes = '404 Not Found';
    const closed = changed();
    clock.jump(2_000);
    await closed;
    expect(states).toEqual(['open', 'closed']);
    expect(probes()).toHaveLength(3);
    toCalls = '200 OK';
    expect(await put()).toMatchObject({ kind: 'answer', status: 200 });
    expect(clock.pending).toBe(0);
  });

  it('probes nothing after the client has closed', async () => {
    await client.close();
    expect(clock.pending).toBe(0);
    clock.jump(60_000);
    expect(probes()).toHaveLength(0);
  });

  it('lets a probe on its way end with the client', async () => {
    toProbes = null;
    clock.jump(2_000);
    await peer.received(21);
    await client.close();
    expect(clock.pending).toBe(0);
  });

  it('opens again as easily after it closed', async () => {
    toProbes = '200 OK';
    const closed = changed();
    clock.jump(2_000);
    await closed;
    await calls(19, '500 Down');
    expect(states).toEqual(['open', 'closed']);
    await calls(1, '500 Down');
    expect(states).toEqual(['open', 'closed', 'open']);
  });
});

describe('calls on their way when the circuit opens', () => {
  it.each(['200 OK', '500 Down', '429 Slow Down'])('get their %s while it is open', async (status) => {
    toCalls = null;
    const waiting = Array.from({ length: 30 }, () => put());
    await peer.received(30);
    await calls(20, '500 Down');
    expect(await put()).toMatchObject(turnedAway);
    for (const socket of held) socket.write(answer('{}', status));
    const expected = { kind: 'answer', status: Number.parseInt(status, 10) };
    for (const result of await Promise.all(waiting)) expect(result).toMatchObject(expected);
    expect(states).toEqual(['open']);
  });

  it('end as they would have, and count no more', async () => {
    toCalls = null;
    const hanging = Array.from({ length: 30 }, () => put());
    await peer.received(30);
    await calls(20, '500 Down');
    toProbes = '200 OK';
    const closed = changed();
    clock.jump(2_000);
    await closed;
    clock.jump(13_000);
    for (const result of await Promise.all(hanging)) expect(result).toMatchObject({ sent: 'maybe' });
    expect(states).toEqual(['open', 'closed']);
  });

  it('are turned away when they still wait for a place', async () => {
    toCalls = null;
    const running = Array.from({ length: 64 }, () => put({ deadlineMs: 5_000 }));
    await peer.received(64);
    const waiting = Array.from({ length: 100 }, () => put());
    clock.jump(5_000);
    await Promise.all(running);
    const ended = await Promise.all(waiting.slice(64));
    for (const result of ended) expect(result).toMatchObject(turnedAway);
    clock.jump(15_000);
    await Promise.all(waiting);
  });
});
