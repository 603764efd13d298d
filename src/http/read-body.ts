import type { IncomingMessage } from 'node:http';
import { Refusal, tooLarge } from './refusal.ts';

/** In bytes. */
export const maxBodyBytes = 64 * 1024;

/**
 * The whole body of a request. Rejects with the refusal of one that is too long as soon as that is known, and where it breaks off,
 * whose refusal nobody is there to read.
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  if (request.destroyed && !request.complete) return Promise.reject(brokenOff());
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > maxBodyBytes) reject(tooLarge());
      else pieces.push(piece);
    });
    // Most come in one piece, which is read where it lies.
    request.on('end', () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    request.on('error', () => reject(brokenOff()));
  });
}

function brokenOff(): Refusal {
  return new Refusal(400, 'BAD_REQUEST', 'The request broke off.');
}
