import type { Override } from './overrides.ts';
import { type Json, jsonObject } from './wire.ts';

const fields = ['method', 'path', 'times', 'effect', 'answer'];

/** Reads the JSON form of an override, or says in a sentence what is wrong with it. */
export function parseOverride(text: string): Override | string {
  const value = jsonObject(text);
  if (!value) return 'An override is a JSON object.';
  const unknown = Object.keys(value).find((name) => !fields.includes(name));
  if (unknown !== undefined) return `${unknown} is no field of an override; those are ${fields.join(', ')}.`;
  const { method, path, times, effect } = value;
  if (method !== undefined && typeof method !== 'string') return 'method is a string.';
  if (path !== undefined && typeof path !== 'string') return 'path is a string, a prefix when it ends in *.';
  if (times !== undefined && !(typeof times === 'number' && times >= 1)) return 'times is a number from 1.';
  if (effect !== undefined && effect !== 'instead' && effect !== 'after') return 'effect is "instead" or "after".';
  const answer = parseAnswer(value['answer']);
  if (answer === undefined) {
    return 'answer is "reset", "hang", "truncate", {"delayMs"} or {"status","headers","body"}.';
  }
  return {
    answer,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(times === undefined ? {} : { times }),
    ...(effect === undefined ? {} : { effect }),
  };
}

function parseAnswer(answer: unknown): Override['answer'] | undefined {
  if (answer === 'reset' || answer === 'hang' || answer === 'truncate') return answer;
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { delayMs, status, headers, body } = answer as Json;
  if (typeof delayMs === 'number') return { delayMs };
  if (status !== undefined && !(Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599)) {
    return undefined;
  }
  if (headers !== undefined && !isStringRecord(headers)) return undefined;
  if (body !== undefined && typeof body !== 'string' && (typeof body !== 'object' || body === null)) return undefined;
  return {
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  };
}

function isStringRecord(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}
