import { createServer } from 'node:http';
import { cancelled, pending, textsOf } from './payment.ts';

/** Plays `GET` and `PUT /v1/payments/{id}` of Mercado Pago for any id, in a process of its own, as fast as node:http can. */
const read = textsOf(pending);
const cancel = textsOf(cancelled);
const path = /^\/v1\/payments\/(\d+)$/;

const server = createServer((request, response) => {
  const id = path.exec(request.url ?? '')?.[1];
  const answer = request.method === 'GET' ? read : request.method === 'PUT' ? cancel : null;
  // What the request says is not read here: who asks for a cancel names the id in the path.
  request.resume().once('end', () => {
    if (id === undefined || answer === null) return response.writeHead(404).end();
    const body = Buffer.from(answer(id));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
    return response.end(body);
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
// The bench that started this process is gone.
process.once('disconnect', () => process.exit(1));
