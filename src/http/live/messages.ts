import { type Message, validateMessage } from 'graphql-ws';
import { Refusal } from '../refusal.ts';
import { maxBodyDepth, parseStrictJson } from '../strict-json.ts';

/** The payload is what the body of a request is, and as deep. */
const maxDepth = maxBodyDepth + 1;

const types: readonly unknown[] = ['connection_init', 'subscribe', 'complete', 'ping', 'pong'];

/** Of an id, which is kept for as long as its subscription is. */
const maxIdLength = 128;

/** A message that a client may send, in JSON that means the same to whoever reads it; null of any other. */
export function clientMessageIn(text: string): Message | null {
  const message = messageOf(text);
  if (message === null || !types.includes(message.type)) return null;
  // The library looks at the ids of those messages alone that need one.
  const id: unknown = 'id' in message ? message.id : '';
  return typeof id === 'string' && id.length <= maxIdLength ? message : null;
}

function messageOf(text: string): Message | null {
  let json: unknown;
  try {
    json = parseStrictJson(text, maxDepth);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  try {
    return validateMessage(json);
  } catch {
    // The library throws at whatever is no message of the protocol.
    return null;
  }
}
