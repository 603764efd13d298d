import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/cancellation/clock.ts';
import { RestClient, type RestRequest } from '../../src/rest/rest-client.ts';
import { answer, type Peer, probe, startPeer } from './peer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function pair(
  onRequest: Parameters<typeof startPeer>[0],
  base = '',
): Promise<{ peer: Peer; client: RestClient }> {
  const peer = await startPeer(onRequest);
  const client = new RestClient({ baseUrl: peer.url + base, clock: systemClock, probe });
  closers.push(
    () => peer.close(),
    () => client.close(),
  );
  return { peer, client };
}

const get = (path: string[]): RestRequest => ({ method: 'GET', path, headers: {}, deadlineMs: 3_000 });

describe('a request', () => {
  it('asks for plain JSON and sends no body of its own', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    await client.call({
      method: 'POST',
      path: ['v1', 'orders', 'A', 'cancel'],
      headers: { 'x-a': 'b' },
      deadlineMs: 3_000,
    });
    const [sent = ''] = peer.requests;
    expect(sent).toMatch(/^POST \/v1\/orders\/A\/cancel HTTP\/1\.1\r\n/);
    expect(sent).toContain('accept: application/json\r\n');
    expect(sent).toContain('accept-encoding: identity\r\n');
    expect(sent).toContain('content-length: 0\r\n');
    expect(sent).toContain('x-a: b\r\n');
    expect(sent).not.toContain('content-type');
    expect(sent).toMatch(/\r\n\r\n$/);
  });

  it('sends its body as JSON', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    await client.call({ method: 'PUT', path: ['x'], headers: {}, json: { status: 'cancelled' }, deadlineMs: 3_000 });
    expect(peer.requests[0]).toContain('content-type: application/json\r\n');
    expect(peer.requests[0]).toMatch(/\r\n\r\n\{"status":"cancelled"\}$/);
  });

  it('sends a form as HTML would, field by field', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    const form = { reason: 'requested by customer', note: 'a&b=ç+%' };
    await client.call({ method: 'POST', path: ['x'], headers: {}, form, deadlineMs: 3_000 });
    expect(peer.requests[0]).toContain('content-type: application/x-www-form-urlencoded\r\n');
    expect(peer.requests[0]).toMatch(/\r\n\r\nreason=requested\+by\+customer&note=a%26b%3D%C3%A7%2B%25$/);
  });

  it.each(['', '/', '/ppp', '/ppp/v2/'])('stays under the base path %j', async (base) => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')), base);
    await client.call(get(['payments', 'A?b#c d/e']));
    const expected = `${base.replace(/\/$/, '')}/payments/A%3Fb%23c%20d%2Fe`;
    expect(peer.requests[0]?.startsWith(`GET ${expected} HTTP`)).toBe(true);
  });

  it.each([['..'], ['.'], ['a', '..', 'b'], ['']])('throws on the path %j', async (...path) => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')), '/base');
    await expect(client.call(get(path))).rejects.toThrow('left its base');
    expect(peer.requests).toEqual([]);
  });

  it('throws on a header that cannot be sent', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    await expect(client.call({ ...get(['x']), headers: { authorization: 'a\r\nb' } })).rejects.toThrow();
    expect(peer.requests).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([200, 202, 400, 404, 409, 429, 500, 503])('of status %i is data', async (status) => {
    const { client } = await pair((socket) => socket.write(answer('{"a":1}', `${status} X`, 'x-request-id: r-1\r\n')));
    const expected = { kind: 'answer', status, body: '{"a":1}', requestId: 'r-1' };
    expect(await client.call(get(['x']))).toMatchObject(expected);
  });

  it.each([301, 302, 303, 307, 308])('of status %i is not followed', async (status) => {
    const { peer, client } = await pair((socket) => socket.write(answer('', `${status} X`, 'location: /other\r\n')));
    expect(await client.call(get(['x']))).toMatchObject({ kind: 'answer', status });
    expect(peer.requests).toHaveLength(1);
  });

  it('shows no request id that could forge a log line', async () => {
    const { client } = await pair((socket) => socket.write(answer('{}', '200 OK', `x-request-id: a b\r\n`)));
    expect(await client.call(get(['x']))).toMatchObject({ requestId: null });
  });

  it('follows an interim answer', async () => {
    const { client } = await pair((socket) => {
      socket.write(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${answer('{}')}`);
    });
    expect(await client.call(get(['x']))).toMatchObject({ kind: 'answer', status: 200 });
  });

  it('ends at its length, whatever follows', async () => {
    const { client } = await pair((socket) => socket.write(`${answer('{"id":1}')}HTTP/1.1 200 OK\r\n`));
    expect(await client.call(get(['x']))).toMatchObject({ kind: 'answer', body: '{"id":1}' });
  });
});

describe('connections', () => {
  it('are used again until they are renewed', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    await client.call(get(['1']));
    // A connection is free again in the turn after its answer.
    await new Promise(setImmediate);
    await client.call(get(['2']));
    expect(peer.connections()).toBe(1);
    client.renew();
    await client.call(get(['3']));
    expect(peer.connections()).toBe(2);
  });

  it('finish their calls when they are renewed', async () => {
    let finish = () => {};
    const { peer, client } = await pair((socket, text) => {
      if (text.includes('slow')) finish = () => socket.write(answer('{"late":true}'));
      else socket.write(answer('{}'));
    });
    const running = client.call(get(['slow']));
    await peer.received(1);
    client.renew();
    await client.call(get(['quick']));
    finish();
    expect(await running).toMatchObject({ kind: 'answer', body: '{"late":true}' });
  });

  it('send nothing after closing', async () => {
    const { peer, client } = await pair((socket) => socket.write(answer('{}')));
    await client.close();
    expect(await client.call(get(['x']))).toMatchObject({ kind: 'failure', sent: 'no' });
    expect(peer.requests).toEqual([]);
  });
});
