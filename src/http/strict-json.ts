import { Refusal } from './refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Variables may nest 20 deep, inside the body's own object. */
const maxVariablesDepth = 20;
export const maxBodyDepth = maxVariablesDepth + 1;

/** In all objects together: a list of 50 inputs with every field that there is has 351. */
const maxKeys = 400;

/** A string, with the colon where it is a key, or a bracket. */
const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g;

export function parseJsonBody(bytes: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw badRequest('The request body is not UTF-8.');
  }
  return parseStrictJson(text, maxBodyDepth);
}

/** `variables` and `extensions` of a GET request are JSON too. A name given twice is left to Apollo to refuse. */
export function checkSearchParameters(search: string): void {
  const parameters = new URLSearchParams(search);
  for (const name of ['variables', 'extensions']) {
    for (const text of parameters.getAll(name)) parseStrictJson(text, maxVariablesDepth);
  }
}

/**
 * JSON whose meaning does not depend on the parser. With a key given twice, a firewall may read the first value and
 * the gateway the last: one sees a query and the other runs a mutation.
 */
export function parseStrictJson(text: string, maxDepth: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('The request is not valid JSON.');
  }
  refuseAmbiguity(text, maxDepth);
  return value;
}

/** One pass over the tokens of valid JSON, without recursion, so that depth costs nothing. */
function refuseAmbiguity(text: string, maxDepth: number): void {
  const keysOfOpen: Set<string>[] = [];
  let count = 0;
  tokens.lastIndex = 0;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token, string, colon] = found;
    if (token === '{' || token === '[') {
      keysOfOpen.push(new Set());
      if (keysOfOpen.length > maxDepth) throw badRequest('The JSON of the request is nested too deeply.');
    } else if (token === '}' || token === ']') {
      keysOfOpen.pop();
    } else if (string !== undefined && colon !== undefined) {
      // Nearly every key is written as it is; one with an escape is read before it is compared.
      const key = string.includes('\\') ? String(JSON.parse(string)) : string.slice(1, -1);
      const keys = keysOfOpen.at(-1);
      if (key === '__proto__') throw badRequest('The JSON of the request has a key that is not allowed.');
      if (keys?.has(key)) throw badRequest('The JSON of the request has the same key twice in one object.');
      keys?.add(key);
      count += 1;
      if (count > maxKeys) throw badRequest('The JSON of the request has too many keys.');
    }
  }
}

function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
