import type { Instant } from '../cancellation/target/target.ts';
import { redact } from '../redaction/redact.ts';
import { isList, isObject, type Json, type JsonObject } from '../rest/json.ts';

/** Readers of a provider's fields. What is absent, empty or of another form reads as null, never as a wrong value. */

/** A member; absent in an object without it. Only own members count. */
export function at(object: JsonObject | null, name: string): Json | undefined {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

const longestText = 1_000;
const longestTerm = 256;
const word = /^[\w.:-]{1,64}$/;

/** Text, or a number in its source digits; cut where no field of a provider's has a right to be longer. */
export function text(json: Json | undefined): string | null {
  return typeof json === 'string' && json !== '' ? json.slice(0, longestText) : null;
}

/** A word of a provider's own vocabulary, such as a status, as it is; anything else as it may be shown. */
export function term(json: Json | undefined): string | null {
  const value = text(json);
  return value === null || word.test(value) ? value : redact(value, longestTerm);
}

/** An object, or the first of a list of them: the documentation shows lists where the API sends objects. */
export function object(json: Json | undefined): JsonObject | null {
  const first = isList(json) ? json[0] : json;
  return isObject(first) ? first : null;
}

/** The objects of a list. */
export function objects(json: Json | undefined): readonly JsonObject[] {
  return isList(json) ? json.filter(isObject) : [];
}

const longestUrl = 2_000;

/** An address that a browser may follow: https, without a name and a password for the host. */
export function httpsUrl(json: Json | undefined): string | null {
  if (typeof json !== 'string' || json.length > longestUrl) return null;
  const url = urlOf(json);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

/** In one go: `URL.canParse` and then `new URL` would take it apart twice. */
function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

export function flag(json: Json | undefined): boolean | null {
  if (json === true || json === 'true') return true;
  return json === false || json === 'false' ? false : null;
}

/** A number of things, as GraphQL's Int can say it. */
export function count(json: Json | undefined): number | null {
  return typeof json === 'string' && /^\d{1,9}(?:\.0+)?$/.test(json) ? Number(json) : null;
}

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d):?(\d\d)?$/i;

/** Any RFC 3339 instant, nanoseconds included, cut to milliseconds in UTC. */
export function instant(json: Json | undefined): Instant | null {
  const match = rfc3339.exec(text(json) ?? '');
  if (match === null) return null;
  const [, seconds = '', fraction = '.0', zone = '', zoneMinutes] = match;
  const offset = zoneMinutes === undefined ? zone : `${zone}:${zoneMinutes}`;
  const at = Date.parse(`${seconds}${fraction.slice(0, 4).padEnd(4, '0')}${offset}`.toUpperCase());
  // Midnight of a last day may fall into a year that RFC 3339 cannot write.
  const written = Number.isNaN(at) ? '' : new Date(at).toISOString();
  return /^\d{4}-/.test(written) ? written : null;
}
