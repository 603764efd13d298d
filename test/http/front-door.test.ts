import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { frontDoor } from '../../src/http/admission/front-door.ts';
import { listen, stop } from '../rest/peer.ts';

/** The door alone, before `serve`; `arrived` is told of each request after the door was. */
async function startDoor(serve: RequestListener, arrived: (request: IncomingMessage) => void = () => undefined) {
  const log = { requestsShed: () => undefined };
  const door = frontDoor(
    { maxRequestsInFlight: 8, origins: [], newRequestId: () => 'an id', isClosing: () => false, log },
    serve,
  );
  const server = createServer((request, response) => {
    door.onRequest(request, response);
    arrived(request);
  });
  const port = await listen(server);
  onTestFinished(() => stop(server));
  const connection = () => {
    const socket = connect(port, '127.0.0.1').resume();
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  return { port, connection };
}

function read(name: string): string {
  return `GET /graphql?${name} HTTP/1.1\r\nhost: x\r\n\r\n`;
}

/** Longer than one turn of the event loop may start requests. */
function takeTheTurn(): void {
  const end = performance.now() + 10;
  while (performance.now() < end);
}

it('a request that waits for its turn is not started once its connection is gone', async () => {
  const started: string[] = [];
  const { connection } = await startDoor(
    ({ url = '' }, response) => {
      started.push(url);
      if (url.endsWith('later')) response.end();
      else takeTheTurn();
    },
    ({ url, socket }) => {
      if (url?.endsWith('second')) socket.destroy();
    },
  );
  const gone = connection();
  gone.write(read('first') + read('second'));
  await once(gone, 'close');
  const later = connection();
  later.write(read('later'));
  await once(later, 'data');
  expect(started).toEqual(['/graphql?first', '/graphql?later']);
});

it('a connection is listened to once, however many requests it brings', async () => {
  const sockets: Socket[] = [];
  const listeners: number[] = [];
  const { port } = await startDoor(({ socket }, response) => {
    sockets.push(socket);
    listeners.push(socket.listenerCount('close'));
    response.end();
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  for (let n = 0; n < 20; n++) {
    const [response] = await once(get({ port, host: '127.0.0.1', path: '/graphql', agent }), 'response');
    await once(response.resume(), 'end');
  }
  expect(new Set(sockets).size).toBe(1);
  expect(new Set(listeners).size).toBe(1);
});

it('a connection with many requests under way is listened to once as well', async () => {
  const listeners: number[] = [];
  const { connection } = await startDoor(({ socket }) => void listeners.push(socket.listenerCount('close')));
  const socket = connection();
  for (let n = 1; n <= 6; n++) {
    socket.write(read(`${n}`));
    await expect.poll(() => listeners.length).toBe(n);
  }
  expect(new Set(listeners).size).toBe(1);
});
