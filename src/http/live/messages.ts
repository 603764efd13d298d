import { Refusal } from '../refusal.ts';
import { parseStrictJson } from '../strict-json.ts';

/** Variables may be as deep as in the body of a request, which is the payload here. */
const maxDepth = 22;

const types: readonly unknown[] = ['connection_init', 'subscribe', 'complete', 'ping', 'pong'];

/** Whether it is a message that a client may send, in JSON that means the same to whoever reads it. */
export function isClientMessage(text: string): boolean {
  try {
    const message = parseStrictJson(text, maxDepth);
    return typeof message === 'object' && message !== null && 'type' in message && types.includes(message.type);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
