import { clean } from './clean.ts';

/** Everything that a log line may hold. What has no name here cannot be logged, by mistake or otherwise. */
export const fieldNames = [
  'requestId',
  'operationName',
  'status',
  'durationMs',
  'url',
  'environment',
  'providers',
  'cancellationId',
  'provider',
  'api',
  'targetKind',
  'targetId',
  'outcome',
  'errorCode',
  'nextAction',
  'keyHash',
  'attempts',
  'reason',
  'step',
  'errorClass',
  'systemCode',
  'stack',
] as const;

export type Fields = { readonly [name in (typeof fieldNames)[number]]?: unknown };

export type Loggable = string | number | boolean | null | string[];

/** The allowed fields with safe values; objects are left out, since they may hold anything. */
export function allowed(fields: Fields): Record<string, Loggable> {
  const safe: Record<string, Loggable> = {};
  for (const name of fieldNames) {
    const value = loggable(fields[name]);
    if (value !== undefined) safe[name] = value;
  }
  return safe;
}

function loggable(value: unknown): Loggable | undefined {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').map(clean);
  return undefined;
}
