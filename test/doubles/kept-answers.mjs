import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

let keeps = false;

/**
 * From now on the body of every answer at `/graphql` that a server of this process gives is appended to the file, so that
 * a canary can be searched for. In JavaScript, so that a gateway's own process can load it.
 * @param {string} path
 */
export function keepAnswersIn(path) {
  if (keeps) return;
  keeps = true;
  subscribe('http.server.request.start', (message) => {
    const { request, response } = /** @type {{ request: any, response: any }} */ (message);
    if (!String(request.url).startsWith('/graphql')) return;
    /** @type {Buffer[]} */
    const pieces = [];
    for (const name of ['write', 'end']) {
      const send = response[name];
      response[name] = (/** @type {unknown} */ piece, /** @type {unknown[]} */ ...rest) => {
        if (typeof piece === 'string' || piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
        return send.call(response, piece, ...rest);
      };
    }
    response.once('close', () => appendFileSync(path, `${Buffer.concat(pieces)}\n`));
  });
}
