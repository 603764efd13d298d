import { gzipSync } from 'node:zlib';
import { type WireAnswer, wrongAnswer } from '../../../doubles/provider/answers.ts';
import { canary } from '../../../doubles/provider/bodies.ts';
import type { WrongAnswer } from '../../../doubles/provider/faults.ts';
import { answerBytes } from './connection.ts';
import type { FaultyTarget, Misbehaviour } from './target.ts';

/** Ways to go wrong below the level of a complete answer: connections that end, bytes that are no HTTP. */
const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const page = `<html><body>${canary}</body></html>`;

export const reset: Misbehaviour = ({ reset }) => reset();
export const fin: Misbehaviour = ({ end }) => end();
export const silence: Misbehaviour = () => undefined;
export const halfStatusLine: Misbehaviour = ({ end }) => end('HTTP/1.1 2');
export const noHttp: Misbehaviour = ({ end }) => end('HTTQ/9 what\r\n\r\n');

export const headersTrickle: Misbehaviour = ({ write, drip }) => {
  write('HTTP/1.1 200 OK\r\nx: ');
  drip('y');
};
export const hintsForEver: Misbehaviour = ({ drip }) => drip('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n');
export const continues: Misbehaviour = ({ write }) => write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50));
export const switches: Misbehaviour = ({ write }) =>
  write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');

export const bodyStalls: Misbehaviour = ({ write, healthy }) =>
  write(`${head}content-length: 5000\r\n\r\n${healthy.slice(0, 12)}`);
export const bodyTrickles: Misbehaviour = ({ write, drip, healthy }) => {
  write(`${head}content-length: 500000\r\n\r\n${healthy}`);
  drip(' ');
};

export const shortOfItsLength: Misbehaviour = ({ end, healthy }) =>
  end(`${head}content-length: ${healthy.length + 20}\r\n\r\n${healthy}`);
export const chunksWithoutEnd: Misbehaviour = ({ end, healthy }) =>
  end(`${head}transfer-encoding: chunked\r\n\r\n${healthy.length.toString(16)}\r\n${healthy}\r\n`);
export const cutShort: Misbehaviour = ({ end, healthy }) =>
  end(`${head}connection: close\r\n\r\n${healthy.slice(0, 11)}`);

export const huge: Misbehaviour = ({ write, healthy }) =>
  write(answerBytes('200 OK', `${healthy.slice(0, -1)},"pad":"${'x'.repeat(300 * 1024)}"}`));
export const hugeChunked: Misbehaviour = ({ write }) => {
  write(`${head}transfer-encoding: chunked\r\n\r\n`);
  for (let n = 0; n < 40; n++) write(`2000\r\n${'x'.repeat(0x2000)}\r\n`);
};
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
export const gzipBomb: Misbehaviour = ({ write }) => {
  write(`${head}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
  write(bomb);
};
export const gzipped: Misbehaviour = ({ write, healthy }) => {
  const body = gzipSync(healthy);
  write(`${head}content-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`);
  write(body);
};

export const headersTooLong: Misbehaviour = ({ write }) => write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`);
export const twoLengths: Misbehaviour = ({ end, healthy }) =>
  end(`${head}content-length: ${healthy.length}\r\ncontent-length: 4\r\n\r\n${healthy}`);
export const lengthAndChunks: Misbehaviour = ({ end, healthy }) =>
  end(
    `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n${healthy.length.toString(16)}\r\n${healthy}\r\n0\r\n\r\n`,
  );
export const moreThanItsLength: Misbehaviour = ({ write, healthy }) =>
  write(`${answerBytes('200 OK', healthy)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`);

/** A complete answer of any status. */
export function respond(status: string, body: string, headers = 'content-type: application/json\r\n'): Misbehaviour {
  return ({ write }) => write(answerBytes(status, body, headers));
}

/** A complete answer whose body depends on the target. */
export function respondWith(status: string, body: (exchange: Parameters<Misbehaviour>[0]) => string, headers?: string) {
  const misbehaviour: Misbehaviour = (exchange) => exchange.write(answerBytes(status, body(exchange), headers));
  return misbehaviour;
}

/** A complete answer of the shared provider. */
export function respondLike(answerTo: (target: FaultyTarget) => WireAnswer): Misbehaviour {
  return ({ write, target }) => {
    const { status, body, headers = {} } = answerTo(target);
    const lines = Object.entries({ 'content-type': 'application/json', ...headers });
    write(answerBytes(status, body, lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')));
  };
}

/** A complete answer that is wrong in a way that the simulation knows too. */
export function respondWrong(wrong: WrongAnswer): Misbehaviour {
  return respondLike((target) => wrongAnswer(wrong, target));
}

export function respondPage(status: string): Misbehaviour {
  return respond(status, page, 'content-type: text/html\r\n');
}
