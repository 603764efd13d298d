import { Refusal } from '../refusal.ts';
import { parseStrictJson } from '../strict-json.ts';

/** Variables may be as deep as in the body of a request, which is the payload here. */
const maxDepth = 22;

const types: readonly unknown[] = ['connection_init', 'subscribe', 'complete', 'ping', 'pong'];

/** Of an id, which is kept for as long as its subscription is. */
const maxIdLength = 128;

/** Whether it is a message that a client may send, in JSON that means the same to whoever reads it. */
export function isClientMessage(text: string): boolean {
  try {
    const message = parseStrictJson(text, maxDepth);
    if (typeof message !== 'object' || message === null || !('type' in message)) return false;
    const isLong = 'id' in message && typeof message.id === 'string' && message.id.length > maxIdLength;
    return types.includes(message.type) && !isLong;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
