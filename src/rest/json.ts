import { parse } from 'lossless-json';
import { parseWhereExact } from './exact-json.ts';

/** Parsed JSON in which every number is its source text, so that long ids and decimals stay exact. */
export type Json = string | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The value of a JSON text; undefined when it is not JSON, names a key twice with different values or nests absurdly. */
export function parseJson(text: string): Json | undefined {
  try {
    return (parseWhereExact(text) ?? parse(text, null, { parseNumber: (digits) => digits })) as Json;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !isList(json);
}
